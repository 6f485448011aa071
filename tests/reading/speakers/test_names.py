"""A noun phrase as a name: whose it is, which role it gives, who that is."""

import pytest

from tests.reading.speakers.test_coreference import names


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        ("Norvale's chief executive, Ada Quist, welcomed the ruling.", "Ada Quist", "chief executive", "Norvale"),
        ("But Holm's agent, Bo Lindqvist, told Sportbladet that the club is late.", "Bo Lindqvist", "agent", "Holm"),
        ("Norvale's sporting director said that it is late.", "Norvale's sporting director", "sporting director", "Norvale"),
        ("Qatari Energy Minister Sheikh Hamad bin Nasser said that it is late.", "Hamad bin Nasser", "Energy Minister", "Qatari"),
        ("Lord Justice Ainsley said that it is late.", "Ainsley", "Lord Justice", None),
        ("Prince Casimir said that it is late.", "Casimir", "Prince", None),
    ],
)  # fmt: skip
def test_a_role_is_whole_and_says_no_birth(text, name, role, body):
    assert names(text)[0][1:] == (name, role, body)


def test_a_pronoun_behind_a_quote_means_the_speaker_before():
    text = (
        "Qatari Energy Minister Sheikh Hamad bin Nasser said that it is late. "
        '"We are waiting for the market," he told reporters.'
    )
    assert [found[1] for found in names(text)] == ["Hamad bin Nasser"] * 2


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Department for Schools said that it is late.", "Department for Schools", None),
        ("The Campaign for Cleaner Rivers said that it is late.", "Campaign for Cleaner Rivers", None),
        ("The Transport Secretary, Edda Voss, said that it is late.", "Edda Voss", "Transport Secretary"),
        ("The Minister for Rail, Lord Pell, said that it is late.", "Pell", "Minister"),
    ],
)  # fmt: skip
def test_an_office_and_who_holds_it_are_told_apart(text, name, role):
    assert names(text)[0][1:3] == (name, role)


@pytest.mark.parametrize("verb", ["extend", "postpone", "bungle"])
def test_whom_somebody_asks_to_do_something_is_asked(verb):
    text = f"Norwegian ministers have asked the UK government to {verb} the scheme."
    assert [found[0] for found in names(text)] == ["Norwegian ministers"]


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        ("Greece's Defence Ministry said that it is late.", "Greece's Defence Ministry", None, None),
        ("Italy's Interior Ministry said that it is late.", "Italy's Interior Ministry", None, None),
        ("Norland's Foreign Office said that it is late.", "Norland's Foreign Office", None, None),
        ("Spain's Prime Minister Ana Court said that it is late.", "Ana Court", "Prime Minister", "Spain"),
        ("German Defence Minister Ute Kern said that it is late.", "Ute Kern", "Defence Minister", "German"),
        ("Australian Ambassador Ute Kern said that it is late.", "Ute Kern", "Ambassador", "Australian"),
    ],
)  # fmt: skip
def test_whose_an_office_or_a_post_is_belongs_to_it(text, name, role, body):
    assert names(text)[0][1:] == (name, role, body)


def test_ministries_of_different_countries_are_different_speakers():
    text = "".join(
        f"{whose} Foreign Ministry said that it is late.\n\n"
        for whose in ("Russia's", "France's", "Norland's")
    )
    assert [found[1] for found in names(text)] == [
        "Russia's Foreign Ministry",
        "France's Foreign Ministry",
        "Norland's Foreign Ministry",
    ]


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        ("U.S. Ambassador to Japan Ann Roe said that it is late.", "Ann Roe", "Ambassador to Japan", "U.S."),
        ("German Ambassador to the European Union Ute Kern said that it is late.", "Ute Kern", "Ambassador to the European Union", "German"),
        ("Peru's ambassador to Britain Ana Silva said that it is late.", "Ana Silva", "ambassador to Britain", "Peru"),
        ("The envoy to Norland Ann Roe said that it is late.", "Ann Roe", "envoy to Norland", None),
        ("UN special envoy for Yemen Hans Dahl said that it is late.", "Hans Dahl", "special envoy for Yemen", "UN"),
        ("President of Ukraine Oleg Marchenko said that it is late.", "Oleg Marchenko", "President", "Ukraine"),
        ("The U.S. ambassador to Japan said that it is late.", "U.S. ambassador to Japan", "ambassador", "U.S."),
    ],
)  # fmt: skip
def test_a_name_stands_behind_the_place_of_a_post(text, name, role, body):
    assert names(text)[0][1:] == (name, role, body)


@pytest.mark.parametrize(
    ("who", "name", "body"),
    [
        ("Prime Minister Ivan Petrov of Bulgaria", "Ivan Petrov", "Bulgaria"),
        ("Foreign Minister Zarko Kral of the United Kingdom", "Zarko Kral", "United Kingdom"),
        ("President Ann Roe of Norland", "Ann Roe", "Norland"),
        ("Chancellor Quorl Vant of Norland", "Quorl Vant", "Norland"),
    ],
)
def test_a_minister_is_of_the_country_behind_the_name(who, name, body):
    assert names(f"Spain is glad. {who} said that it is late.")[0][1::2] == (name, body)


def test_a_university_has_a_queens_name_and_no_country():
    assert names("Queen Mary University of London said that it is late.")[0][3] is None


