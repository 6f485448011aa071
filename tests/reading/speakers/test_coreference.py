"""Every mention gets the fullest verbatim name in its article."""

import pytest

from timeline.reading.attribution import attributions


def names(text):
    def words(span):
        return text[span.start : span.end] if span else None

    return [
        (words(one.speaker), words(one.name.span), words(one.name.role), words(one.name.body))
        if one.name
        else (words(one.speaker), None, None, None)
        for one in attributions(text).attributions
    ]


@pytest.mark.parametrize(
    ("mention", "name", "role", "body"),
    [
        ("NATO Secretary-General Jens Stoltenberg", "Jens Stoltenberg", "Secretary-General", "NATO"),
        ("Chinese Foreign Ministry spokesperson Wang Wenbin", "Wang Wenbin", "Foreign Ministry spokesperson", "Chinese"),
        ("U.S. Defense Secretary Lloyd Austin", "Lloyd Austin", "Defense Secretary", "U.S."),
        ("Swedish Foreign Minister Tobias Billstrom", "Tobias Billstrom", "Foreign Minister", "Swedish"),
    ],
)  # fmt: skip
def test_an_introduction_is_taken_apart(mention, name, role, body):
    assert names(f"{mention} said that it is late.") == [(mention, name, role, body)]


def test_an_apposition_gives_role_and_body():
    text = "Zhu Zhiqun, an international relations professor at Bucknell University, said that it is late."
    assert names(text) == [
        ("Zhu Zhiqun", "Zhu Zhiqun", "international relations professor", "Bucknell University")
    ]


def test_a_last_name_and_a_surname_in_front_mean_the_full_name():
    text = "Foreign Ministry spokesperson Wang Wenbin said that it is late. Wang added that it is dark."
    assert [name for _, name, *_ in names(text)] == ["Wang Wenbin", "Wang Wenbin"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("His lawyer, Viktor Brandl, said that it is late.", ("His lawyer", "Viktor Brandl", "lawyer", None)),
        ("Iraq’s oil minister, Haidar Mansour, said that it is late.", ("Iraq’s oil minister", "Haidar Mansour", "oil minister", "Iraq")),
        ("Her opponent, Gov. Daniel Pruitt, speaking later, said that it is late.", ("Her opponent", "Daniel Pruitt", "Gov.", None)),
        ("A spokeswoman for Ms. Lowell, Teri Valdez, said that it is late.", ("A spokeswoman for Ms. Lowell", "Teri Valdez", "spokeswoman", "Ms. Lowell")),
        ("The agents, Apex Sport, said that it is late.", ("The agents", "Apex Sport", None, None)),
        ("European Commission President Ursula von der Leyen said that it is late.", ("European Commission President Ursula von der Leyen", "Ursula von der Leyen", "President", "European Commission")),
        ("China’s Ministry of Commerce said that it is late.", ("China’s Ministry of Commerce", "China’s Ministry of Commerce", None, None)),
        ("Economy Minister Jonas Althaus said that it is late.", ("Economy Minister Jonas Althaus", "Jonas Althaus", "Economy Minister", None)),
    ],
)  # fmt: skip
def test_a_name_set_off_behind_a_description_is_the_speakers(text, expected):
    assert names(text)[0] == expected


def test_who_was_named_behind_a_description_keeps_its_role_later():
    text = "His lawyer, Viktor Brandl, left. Brandl said that it is late."
    assert names(text) == [("Brandl", "Viktor Brandl", "lawyer", None)]


def test_the_banks_economist_is_of_the_bank_that_is_named():
    text = "Analysts at Corvin Bank waited. Ines Okafor, the bank’s chief economist, said that it is late."
    assert names(text)[-1][3] == "Corvin Bank"


def test_the_judge_is_who_was_introduced_as_one():
    text = "Judge Petra Hanakova ruled that it was late. “You sold it,” the judge told him."
    assert names(text)[-1][1] == "Petra Hanakova"


def test_the_company_is_the_body_that_spoke_last():
    text = "A construction company waited. Stavex said that it is late. The company added that it is dark."
    assert names(text)[-1][1] == "Stavex"


