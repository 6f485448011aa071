"""What an occasion is called across articles: its key, from whose it is, its kind, where or when.

A key is given only to a full name, one that can mean one thing: "NATO summit, Washington". A body
meets at its own seat again and again, so there the year must be stated too.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading.dates import Found
from timeline.reading.lexicons import load
from timeline.reading.occasions.nouns import Noun
from timeline.reading.values import Span


class Owner(NamedTuple):
    """An organisation or country that is mentioned, by its canonical name."""

    span: Span
    name: str
    body: bool
    """Whether it is an organisation, such as holds summits."""
    full: Span
    """The fullest name in this article that the mention refers to."""


Owners = Callable[[int, int], Sequence[Owner]]
"""Who is mentioned in a part of the text, in order."""
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
NAME = re.compile(r"[A-Z][\w.-]*(?:\s+(?:of\s+)?[A-Z][\w.-]*)*")
BY = re.compile(r"\s+(?:of|by|from)\s+(?:the\s+)?")
THERE = re.compile(r",\s+(?:the\s+)?")
CLAUSE = re.compile(r"[,.;:!?]")
BESIDE = re.compile(
    r"[\s,]*(?:(?:released|issued|published|adopted|signed|at|in|on|of|from|the|late)\s+){0,3}"
)
NEAR = 50
FAR = 1500
GATHERINGS = ("summit",)


class Named(NamedTuple):
    """A mention of an occasion, with all that its own words say."""

    noun: Noun
    owner: str | None
    issuer: Span | None
    """The owner, by its fullest name in this article."""
    place: str | None
    year: str | None
    title: str | None
    """A proper name of its own: "Shangri-La" of "the Shangri-La Dialogue"."""
    key: str | None

    @property
    def kind(self) -> str:
        """The kind of event, also where this is but a document of it."""
        return self.noun.of or self.noun.kind

    @property
    def event(self) -> bool:
        """Whether it names an event, if only in passing: "the summit communique"."""
        return self.noun.sort == "event" or self.noun.of is not None


def named(copy: str, noun: Noun, owners: Owners, dates: Sequence[Found]) -> Named:
    """Read what the words of one mention say."""
    start, end = noun.span.start, noun.head.start
    owned = list(owners(start, end)) or _behind(copy, noun, owners)
    found = YEAR.search(copy, start, end)
    year = found[0] if found else _year(copy, noun, dates)
    free = _free(copy, Span(start, end), [owner.span for owner in owned])
    place = copy[slice(*noun.place)].removesuffix("'s").rstrip(".'") if noun.place else None
    gathering = (noun.of or noun.kind) in GATHERINGS
    if free and gathering:
        place, free = place or free, None
    owner = "-".join(dict.fromkeys(who.name for who in owned)) or None
    made = Named(noun, owner, owned[0].full if owned else None, place, year, free, None)
    if owner is None and gathering and (place or year) and (host := _host(copy, noun, owners)):
        made = made._replace(owner=host.name, issuer=host.full)
    return made._replace(key=_key(made))


def _behind(copy: str, noun: Noun, owners: Owners) -> list[Owner]:
    """Whose it is by what follows: "the leaders' summit of the G7", "a declaration by NATO"."""
    after = BY.match(copy, noun.head.end)
    if after is None:
        return []
    limit = min(len(copy), after.end() + NEAR)
    stop = CLAUSE.search(copy, after.end(), limit)
    return list(owners(after.end(), stop.start() if stop else limit))[:1]


def _year(copy: str, noun: Noun, dates: Sequence[Found]) -> str | None:
    """The year of a document from a date beside it: "released last year", "In 2022, the ..."."""
    if noun.sort != "document" or noun.of is not None:
        return None
    for i in range(bisect_left(dates, noun.span.start - 2, key=_end), len(dates)):
        date = dates[i]
        if date.start > noun.head.end + NEAR:
            break
        low, high = date.when.earliest, date.when.latest
        if date.occasion or low is None or high is None or low.year != high.year:
            continue
        if noun.head.end <= date.start <= noun.head.end + NEAR:
            between = copy[noun.head.end : date.start]
            owner = BY.match(between)
            if BESIDE.fullmatch(between) or (owner and not CLAUSE.search(between)):
                return str(low.year)
        elif 0 <= noun.span.start - date.end <= 2:
            return str(low.year)
    return None


def _end(date: Found) -> int:
    return date.end


def _free(copy: str, before: Span, taken: list[Span]) -> str | None:
    """The proper name before the noun that is nobody's: a place, or a title."""
    for name in NAME.finditer(copy, *before):
        if any(span.start < name.end() and name.start() < span.end for span in taken):
            continue
        words = name[0].removeprefix("The ").removeprefix("Final ").removeprefix("Joint ")
        if words.lower() not in _plain():
            return words
    return None


def _host(copy: str, noun: Noun, owners: Owners) -> Owner | None:
    """Whose summit it is, where only the place is said: the body last spoken of, or speaking there.

    "At the summit in Oslo, NATO accused": it stands right behind.
    """
    before = owners(max(0, noun.span.start - FAR), noun.span.start)
    last = next((who for who in reversed(before) if who.body), None)
    behind = THERE.match(copy, (noun.place or noun.span).end)
    if last is not None or behind is None:
        return last
    speaking = owners(behind.end(), behind.end() + NEAR)[:1]
    return next((who for who in speaking if who.body and who.span.start == behind.end()), None)


def _key(made: Named) -> str | None:
    noun = made.noun
    if made.event:
        return _event_key(made)
    if noun.sort == "personal" or not made.year or not (made.owner or made.title):
        return None
    parts = [part for part in (made.owner, made.title, noun.kind) if part]
    return f"{' '.join(parts)}, {made.year}"


def _event_key(made: Named) -> str | None:
    where = made.place if made.place not in _seats().get(made.owner or "", ()) else None
    when = " ".join(part for part in (where, made.year) if part)
    if made.title:
        return f"{made.title} {made.kind.title()}" + (f", {when}" if when else "")
    return f"{made.owner} {made.kind}, {when}" if made.owner and when else None


@cache
def _seats() -> dict[str, list[str]]:
    return dict(load("occasions")["seats"])


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("occasions")["before"]["words"].split())
