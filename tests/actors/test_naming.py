"""Which actor a name means: shipped names, and names made by rule."""

import pytest


@pytest.mark.parametrize(
    ("actor", "names"),
    [
        ("China", "China|Chinese|the PRC|The People’s Republic of China|Beijing|China‘s|CHINA|Chinese officials"),
        ("United States", "US|U.S.|USA|the United States'|America|Washington|American authorities"),
        ("South Korea", "South Korea|the Republic of Korea|ROK|Seoul|South Korean government"),
        ("United Kingdom", "UK|U.K.|Britain|British|London|the government of the United Kingdom"),
        ("United Arab Emirates", "UAE|the Emirates|Abu Dhabi|Emirati leaders"),
        ("Ivory Coast", "Côte d’Ivoire|Cote d'Ivoire|Ivorian"),
        ("NATO", "NATO|Nato|North Atlantic Treaty Organisation|NATO leaders|NATO's declaration|NATO diplomats"),
        ("Jens Stoltenberg", "Stoltenberg|NATO Secretary General Jens Stoltenberg|Jens Stoltenberg’s"),
        ("Hakan Fidan", "Turkish Foreign Minister Hakan Fidan|Fidan"),
        ("Volodymyr Zelenskyy", "President Zelensky|President (Volodymyr) Zelenskyy|Zelenskiy"),
        ("Federal Reserve", "the Federal Reserve|the Fed|US Federal Reserve"),
        ("The Wall Street Journal", "the Wall Street Journal|WSJ"),
        ("Viktor Orbán", "Viktor Orban|Orbán|Hungarian Prime Minister Viktor Orban"),
    ],
)  # fmt: skip
def test_many_names_mean_one_actor(who, actor, names):
    assert {name: who.actor(name) for name in names.split("|")} == dict.fromkeys(
        names.split("|"), actor
    )


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("the Chinese embassy in Washington", "Chinese Embassy in Washington"),
        ("China's embassy in the United States", "Chinese Embassy in Washington"),
        ("The Chinese mission to the European Union", "Chinese Mission to the EU"),
        ("Brazilian mission to the UN", "Brazilian Mission to the UN"),
        ("Embassy of Japan in London", "Japanese Embassy in London"),
        ("the U.S. embassy in Tel Aviv", "US Embassy in Tel Aviv"),
        ("the New Zealand consulate in Houston", "New Zealand Consulate in Houston"),
        ("Ministry of Foreign Affairs of China", "Chinese Foreign Ministry"),
        ("the Kenyan Ministry of Health", "Kenyan Health Ministry"),
        ("Brazil’s supreme court", "Brazilian Supreme Court"),
        ("the Kremlin spokesman", "Kremlin spokesman"),
        ("the Chinese ambassador to the US", "Chinese ambassador to the United States"),
        ("all 32 NATO member nations", "NATO member states"),
        ("The 31 member states of NATO", "NATO member states"),
        ("OPEC members", "OPEC member states"),
        ("NATO members in a joint document", "NATO member states"),
        ("NATO member states", "NATO member states"),
        ("NATO member countries", "NATO member states"),
    ],
)
def test_names_made_by_rule_have_one_form(who, name, actor):
    assert who.actor(name) == actor
    assert who.actor(actor) == actor


@pytest.mark.parametrize(
    ("name", "body", "actor"),
    [
        ("The final statement", "NATO", "NATO"),
        ("32 member nations", "NATO", "NATO member states"),
        ("The embassy", "Chinese", "Chinese Embassy"),
        ("Leaders", "ASEAN", "ASEAN"),
        ("Tobias Billström", "Swedish", "Tobias Billström"),
    ],
)
def test_a_name_without_an_owner_takes_the_body_that_it_is_introduced_with(who, name, body, actor):
    assert who.actor(name, None, body) == actor


