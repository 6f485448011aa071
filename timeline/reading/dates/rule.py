"""What a rule is: a pattern, the words it can begin with, and what reads the match."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from timeline.errors import BadDate
from timeline.reading.dates.found import Found
from timeline.reading.dates.tense import looks_ahead
from timeline.when import UNKNOWN, When

GAP = "(?: {1,4})"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a pattern matched: the text, its folded copy, the anchor, and what was found before.

    `before` is the date mentioned last, `told` the last that was a day.
    """

    text: str
    low: str
    start: int
    end: int
    day: dt.date | None
    before: Found | None
    told: Found | None

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead."""
        return looks_ahead(self.low, self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether the expression begins with a capital letter."""
        return self.text[self.start].isupper()

    def left(self, length: int) -> str:
        """So many folded code points before the expression."""
        return self.low[max(0, self.start - length) : self.start]

    def right(self, length: int) -> str:
        """So many folded code points after it."""
        return self.low[self.end : self.end + length]


class Read(NamedTuple):
    """What a rule makes of a match."""

    when: When
    anchor: str | None = None
    part: str | None = None
    clock: str | None = None
    problem: str | None = None
    occasion: tuple[int, int] | None = None
    offset: tuple[int | None, int | None] | None = None
    rests_on: tuple[int, int] | None = None


Match = re.Match[str]
Reader = Callable[[Match, Site], Read | None]


@dataclass(frozen=True)
class Rule:
    """One kind of expression. Its function's docstring is the sentence that a receipt shows."""

    name: str
    starts: frozenset[str]
    source: str
    read: Reader

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern, made when first needed; it ends where a word ends."""
        return re.compile(rf"(?:{self.source.replace('_', GAP)})(?![a-z0-9])")

    @property
    def sentence(self) -> str:
        """Why such an expression means what it means."""
        return " ".join((self.read.__doc__ or "").split())


RULES: dict[str, Rule] = {}


def rule(name: str, starts: Iterable[str], pattern: str) -> Callable[[Reader], Reader]:
    """Register a function as the reader of what `pattern` matches at one of the words `starts`.

    "#" among them is any number in digits. In the pattern `_` is a gap, of one to four spaces.
    """

    def add(read: Reader) -> Reader:
        RULES[name] = Rule(name, frozenset(starts), pattern, read)
        return read

    return add


def relative(make: Callable[[dt.date], When], at: Site) -> Read:
    """What the article's own day makes of it; unknown as long as that day is."""
    return Read(UNKNOWN if at.day is None else make(at.day), "published")


def after_told(make: Callable[[dt.date], When], at: Site) -> Read:
    """What the day mentioned before makes of it, or else the article's own day."""
    seen = at.told
    if seen and (day := seen.when.earliest) and day == seen.when.latest:
        return Read(make(day), "mention", rests_on=(seen.start, seen.end))
    return relative(make, at)


def absolute(make: Callable[[], When]) -> Read:
    """What stands by itself; a day that no month has is a fault, with its reason."""
    try:
        return Read(make())
    except BadDate as fault:
        return Read(UNKNOWN, problem=str(fault))
