"""`Found`: one calendar expression in a text, the days it names, and the receipt that says why."""

import datetime as dt
from dataclasses import dataclass

from timeline.reading.dates.meaning import meant
from timeline.when import UNKNOWN, When
from timeline.when.days import moved

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of a date. Offsets are code points; both bounds of `when` may be None.

    Attributes:
        start: where the expression begins.
        end: where it ends; `text[start:end]` is `phrase`.
        phrase: the words themselves.
        when: the days that the words name; what "early" or "since" add to them is in `meant`.
        rule: the name of the rule that read it; `sentence(rule)` says it in words.
        anchor: what it rests on: "published", "mention", "occasion", or None if it stands alone.
        rests_on: the span of the mention it rests on, if `anchor` is "mention".
        part: which part of the named period: early, mid, late, end; or about.
        relation: the word before it that makes it a bound: since, until, by, before, after.
        clock: the time of day as written.
        occasion: the span of the noun phrase that it hangs on ("the summit").
        offset: days from that occasion, lowest and highest; None is no limit.
        span: the whole range of which this is one end ("from 2019 to 2021").
        problem: why the date cannot be known, in a sentence; then `when` is unknown or a choice.
    """

    start: int
    end: int
    phrase: str
    when: When
    rule: str
    anchor: str | None = None
    rests_on: Span | None = None
    part: str | None = None
    relation: str | None = None
    clock: str | None = None
    occasion: Span | None = None
    offset: tuple[int | None, int | None] | None = None
    problem: str | None = None
    span: When | None = None

    @property
    def meant(self) -> When:
        """The days with what stands around: "since 2022" is 2022/.., "end of 2019" 2019-12~."""
        return self.span or meant(self.when, self.part, self.relation)

    def on(self, occasion: When) -> When:
        """The days of this expression once the occasion that it hangs on has a date."""
        if self.offset is None:
            return self.when
        low, high = self.offset
        earliest, latest = _moved(occasion.earliest, low), _moved(occasion.latest, high)
        when = When.between(earliest, latest) if earliest or latest else UNKNOWN
        return when.doubtful() if occasion.uncertain else when


def _moved(day: dt.date | None, days: int | None) -> dt.date | None:
    if day is None or days is None:
        return None
    return moved(day, days)
