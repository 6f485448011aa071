"""When it was said and what time it speaks of: three clocks, each with its receipt.

`said` comes from the attribution part of the sentence, from what the same speaker said before in
the paragraph, or from the occasion; `about` from inside what is asserted; and where nothing is
said, `said` is no later than the article came out. Nothing in it can have been said later.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from timeline.assertion import Basis
from timeline.reading.dates import Found
from timeline.reading.occasions import Heard, OccasionDate, phrase_of
from timeline.reading.values import Span
from timeline.when import When


class Said(NamedTuple):
    """When something was asserted, and the receipt; fields as in `Candidate`."""

    date: str
    basis: Basis
    rule: str | None = None
    anchor: str | None = None
    days: tuple[int, ...] = ()
    phrase: Span | None = None


class About(NamedTuple):
    """What time an assertion speaks of, and the receipt."""

    date: str = ""
    rule: str | None = None
    anchor: str | None = None
    phrase: Span | None = None


class Clocks(NamedTuple):
    """All that one article knows of time."""

    copy: str
    found: Sequence[Found]
    published: When
    heard: Sequence[Heard]
    """Mentions of occasions, in order, none inside another."""
    dated: dict[str, OccasionDate]
    """Occasions that this article dates, by key."""
    named: Sequence[Heard]
    """The mentions of those that have a key."""
    starts: Sequence[int]
    """Of the dates."""
    ends: Sequence[int]
    """Of the mentions of occasions."""


DAY = "same-day"


def clocks(
    copy: str,
    found: Sequence[Found],
    published: When,
    heard: Sequence[Heard],
    dated: Sequence[OccasionDate],
) -> Clocks:
    """Gather them. `found`: dates in the order of the text; `published`: may be unknown."""
    named = [mention for mention in heard if mention.occasion.key]
    starts, ends = [date.start for date in found], [mention.span.end for mention in heard]
    by_key = {date.key: date for date in dated}
    return Clocks(copy, found, published, heard, by_key, named, starts, ends)


def dates_within(time: Clocks, start: int, end: int) -> Sequence[Found]:
    """The dates stated in a stretch of the text."""
    first = last = bisect_left(time.starts, start)
    while last < len(time.found) and time.found[last].end <= end:
        last += 1
    return time.found[first:last]


def heard_within(time: Clocks, start: int, end: int) -> Sequence[Heard]:
    """The mentions of occasions that a stretch of the text touches."""
    first = last = bisect_right(time.ends, start)
    while last < len(time.ends) and time.heard[last].span.start < end:
        last += 1
    return time.heard[first:last]


def _end_of(mention: Heard) -> int:
    return mention.span.end


def until(published: When, when: When) -> When:
    """A date without the days on which the article was out already: "after May 3".

    One that has no other days contradicts that of the article, and stays.
    """
    latest = published.latest
    if latest is None or when.earliest is None or when.earliest > latest:
        return when
    if when.latest and when.latest <= latest:
        return when
    one = when.earliest == latest
    kept = When.day(latest) if one else When.between(when.earliest, latest)
    return kept.doubtful() if when.uncertain else kept


def about(time: Clocks, contents: Sequence[Span]) -> About:
    """The first time that the asserted words speak of."""
    for content in contents:
        for date in dates_within(time, *content):
            if not date.problem and date.when.known:
                phrase = phrase_of(time.copy, date)
                return About(date.meant.text, date.rule, date.anchor, phrase)
    return About()


def occasion_of(time: Clocks, date: Found) -> Heard | None:
    """The occasion that a date hangs on: "just a day after the summit", "earlier in the day"."""
    if date.occasion is not None:
        return next(iter(heard_within(time, *date.occasion)), None)
    if date.rule == DAY and not date.when.known:
        at = bisect_right(time.named, date.start, key=_end_of)
        return time.named[at - 1] if at else None
    return None


def read(time: Clocks, date: Found, basis: Basis) -> Said:
    """When a stated date says it was; `basis` is "stated" or "inherited"."""
    phrase = phrase_of(time.copy, date)
    hung = occasion_of(time, date)
    if hung is None:
        known = date.meant if date.when.known else None
        if known is None and date.anchor is None:
            return not_stated(time)._replace(rule=date.rule, phrase=phrase)
        if known is None:
            return Said("", basis, date.rule, date.anchor, (), phrase)
        told = until(time.published, known)
        anchor = date.anchor or (None if told == known else "published")
        return Said(told.text, basis, date.rule, anchor, (), phrase)
    low, high = date.offset or (0, 0)
    days = () if low is None or high is None else (low, high)
    dated = time.dated.get(hung.occasion.key or "")
    moved = date.on(When.parse(dated.date)) if dated and date.occasion else None
    if moved is not None and moved.known:
        return Said(moved.text, "occasion", date.rule, "occasion", days, phrase)
    return Said(not_stated(time).date, "occasion", date.rule, "occasion", days, phrase)


def on_occasion(time: Clocks, heard: Heard) -> Said | None:
    """When it was said, for what was said on an occasion; None if the article is the occasion."""
    key = heard.occasion.key
    if key is None:
        return None
    dated = time.dated.get(key)
    if dated is None:
        return Said(not_stated(time).date, "occasion", "occasion", "occasion", (0, 0))
    return Said(dated.date, "occasion", dated.rule, "occasion", (0, 0), dated.phrase)


def not_stated(time: Clocks) -> Said:
    """No later than the article came out; where that is unknown, unknown."""
    latest = time.published.latest
    if latest is None:
        return Said("", "unknown")
    return Said(When.not_after(latest).text, "article", "not stated", "published")
