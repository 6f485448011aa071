"""When it was said, told without a preposition, is of the saying and no part of the words."""

import pytest

from tests.reading.told import Told
from tests.reading.told_attributions import said


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("two weeks ago that", "2025-02-17/2025-02-23"),
        ("a year ago that", "2024"),
        ("three days ago that", "2025-03-01"),
        ("more than two years ago that", "2023"),
        ("only a week ago that", "2025-02-25"),
        ("last month that", "2025-02"),
        ("last month", "2025-02"),
        ("two weeks ago", "2025-02-17/2025-02-23"),
        ("this year that", "2025-01-01/2025-03-04"),
        ("the previous day that", "2025-03-03"),
        ("a day earlier that", "2025-03-03"),
        ("on Dec. 30 that", "2024-12-30"),
    ],
)
def test_the_time_of_saying_is_none_of_the_words(when, day):
    one = Told(f"Ministers speak\n\nNorvia said {when} it would pay for the dam.\n", "2025-03-04")(
        "the dam"
    )
    assert (one.asserted, one.said) == ("it would pay for the dam", day)
    assert one.said_basis == "stated"


@pytest.mark.parametrize("verb", ["told reporters", "announced", "admitted", "warned"])
def test_after_any_verb_of_saying(verb):
    text = f"Norvia {verb} two weeks ago that the dam would be late."
    assert said(text) == [("Norvia", "the dam would be late")]


@pytest.mark.parametrize(
    "words",
    [
        "two weeks of talks had failed",
        "a year of drought had ended",
        "this year was good",
        "last year's harvest was poor",
        "this week's talks were useful",
        "three days were enough",
        "a week ago was too early",
        "two weeks later the talks had failed",
    ],
)
def test_a_clause_may_begin_with_a_time(words):
    assert said(f"Norvia said {words}.") == [("Norvia", words)]


@pytest.mark.parametrize("when", ["two days after", "just over a week before", "hours after"])
def test_what_else_was_said_then_is_not_passed_on_by_who_speaks(when):
    told = Told(f"Spain warned France against delay, {when} Italy said that it would pay.\n")
    assert told("against delay").speaker == "Spain"
    assert (told("it would pay").speaker, told("it would pay").reporters) == ("Italy", [])


def test_a_sentence_may_begin_with_what_else_was_said_then():
    text = "Two days after Italy said that it would pay, Spain announced a new tax."
    assert said(text) == [("Italy", "it would pay"), ("Spain", "a new tax")]
