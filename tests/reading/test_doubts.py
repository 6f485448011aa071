"""What speaks against a date that a person gives: said in so many words, and never more than that."""

import datetime as dt

import pytest

from timeline.reading.describe import describe
from timeline.reading.doubts import of_future, of_published, of_said
from timeline.when import When

TODAY = dt.date(2026, 11, 22)
TEXT = "Leaders meet\n\nBRUSSELS, July 11, 2024 - NATO accused China on Thursday.\n"
SILENT = "Leaders meet\n\nNATO accused China on Thursday.\n"


def doubts(published, text=TEXT, said=()):
    own, known = describe(text), map(When.parse, said)
    return list(of_published(When.parse(published), own, known, TODAY))


@pytest.mark.parametrize("date", ["2026-11-22", "2026-11-23", "2026", "2026-11/..", "unknown"])
def test_today_is_not_the_future_nor_is_what_may_have_begun_or_tomorrow_in_the_far_east(date):
    assert list(of_future(When.parse(date), TODAY)) == []


@pytest.mark.parametrize("date", ["2026-11-24", "2027", "2026-12/.."])
def test_days_that_have_not_come_are_told(date):
    [told] = of_future(When.parse(date), TODAY)
    assert told == f"{When.parse(date).label} is in the future"


@pytest.mark.parametrize("date", ["2024-07-11", "2024-07-13", "2024-07-09", "2024-07", "unknown"])
def test_an_article_comes_out_on_its_own_day_or_next_to_it(date):
    assert doubts(date) == []


@pytest.mark.parametrize("date", ["2024-11-07", "2023-07-11", "2024-07-14", "../2024-07-08"])
def test_another_day_than_the_article_states_is_told_with_its_words(date):
    assert doubts(date) == ["the article itself says 2024-07-11 (“July 11, 2024”)"]


def test_an_article_that_states_no_date_contradicts_none():
    assert doubts("2019", SILENT) == []


def test_nobody_reports_what_is_said_later_and_the_latest_of_it_is_told():
    said = ["2024-07-10", "2024-07-12", "2024-07-14", "2024-07-09/..", "unknown"]
    assert doubts("2024-07-11", SILENT, said) == [
        "the article reports what was said later: 2024-07-14"
    ]
    assert doubts("2024-07", SILENT, said) == []


def test_a_slip_in_the_year_is_told_of_what_was_said_as_well():
    published = When.parse("2024-07-11")
    assert list(of_said(When.parse("2024-07-10"), published, TODAY)) == []
    assert list(of_said(When.parse("2025-07-10"), published, TODAY)) == [
        "the article itself came out before that: 2024-07-11"
    ]
    assert list(of_said(When.parse("2025-07-10"), When.unknown(), TODAY)) == []
