"""Quotes of every style, nested, unclosed or forgotten."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.text.quotes import quotes
from timeline.reading.text.shadow import shadow


def inner(text):
    copy = shadow(text)
    return [text[q.inner_start : q.inner_end] for q in quotes(copy, 0, len(copy))]


@pytest.mark.parametrize(
    "text",
    ["He said, “We stay.”", 'He said, "We stay."', "He said, «We stay.»", "He said, ''We stay.''"],
)
def test_every_style_is_read(text):
    assert inner(text) == ["We stay."]


def test_single_marks_count_where_there_are_no_double_ones():
    assert inner("‘We stay,’ he said of the states’ plan.") == ["We stay,"]


def test_an_apostrophe_is_no_quote():
    assert inner("It's the states' plan, isn't it?") == []


def test_a_quote_inside_a_quote_of_the_same_style_is_part_of_it():
    assert inner("“Its so-called “no limits” partnership grows,” it said.") == [
        "Its so-called “no limits” partnership grows,"
    ]


def test_a_quote_whose_end_was_forgotten_ends_where_the_next_begins():
    assert inner("“We stay, he said. “We go,” she said.") == ["We stay, he said. ", "We go,"]


def test_an_unclosed_quote_runs_to_the_end_of_its_paragraph():
    assert inner("He said: “We stay. We go.") == ["We stay. We go."]


def test_an_odd_straight_mark_in_the_middle_opens_nothing():
    assert inner('The 6" pipe burst.') == []


@given(st.text(alphabet="“”\"'‘ ab,.", max_size=60))
def test_quotes_lie_in_order_and_apart(text):
    copy = shadow(text)
    found = quotes(copy, 0, len(copy))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(q.start <= q.inner_start <= q.inner_end <= q.end for q in found)