@pytest.mark.parametrize(
    ("who", "name", "role", "body"),
    [
        ("Secretary of State Ottilie Plum", "Ottilie Plum", "Secretary of State", None),
        ("U.S. secretary of state Ottilie Plum", "Ottilie Plum", "secretary of state", "U.S."),
        ("Norland's Minister of Foreign Affairs Zor Kral", "Zor Kral", "Minister of Foreign Affairs", "Norland"),
        ("British Secretary of State for Defence Zor Kral", "Zor Kral", "Secretary of State for Defence", "British"),
        ("Minister for Trade and Industry Zor Kral", "Zor Kral", "Minister for Trade and Industry", None),
        ("Secretary of the Treasury Zor Kral", "Zor Kral", "Secretary of the Treasury", None),
        ("Chairman of the Joint Chiefs of Staff Zor Kral", "Zor Kral", "Chairman of the Joint Chiefs of Staff", None),
        ("White House chief of staff Zor Kral", "Zor Kral", "chief of staff", "White House"),
        ("The chief of the Navy Yard", "chief of the Navy Yard", "chief", "Navy Yard"),
        ("Zor Kral, director of National Anglers United,", "Zor Kral", "director", "National Anglers United"),
    ],
)  # fmt: skip
def test_a_name_stands_behind_the_charge_of_a_post(who, name, role, body):
    assert names(f"{who} said that the admiral had lost his hat.")[0][1:] == (name, role, body)


@pytest.mark.parametrize(
    ("who", "name", "role", "body"),
    [
        ("State Department Spokesperson Zor Kral", "Zor Kral", "Spokesperson", "State Department"),
        ("U.S. State Department Spokesperson Zor Kral", "Zor Kral", "State Department Spokesperson", "U.S."),
        ("Chinese Foreign Ministry Spokesperson Zor Kral", "Zor Kral", "Foreign Ministry Spokesperson", "Chinese"),
        ("Justice Department Press Secretary Zor Kral", "Zor Kral", "Press Secretary", "Justice Department"),
        ("National Security Council Spokesperson Zor Kral", "Zor Kral", "Spokesperson", "National Security Council"),
        ("Russian Security Council Deputy Chairman Zor Kral", "Zor Kral", "Deputy Chairman", "Russian Security Council"),
        ("National Security Adviser Zor Kral", "Zor Kral", "National Security Adviser", None),
        ("Pentagon spokesman Navy Capt. Zor Kral", "Navy Capt. Zor Kral", "spokesman", "Pentagon"),
    ],
)  # fmt: skip
def test_capitals_do_not_hide_of_which_body_somebody_is_the_mouth(who, name, role, body):
    assert names(f"{who} said that the statement was a misprint.")[0][1:] == (name, role, body)


def test_a_party_is_not_the_name_that_begins_with_it():
    text = (
        "Republican National Committee Chairman Zor Kral said that it is late. "
        "But some Republican voters said that it is early."
    )
    assert [found[3] for found in names(text)] == ["Republican National Committee", "Republican"]


@pytest.mark.parametrize(
    ("who", "name", "role", "body"),
    [
        ("Norland's Acting President and Prime Minister Zor Kral", "Zor Kral", "Acting President and Prime Minister", "Norland"),
        ("Deputy Prime Minister and Foreign Minister Zor Kral", "Zor Kral", "Deputy Prime Minister and Foreign Minister", None),
        ("Chairman and Chief Executive Zor Kral", "Zor Kral", "Chairman and Chief Executive", None),
        ("The King and Prime Minister Zor Kral", "King", None, None),
    ],
)  # fmt: skip
def test_one_person_may_have_two_posts(who, name, role, body):
    found = names(f"{who} said that it is late. Kral said that it is dark.")
    assert found[0][1:] == (name, role, body)
    assert found[1][1] == "Zor Kral"


@pytest.mark.parametrize(
    ("who", "name", "role"),
    [
        ("President Abdel Fattah el-Sisi", "Abdel Fattah el-Sisi", "President"),
        ("President Valéry Giscard d’Estaing", "Valéry Giscard d’Estaing", "President"),
        ("Senator Juan de la Cruz", "Juan de la Cruz", "Senator"),
        ("Sultan Mohammed bin Salman", "Mohammed bin Salman", "Sultan"),
    ],
)
def test_a_name_keeps_what_stands_small_in_it(who, name, role):
    last = "bin Salman" if name.endswith("Salman") else name.rpartition(" ")[2]
    text = f'{who} said that it is late. "It is time," {last} said.'
    found = names(text)
    assert found[0][1:3] == (name, role)
    assert found[1][1] == name


def test_a_view_with_a_small_beginning_is_no_name():
    assert names("The pro-Kremlin senator said that it is late.")[0][1] != "pro-Kremlin"


def test_the_army_is_of_the_country_whose_it_is_called():
    text = "General Abdel al-Burhan, Sudan's army chief, said that it is late."
    assert names(text)[0][1:] == ("Abdel al-Burhan", "General", "Sudan")


def test_a_post_may_have_two_charges():
    text = "The pact's commissioner for peace and security, Bo Roe, said that it is late."
    assert names(text)[0][:3] == (
        "The pact's commissioner for peace and security", "Bo Roe", "commissioner",
    )  # fmt: skip


def test_who_is_known_is_no_longer_name_behind_his_country():
    assert names("Ethiopia's Abiy Ahmed said that it is late.")[0][1] == "Abiy Ahmed"
    assert names("France's Le Monde said that it is late.")[0][1] == "France's Le Monde"
