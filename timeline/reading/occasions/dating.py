"""What an article says of when an occasion was: "NATO's summit in Washington between 6-11 July"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.reading.dates import Found
from timeline.reading.occasions.find import Heard
from timeline.reading.values import Span


class OccasionDate(NamedTuple):
    """An occasion of full name, dated by this article; with the receipt of the date."""

    key: str
    name: Span
    date: str
    """EDTF."""
    phrase: Span
    rule: str
    anchor: str | None


LINK = re.compile(
    r"[\s,]*(?:(?:is|was|were|will be|to be|being|taking place|took place|held|opened|began|begins"
    r"|opens|takes place|scheduled|issued|adopted|published|released|signed|this year|which|for"
    r"|from|on|in|at|of|between|during|the)[\s,]+)*",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\b(on|in|at|by|since|until|from|between|during|before|after) $", re.IGNORECASE
)
REACH, WIDTH = 60, 12


def phrase_of(copy: str, date: Found) -> Span:
    """The words of a date with the preposition that leads it: "on Thursday", "by September"."""
    before = LEADING.search(copy, max(0, date.start - WIDTH), date.start)
    return Span(before.start(1) if before else date.start, date.end)


def _start(date: Found) -> int:
    return date.start


def occasion_dates(
    copy: str, heard: Sequence[Heard], dates: Sequence[Found]
) -> Iterator[OccasionDate]:
    """The dates that this article gives to occasions with a full name, the first for each.

    Only a date that follows the name in its clause counts, and one that is bounded on both sides.
    """
    done: set[str] = set()
    for mention in heard:
        key = mention.occasion.key
        if key is None or key in done or not mention.event:
            continue
        end = mention.noun.place.end if mention.noun.place else mention.span.end
        for i in range(bisect_left(dates, end, key=_start), len(dates)):
            date = dates[i]
            if date.start > end + REACH:
                break
            if date.occasion or date.relation:
                continue
            bounded = date.when.earliest is not None and date.when.latest is not None
            if bounded and LINK.fullmatch(copy, end, date.start):
                done.add(key)
                span = phrase_of(copy, date)
                yield OccasionDate(
                    key, mention.occasion.name, date.meant.text, span, date.rule, date.anchor
                )
                break