def test_he_is_the_person_who_spoke_last():
    text = "Russia said that it is late. President Joe Biden said that it is dark. He added that it is cold."
    assert names(text)[-1][:2] == ("He", "Joe Biden")


def test_he_is_no_country_and_no_she():
    text = (
        "Minister Ana Souza said that it is late. She added that it is dark. "
        "President Joe Biden met her. He said that it is cold."
    )
    assert names(text)[-1][1] == "Joe Biden"


def test_it_is_the_document_that_spoke():
    text = "“We stay,” said the Washington Summit Declaration.\n“We go on with it,” it said."
    assert names(text)[-1][1] == "Washington Summit Declaration"


def test_the_embassy_is_the_one_named_before():
    text = "The Chinese embassy in Washington refuted the claims. The embassy defended its trade."
    assert names(text)[-1][:2] == ("The embassy", "Chinese embassy in Washington")


def test_the_alliance_is_what_the_lexicon_lets_it_mean():
    text = "NATO met on Monday. The Alliance accused China of theft."
    assert names(text)[-1][:2] == ("The Alliance", "NATO")


def test_a_known_body_is_not_lengthened():
    """ "Asian NATO" stands in the article; NATO stays NATO."""
    text = "NATO said that it is late. Critics warned of an Asian NATO."
    assert names(text)[0][1] == "NATO"


def test_an_unknown_speaker_is_kept_verbatim():
    assert names("A Warren adviser said that it is late.")[0][1] == "Warren adviser"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("soap queen Lola Marsh", "Lola Marsh"),
        ("Furious Health Secretary Ann Cole", "Ann Cole"),
        ("National Pilots Union", "National Pilots Union"),
        ("Ferry group Northline", "Northline"),
        ("Labour MP Sir Ian Gale", "Ian Gale"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(mention, name):
    assert names(f"{mention} said that it is late.")[0][1] == name


def test_she_is_no_man_by_his_first_name():
    text = "Hilary Brook, a banker, met Donald Stone. She said that it is late."
    assert names(text)[-1][1] == "Hilary Brook"


def test_the_father_of_two_is_the_man_named_before():
    text = 'Union boss Terry Hobbs left. "It is late," the father-of-two told the Post.'
    assert names(text)[-1][1] == "Terry Hobbs"


def test_a_post_behind_a_name_says_more_than_a_courtesy_before_it():
    text = "Cllr Ann Cole, the leader of Marsh Borough Council, said that it is late."
    assert names(text)[-1][2:] == ("leader", "Marsh Borough Council")


def test_a_department_keeps_its_name_behind_for():
    text = "A spokesman for the Department for Transport said that it is late."
    assert names(text)[-1][3] == "Department for Transport"


def test_a_last_name_that_is_also_a_countrys_is_the_persons_who_has_it():
    text = "Actor Mark Cuban left. Cuban said that it is late."
    assert names(text)[-1][1] == "Mark Cuban"


def test_a_firm_set_off_behind_what_it_makes_is_named():
    text = "The vaccine's developer, British firm Helixon, said that it is late."
    assert names(text)[0][1] == "Helixon"


def test_an_employee_without_a_name_may_be_they():
    text = "One employee said that it is late. “It was cold,” they said."
    assert names(text)[-1][1] == "employee"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("The Nature and Parks Authority", "Nature and Parks Authority"),
        ("Partner Simon Deller", "Simon Deller"),
        ("The park's chief ecologist, Ann Roe,", "Ann Roe"),
    ],
)
def test_a_name_is_whole_and_nothing_but_the_name(mention, name):
    assert names(f"{mention} said that it is late.")[0][1] == name


def test_he_is_whom_the_sentence_before_is_about_and_nobody_in_its_aside():
    text = (
        "Minister Jan Roe criticised Minister Bo Lima, who had said that it was late. "
        "“We have the pictures,” he said."
    )
    assert [found[1] for found in names(text)] == ["Jan Roe", "Bo Lima", "Jan Roe"]
