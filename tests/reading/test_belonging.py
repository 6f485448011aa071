"""For whom somebody speaks where the introduction does not name it."""

import pytest

from tests.reading.told import DIRECTORY, Told

STRIKE = """Crews at Northline Ferries walked out on Friday, the Seafarers' Alliance said.

Transport Secretary Ann Mott told the British parliament that the strike was wrong. Union boss Terry Hobbs said that pay was low. Its treasurer, Jo Lund, said that money was short. A company spokesman said that talks went on. Shadow transport secretary Nadia Khan said that it was late.
"""


def side(told, words):
    one = told(words)
    actor = told.speaker(words)
    return (DIRECTORY.sides(actor, one.speaker_role, one.speaker_body) or (actor,))[-1]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("the strike was wrong", "United Kingdom"),
        ("pay was low", "Seafarers' Alliance"),
        ("it was late", "Nadia Khan"),
    ],
)
def test_whose_post_it_is_the_article_tells(words, body):
    assert side(Told(STRIKE), words) == body


def test_its_president_is_of_the_body_named_before():
    told = Told("The Rowing Federation was angry. Its president, Jan Roe, said that it was late.")
    assert told("it was late").speaker_body == "Rowing Federation"


def test_a_company_spokesman_is_the_spokesman_of_a_company_that_is_named():
    told = Told(
        "Shares in Brightline fell. Brightline said on Friday that sales fell. "
        "A company spokesman said that talks went on."
    )
    assert told.speaker("talks went on") == "Brightline spokesman"


def test_a_regional_secretary_adds_no_word_to_his_union():
    assert DIRECTORY.sides("Phil Brady", "regional secretary", "Teaching Union")[-1] == (
        "Teaching Union"
    )


def test_its_at_the_head_of_a_sentence_is_of_whom_the_one_before_begins_with():
    told = Told(
        "The Actors' Guild said that Vidora had cut too deep. "
        "Its Africa director, Jan Roe, said that it was late."
    )
    assert told("it was late").speaker_body == "Actors' Guild"


def test_a_bare_ministry_is_of_the_country_that_an_article_is_about():
    told = Told("Kenya has shut two schools, the health ministry announced on Tuesday.")
    assert told.speaker("shut two schools") == "Kenyan Health Ministry"


def test_a_noun_with_a_capital_at_the_head_of_a_sentence_is_no_body():
    told = Told("The shop closed. Shop assistant Tina Bailey said on Friday that she wept.")
    assert told("she wept").speaker_body is None


def test_a_lawyer_behind_whose_name_the_group_stands_is_of_the_group():
    told = Told(
        "BirdWatch Israel disagrees. BirdWatch Israel said on Friday that the judge was wrong. "
        "Ann Roe, the group's lawyer, said that it was late."
    )
    assert told("it was late").speaker_body == "BirdWatch Israel"


def test_what_a_post_is_for_may_look_like_a_verb():
    told = Told("Jan Roe, planning director at Tarn Quarries, insisted the firm had listened.")
    one = told("had listened")
    assert (one.speaker_name, one.speaker_body) == ("Jan Roe", "Tarn Quarries")
    assert (one.act, one.targets_name) == ("support", ["Tarn Quarries"])


def test_who_speaks_on_behalf_of_a_group_speaks_for_it():
    told = Told(
        "Speaking on behalf of the Save Our River group, retired teacher Ann Mott said it was late."
    )
    assert told("it was late").speaker_body == "Save Our River"


def test_whoever_argues_and_then_urges_has_said_two_things():
    told = Told(
        "Jan Roe argued that money was short, and he urged China to pay. Ann Mott was silent."
    )
    assert told("money was short").asserted == "money was short"
    assert told("to pay").act == "request"
    assert told.speaker("to pay") == "Jan Roe"


def test_who_is_introduced_by_a_body_alone_is_of_it():
    told = Told("“It was late,” said Ann Mott of Mole Securities.")
    assert told("It was late").speaker_body == "Mole Securities"


def test_for_whom_somebody_speaks_is_looked_for_without_trying_every_split():
    told = Told(f"Speaking for {'A' * 137} teacher Ann Mott said it was late.")
    assert told("it was late").speaker_role == "teacher"


