"""What keeps a rule from taking a modal, a verb, a name or a count for a date."""

import re

from timeline.reading.dates.rule import Site
from timeline.reading.dates.words import GUARDS, any_of

BEFORE_MONTH = re.compile(
    rf"(?:(?<![a-z]){any_of(GUARDS['before_month'])}(?: the)?|[,(-]|\bof)[ -]{{1,4}}$"
)
MODAL = re.compile(rf" {{1,4}}(?:of(?: dimes| the)|{any_of(GUARDS['modal'])})(?![a-z])")
SURELY = re.compile(
    r"(?<![a-z])(?:in|since|until|last|next|during|by|through|early|late|mid)[ -]{1,4}$"
)
COUNTED = re.compile(rf"(?:-| {{1,4}}){any_of(GUARDS['counted'])}(?![a-z])")
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
    left, after = at.low[max(0, start - 14) : start], at.text[end : end + 2]
    if SURELY.search(left):
        return True
    if after[:1] == " " and after[1:].isupper():
        return False
    if word in ("may", "march", "mar", "jan"):
        return BEFORE_MONTH.search(left) is not None and not MODAL.match(at.low, end)
    return True


def is_count(at: Site) -> bool:
    """Whether the bare number here counts or names something, and so is no year."""
    return bool(COUNTED.match(at.low, at.end) or NAMED.search(at.left(16)))
