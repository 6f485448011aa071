"""Times of day: `at 10:15 a.m.`, `14:48 UTC`, `noon`. Durations and ages, which are no dates."""

import re

from timeline.reading.dates.rule import Match, Read, Site, relative, rule
from timeline.reading.dates.words import CLOCK, COUNT, MONTH, STARTS_COUNT, UNIT, WEEKDAY
from timeline.when import UNKNOWN, When

AT = ("at", "by", "about", "around", "until", "before", "after", "from", "to", "since", "and")


BESIDE = re.compile(r"(?:,| -| \||) {1,4}(?:at )?")
DAY_NEXT = re.compile(rf",? {{1,4}}(?:{MONTH} [0-9]|[0-9]{{1,2}} {MONTH}|{WEEKDAY})")
COUNT_NEXT = re.compile(r" {1,4}(?:percent|million|billion|points)|%")


@rule("clock", {"#"}, CLOCK)
def clock(match: Match, at: Site) -> Read | None:
    """A time of day belongs to the day mentioned beside it, or else to the article's own day."""
    words = match[0]
    marked = any(mark in words for mark in ("am", "pm", "a.m", "p.m")) or words[-1:].isalpha()
    if not marked and not words.endswith(")"):
        beside = bool(at.before and BESIDE.fullmatch(at.low, at.before.end, at.start))
        said = (at.left(8).split() or [""])[-1] in AT and not COUNT_NEXT.match(at.low, at.end)
        if "." in words or not (beside or said or DAY_NEXT.match(at.low, at.end)):
            return None
    given = at.text[match.start() : match.end()]
    return relative(When.day, at)._replace(clock=given)


@rule("noon", {"noon", "midnight", "midday"}, r"(?:noon|midnight|midday)")
def noon(match: Match, at: Site) -> Read | None:
    """Noon and midnight belong to the article's day, unless another day stands beside them."""
    return relative(When.day, at)._replace(clock=at.text[match.start() : match.end()])


@rule(
    "no-date",
    STARTS_COUNT,
    rf"{COUNT}(?:_|-)(?:(?:full|straight|consecutive|more|long|whole|business|working)_)?(?:{UNIT}|hours?|minutes?|seconds?)(?:(?:_|-)(?:old|long|olds))?(?:_of_age)?",
)
def duration(_match: Match, _at: Site) -> Read | None:
    """A length of time or an age is no date."""
    return Read(UNKNOWN)