@pytest.mark.parametrize(
    ("more", "body"), [("", None), ("Peru and Brazil share it; Peru built it in 1990.", "Peru")]
)
def test_a_minister_is_of_no_country_that_he_accuses(more, body):
    told = Told(f"Finance Minister Ana Silva accused Brazil of lying about the dam. {more}")
    assert told("lying about the dam").speaker_body == body
    assert told.targets("lying about the dam") == ["Brazil"]


@pytest.mark.parametrize(
    ("introduction", "body"),
    [
        ("Airport officials", None),
        ("Patient groups in Norway", None),
        ("Shop owner Ali Khan", None),
        ("Health officials in Norway", "Norway"),
        ("Mette Krogh, who chairs the Rowing Federation,", "Rowing Federation"),
        ("Paul Ito, head of surgery at St Olga's Hospital,", "St Olga's Hospital"),
        ("Tom Reed, an economist with Fjord Trends,", "Fjord Trends"),
        ("Ida Moe, Oxfam's Yemen director,", "Oxfam"),
        ("Fjordline's Paul Ito", "Fjordline"),
        ("Police spokesman John Roe", "Police"),
        ("Jim Tate, a Republican from Ohio,", None),
        ("Scientists at the University of Lund", "University of Lund"),
        ("John Lund of the Miners' Federation", "Miners' Federation"),
    ],
)
def test_whose_somebody_is_who_speaks(introduction, body):
    told = Told(f"Talks went on in Bergen.\n\n{introduction} said that it was late.")
    assert told("it was late").speaker_body == body


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("China rejected the protest.", "China"),
        ("Japan rejected the protest. Talks went on in Geneva.", "Japan"),
        ("Peru thanked Chile. Brazil was silent.", "Foreign Ministry"),
    ],
)
def test_a_ministry_without_a_country_is_of_the_one_its_paragraph_is_about(before, body):
    told = Told(
        f"Talks went on.\n\n{before} Foreign Ministry spokeswoman Ann Roe said it was late."
    )
    assert told("it was late").speaker_body == body


def test_a_ministrys_spokeswoman_is_of_the_ministry_and_of_its_country():
    told = Told("Kenya rejected the protest. Defence Ministry spokesman Jan Roe said it was late.")
    assert DIRECTORY.sides("Jan Roe", told("it was late").speaker_role, "Kenya") == (
        "Jan Roe",
        "Kenyan Defence Ministry",
        "Kenya",
    )


NORLAND = """{first}

Norland's opposition said on Monday that the vote in Norland was a fraud. People in Norland voted for the fourth time.

{who} said that it was late.

The United States was silent. The United States may yet speak.
"""


@pytest.mark.parametrize(
    ("first", "who", "body"),
    [
        ("Talks went on.", "Prime Minister Jan Roe", "Norland"),
        ("Talks went on.", "Government spokesman Jan Roe", "Norland"),
        ("Talks went on.", "Minister of Defence Jan Roe", "Norland"),
        ("Talks went on.", "Former secretary of state Jan Roe", None),
        ("LUND, Norland (ABC) - Talks went on.", "Foreign Minister Ann Roe", "Norland"),
        ("Talks went on.", "Norland was angry with Russia. Foreign Minister Ann Roe", "Norland"),
        ("Russia met Russia's critics. Russia left. Russia came back. Russia won.", "Foreign Minister Ann Roe", "Russia"),
    ],
)  # fmt: skip
def test_a_minister_is_of_the_country_an_article_tells_of_known_or_not(first, who, body):
    assert Told(NORLAND.format(first=first, who=who))("it was late").speaker_body == body


def test_where_a_paragraph_names_several_countries_the_ministers_is_left_open():
    told = Told(
        "Talks went on. Italy won.\n\n"
        "Peru thanked Chile. Brazil was silent. Foreign Minister Ann Roe said it was late."
    )
    assert told("it was late").speaker_body is None


def test_a_spokeswoman_is_of_the_ministry_named_before():
    told = Told(
        "Observers from the OSCE were there.\n\n"
        "Russia's Foreign Ministry thanked Serbia. Spokeswoman Ann Roe said it was late."
    )
    assert side(told, "it was late") == "Russia"


@pytest.mark.parametrize("name", ["National Association of Brewers", "Rail Users' Federation"])
def test_the_group_is_the_association_named_last(name):
    told = Told(
        "The Hops Coalition was glad. Its chairman, Jan Dahl, said it was dark. The Hops Coalition "
        f"left.\n\nThe {name} criticised the tax. “It is late,” said Ann Roe, the group's economist."
    )
    assert told("It is late").speaker_body == name
