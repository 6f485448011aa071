"""Which occasion each mention of one means: by full name across articles, "the summit" within one.

A mention without a full name means the fuller-named one of its own article that it can only be;
where there is none it has no key, and the article is the occasion.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading.dates import Found
from timeline.reading.lexicons import load
from timeline.reading.occasions.naming import Named, Owners, named
from timeline.reading.occasions.nouns import Noun, nouns
from timeline.reading.values import Span
from timeline.reading.vocabulary import Words

MOST = 100
"""Events that are looked through on each side of a mention, so that the time stays linear."""


class Occasion(NamedTuple):
    """One occasion of this article."""

    key: str | None
    """The same wherever it is meant by full name; None: it has no full name here."""
    name: Span
    """Its fullest name in this article; of a document the document's, not its event's."""
    issuer: Span | None
    """Whose it is, as written: "NATO"."""


class Heard(NamedTuple):
    """A mention of an occasion, and which it is."""

    noun: Noun
    occasion: Occasion
    event: bool
    """Whether it names the event, if only in passing, and not a document alone."""

    @property
    def span(self) -> Span:
        """The mention: "the Washington Summit Declaration"."""
        return self.noun.span


def occasions(copy: str, words: Words, owners: Owners, dates: Sequence[Found]) -> tuple[Heard, ...]:
    """All mentions of occasions in an article, each resolved within it.

    Args:
        copy: the shadow copy of the text, of the same length.
        words: where its words stand.
        owners: who is mentioned in a part of it.
        dates: what the text states of days, with bounds where they are known.
    """
    mentions = [named(copy, noun, owners, dates) for noun in nouns(copy, words)]
    events = [mention for mention in mentions if mention.event and mention.key]
    heard: list[Heard] = []
    last: dict[str, Occasion] = {}
    for mention in mentions:
        occasion = _meant(mention, events, last)
        heard.append(Heard(mention.noun, occasion, mention.event))
        last[mention.noun.kind] = occasion
    return tuple(heard)


def _meant(mention: Named, events: list[Named], last: dict[str, Occasion]) -> Occasion:
    """Which it is; `last`: the latest of each kind before it."""
    noun = mention.noun
    paper = noun.sort == "document"
    if paper and noun.definite and mention.key is None:
        same = last.get(noun.kind)
        if same and (same.key or same.issuer):
            return same
    if mention.key is not None:
        return Occasion(mention.key, noun.span, mention.issuer)
    fuller = _fuller(mention, events)
    if fuller is None:
        return Occasion(None, noun.span, mention.issuer)
    name = noun.span if paper else fuller.noun.span
    return Occasion(fuller.key, name, mention.issuer or fuller.issuer)


def _fuller(mention: Named, events: list[Named]) -> Named | None:
    """The last fuller-named event before it that it can mean, or the first after."""
    noun = mention.noun
    if mention.year or (noun.sort == "personal" and noun.of is None):
        return None
    if noun.sort == "document" and not _of_a_summit(mention):
        return None
    if not noun.definite and not mention.owner and noun.sort == "event":
        return None
    at = bisect_right(events, noun.span.start, key=_start)
    before, after = events[max(0, at - MOST) : at], events[at : at + MOST]
    return next((event for event in [*before[::-1], *after] if _can_be(mention, event)), None)


def _start(event: Named) -> int:
    return event.noun.span.start


def _of_a_summit(mention: Named) -> bool:
    kind = mention.noun.kind
    papers = kind in _kinds("papers") and mention.noun.definite
    return mention.noun.of is not None or papers or kind in _kinds("outcomes")


def _can_be(mention: Named, event: Named) -> bool:
    kinds = (mention.kind,) if mention.event else ("summit", "conference")
    if event.kind not in kinds or (mention.place and event.place and mention.place != event.place):
        return False
    return mention.owner is None or event.owner is None or mention.owner == event.owner


@cache
def _kinds(table: str) -> frozenset[str]:
    return frozenset(load("occasions")[table]["kinds"])
