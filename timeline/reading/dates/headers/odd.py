"""What is odd about the days that a head states, though each can be read."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from timeline.reading.dates.faults import Problem
from timeline.reading.dates.found import Found
from timeline.reading.dates.words import WEEKDAYS

FIRST_WORD = re.compile("[a-z]+")


def weekday(phrase: str, day: dt.date) -> str | None:
    """What is wrong with a day whose name is told beside it.

    >>> weekday("Monday, 5 June 2026", dt.date(2026, 6, 5))
    '“Monday, 5 June 2026”: that day is a Friday.'
    """
    word = FIRST_WORD.search(phrase.lower())
    named = WEEKDAYS.get(word[0]) if word else None
    if named is None or named == day.weekday():
        return None
    return f"“{phrase}”: that day is a {day:%A}."


def updated(out: Found, stated: Iterable[tuple[str, Found, int]]) -> Iterator[Problem]:
    """What is wrong where an article was updated before it came out.

    Args:
        out: the day on which it came out.
        stated: all that its head states: rule, date, offset of the line.
    """
    for rule, found, offset in stated:
        if rule == "updated" and found.when.certainly_before(out.when):
            reason = f"“{found.phrase}”, when it was updated, lies before “{out.phrase}”."
            yield Problem(found.start + offset, found.end + offset, found.phrase, reason)
