"""Faults of dates are values with their place and their reason, never guesses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.dates import find, problems
from timeline.when import When

ANCHOR = When.parse("2024-07-11")


@pytest.mark.parametrize(
    ("text", "phrase", "reason"),
    [
        ("on 31 June 2024 it", "31 June 2024", "June 2024 has 30 days"),
        ("on June 31 it", "June 31", "June has 30 days"),
        ("on 30 February it", "30 February", "February has 29 days"),
        ("on 29 February 2023 it", "29 February 2023", "February 2023 has 28 days"),
        ("on July 11, 10000 it", "July 11, 10000", "10000 is not read"),
        ("on July 11, 0000 it", "July 11, 0000", "0000 is not read"),
        ("on 15 March 44 BC it", "15 March 44 BC", "44 bc is not read"),
        ("in 480 BCE it", "480 BCE", "before the year 1"),
        ("on 11/07/24 it", "11/07/24", "no century"),
        ("on 31/31/2024 it", "31/31/2024", "is no day"),
        ("on 2024-13-01 it", "2024-13-01", "no month 13"),
        ("Date: [Current Date]", "[Current Date]", "not filled"),
        ("Published {{ publish_date }}", "{{ publish_date }}", "not filled"),
        ("Date: DD/MM/YYYY", "DD/MM/YYYY", "not filled"),
        ("في ١١/٠٧/٢٠٢٤ it", "١١/٠٧/٢٠٢٤", "digits 0-9"),
    ],
)
def test_a_fault_has_its_words_and_its_reason(text, phrase, reason):
    (fault,) = problems(text)
    assert fault.phrase == phrase == text[fault.start : fault.end]
    assert reason in fault.reason
    assert not any(one.when.known for one in find(text, ANCHOR))


def test_a_date_that_could_be_two_days_is_both_and_neither_is_chosen():
    (one,) = find("on 07/08/2024 it", ANCHOR)
    assert str(one.when) == "[2024-07-08,2024-08-07]"
    assert "neither is chosen" in one.problem


@pytest.mark.parametrize(
    ("text", "when"), [("13/07/2024", "2024-07-13"), ("07/13/2024", "2024-07-13")]
)
def test_a_date_that_can_be_one_day_only_is_that_day(text, when):
    (one,) = find(f"on {text} it", ANCHOR)
    assert (str(one.when), one.problem) == (when, None)


def test_the_two_days_that_are_alike_are_one():
    assert str(find("on 07/07/2024 it")[0].when) == "2024-07-07"


@given(st.text(max_size=100))
def test_any_text_is_survived(text):
    for fault in problems(text):
        assert text[fault.start : fault.end] == fault.phrase
