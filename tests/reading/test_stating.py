"""Which date of a sentence is that of saying: beside the verb, not after the article came out."""

import pytest

from tests.reading.told import Told

TOLD = Told(
    """Ministers quarrel over the dam

A treasury spokesman disputed that, saying officials first heard of the dam on January 20.

Norvia rejected the report, arguing its engineers had left on Saturday.

Ostland condemned the report on Sunday, adding that the dam had been built on May 2.

Zelvia criticised the law, arguing on Saturday that it was void.

Norvia said on Monday that the dam was safe, while Ostland said on Friday that it leaked.

Zelvia praised the treaty of June 2, calling it late.

Mayor Ana Roe quit on Monday, two days after a parliamentary inquiry accused the city of wasting water.

Minister Jan Lund quit on Friday after Zelvia accused him of hiding a leak.

On Sunday, after long talks in Norvia, Chancellor Mia Holt praised the plan.
""",
    "2025-06-10",
)


@pytest.mark.parametrize(
    "words", ["that", "officials first heard", "the report", "its engineers had left"]
)
def test_a_date_in_what_a_participle_tells_is_of_the_matter(words):
    one = TOLD(words)
    assert (one.said, one.said_basis) == ("../2025-06-10", "article")


def test_what_the_participle_tells_speaks_of_that_date():
    assert TOLD("its engineers had left").about == "2025-06-07"


def test_a_date_beside_the_verb_is_of_the_saying_and_of_what_it_goes_on_to_say():
    assert TOLD("the dam had been built").said == "2025-06-08"
    assert TOLD("the dam had been built").about == "2025-05-02"
    assert TOLD("it was void").said == "2025-06-07"


def test_each_of_two_speakers_has_the_day_beside_the_own_verb():
    assert TOLD("the dam was safe").said == "2025-06-09"
    assert TOLD("it leaked").said == "2025-06-06"


def test_the_day_of_a_thing_is_not_that_on_which_it_is_praised():
    one = TOLD("the treaty of")
    assert (one.asserted, one.said_basis) == ("the treaty of June 2", "article")


@pytest.mark.parametrize("words", ["wasting water", "hiding a leak"])
def test_what_followed_on_a_day_does_not_date_what_it_followed(words):
    assert TOLD(words).said == "../2025-06-10"


def test_who_speaks_after_something_on_a_day_speaks_on_that_day():
    assert TOLD("the plan").said == "2025-06-08"


LATER = """Ministers quarrel over the dam

Norvia said on June 20 that the dam was safe.

Ostland said after May 3 that the dam leaked.

Zelvia told reporters this week that it would pay.

Ruritania said in June that it was ready.

Arland said in May that it was not.
"""


@pytest.mark.parametrize(
    ("words", "said", "basis"),
    [
        ("the dam was safe", "../2025-06-10", "article"),
        ("the dam leaked", "2025-05-04/2025-06-10", "stated"),
        ("it would pay", "2025-06-09/2025-06-10", "stated"),
        ("it was ready", "2025-06-01/2025-06-10", "stated"),
        ("it was not", "2025-05", "stated"),
    ],
)
def test_nothing_in_an_article_was_said_after_it_came_out(words, said, basis):
    one = Told(LATER, "2025-06-10")(words)
    assert (one.said, one.said_basis) == (said, basis)


def test_a_bound_that_the_article_sets_hangs_on_its_date():
    assert Told(LATER, "2025-06-10")("the dam leaked").said_anchor == "published"


def test_without_a_date_of_the_article_nothing_is_cut():
    assert Told(LATER, "")("the dam was safe").said_phrase == "on June 20"


@pytest.mark.parametrize(
    "head",
    [
        "OSTBURG, June 9, 2025 (Wire) - ",
        "OSTBURG, June 9 (Wire) - ",
        "OSTBURG, Monday, June 9, 2025 (Wire) — ",
        "Ostburg, 9 June 2025 – ",
        "NEW OSTBURG/LUND, June 9 -- ",
        "OSTBURG (Wire), June 9: ",
    ],
)
def test_the_day_of_a_dateline_dates_the_article_and_no_saying(head):
    told = Told(
        f"Norvia speaks\n\n{head}Norvia never took the dam plan to heart, and it said the dam was "
        "safe. It said the lake was full.\n",
        "2025-06-10",
    )
    for words in ("the dam was safe", "the lake was full"):
        assert (told(words).said, told(words).said_basis) == ("../2025-06-10", "article")


def test_a_day_behind_the_dateline_is_that_of_saying():
    told = Told(
        "Norvia speaks\n\nOSTBURG, June 9 (Wire) - Norvia said on Sunday the dam was safe.\n",
        "2025-06-10",
    )
    assert told("the dam was safe").said == "2025-06-08"


def test_a_line_that_only_begins_with_a_day_has_no_dateline():
    told = Told("Norvia speaks\n\nOn June 9, Norvia said the dam was safe.\n", "2025-06-10")
    assert told("the dam was safe").said == "2025-06-09"


def test_a_plan_that_one_heard_of_does_not_look_ahead():
    told = Told(
        "Norvia speaks\n\nNorvia said its officials learned of the plan on January 20.\n",
        "2025-06-10",
    )
    assert told("officials learned").about == "2025-01-20"
