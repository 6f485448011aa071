"""What keeps a rule from taking a modal, a verb, a name or a count for a date."""

import re

from timeline.reading.dates.rule import Site
from timeline.reading.dates.words import GUARDS, any_of

BEFORE_MONTH = re.compile(
    rf"(?:(?<![a-z]){any_of(GUARDS['before_month'])}(?: the)?|[,(-]|\bof)[ -]{{1,4}}$"
)
MODAL = re.compile(rf" {{1,4}}{any_of(GUARDS['modal'])}(?![a-z])")
COUNTED = re.compile(rf"(?:-| {{1,4}})(?:[a-z]{{1,12}} )?{any_of(GUARDS['counted'])}(?![a-z])")
COUNTED_NEXT = re.compile(rf"(?:-| {{1,4}}){any_of(GUARDS['counted'])}(?![a-z])")
NAMED = re.compile(rf"(?:(?<![a-z]){any_of(GUARDS['named'])}[.:]?[ -]{{1,4}}|[$€£¥#§]{{1}} ?)$")
DOUBTFUL = ("may", "march", "mar", "jan", "june", "april", "august", "jun")
"""Months that are also words or names."""


def is_month(at: Site, start: int, end: int, *, with_day: bool = False) -> bool:
    """Whether the word at this span is the month: capital, and no modal, verb or first name."""
    word, given = at.low[start:end].rstrip("."), at.text[start:end]
    if not given[0].isupper() and not (with_day and word not in ("may", "march", "mar")):
        return False
    if word not in DOUBTFUL or with_day:
        return True
    left = at.low[max(0, start - 14) : start]
    if word in ("may", "march", "mar", "jan"):
        return BEFORE_MONTH.search(left) is not None and not MODAL.match(at.low, end)
    after = at.text[end : end + 2]
    return BEFORE_MONTH.search(left) is not None or not (after[:1] == " " and after[1:].isupper())


def is_count(at: Site) -> bool:
    """Whether the bare number here counts or names something, and so is no year."""
    return bool(COUNTED_NEXT.match(at.low, at.end) or NAMED.search(at.left(16)))