@pytest.mark.parametrize(
    "name",
    ["Tobias Billstrom", "General Motors", "Toyota Motor Corp.", "Analysts", "King Charles", "US allies",
     "turkey", "us", "Who", "Justice Department", "Chinese state media"],
)  # fmt: skip
def test_what_nobody_knows_stays_as_it_is(who, name):
    assert who.actor(name) == name


def test_only_the_article_of_an_unknown_name_is_dropped(who):
    assert who.actor("the Beatles") == "Beatles"


def test_a_person_called_jordan_is_no_country(who):
    assert who.actor("Jordan", "congressman", "Ohio") == "Jordan"
    assert who.kind(who.actor("Jordan")) == "country"
    assert who.actor("Jordan", kind="person") == "Jordan"
    assert who.actor("Chad", "striker") == "Chad"
    assert who.actor("Turkish", "president") == "Turkish"


def test_a_question_is_understood_however_it_is_capitalised(who):
    asked = ["china", "NATO", "nato", "us", "jens stoltenberg", "chinese embassy in washington"]
    assert [who.find(name) for name in asked] == [
        "China", "NATO", "NATO", "United States", "Jens Stoltenberg", "Chinese Embassy in Washington",
    ]  # fmt: skip
    assert who.find("zork") is None
    assert not who.known("zork")


def test_did_you_mean(who):
    assert who.nearest("Stoltenburg")[0] == "Jens Stoltenberg"
    assert who.nearest("Chna")[0] == "China"
    assert who.nearest("NTAO")[0] == "NATO"
    assert who.nearest("qqqqqqqq") == []


@pytest.mark.parametrize(("written", "meant"), [("NATTO", "NATO"), ("Brazl", "Brazil")])
def test_only_what_is_written_almost_so_is_proposed(who, written, meant):
    assert who.nearest(written) == [meant]


def test_kinds(who):
    told = {"China": "country", "NATO": "organisation", "Reuters": "media", "Joe Biden": "person",
            "White House": "office", "Chinese Embassy in Washington": "office",
            "NATO member states": "group", "Ana Souza": "unknown"}  # fmt: skip
    assert {actor: who.kind(actor) for actor in told} == told


def test_all_names_of_an_actor(who):
    assert {"PRC", "Beijing", "Chinese"} <= set(who.aliases("China"))
    assert "China" not in who.aliases("China")


@pytest.mark.parametrize(
    ("name", "role", "body", "actor"),
    [
        ("Inter's sporting director", "director", "Inter", "Inter sporting director"),
        ("Brightline's chief executive", "executive", "Brightline", "Brightline chief executive"),
        ("Holm's agent", None, "Nils Holm", "Nils Holm agent"),
        ("The group’s Czech director", "director", "Clean Tenders", "Clean Tenders Czech director"),
        ("Norvale's Chief Executive", "executive", "Norvale", "Norvale chief executive"),
        ("Kuwait's oil ministry", None, "Kuwait", "Kuwaiti Oil Ministry"),
    ],
)
def test_whose_role_it_is_stands_once_in_a_composed_name(who, name, role, body, actor):
    assert who.actor(name, role, body, "office") == actor
    assert who.actor(actor) == actor


@pytest.mark.parametrize(
    ("name", "body", "actor", "side"),
    [
        ("An appeals court in London", "London", "appeals court in London", "United Kingdom"),
        ("The high court in Karlstad", "Karlstad", "high court in Karlstad", "Karlstad"),
        ("Paris police", None, "Paris Police", "France"),
        ("a Moscow court", None, "Moscow Court", "Russia"),
        ("Beijing's mayor", None, "Beijing mayor", "China"),
        ("Beijing's foreign ministry", None, "Chinese Foreign Ministry", "China"),
    ],
)
def test_a_city_is_a_place_and_not_its_state(who, name, body, actor, side):
    found = who.actor(name, None, body, "office")
    assert found == actor
    assert who.sides(found, None, body)[-1] == side
