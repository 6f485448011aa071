"""The cast: every mention of an actor in one article, with whom it means and for whom that one is.

Known actors come from the gazetteer, persons from how the article introduces them, and "the
alliance", "the company" from those of that kind spoken of before.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from timeline.reading import meant, mentioned
from timeline.reading.mentioned import Mark
from timeline.reading.values import Attributions, Name, Span
from timeline.reading.vocabulary import Words
from timeline.reading.who import Voice, Who

_START = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of an article, in order, none inside another."""

    text: str
    marks: tuple[Mark, ...]
    maybe: tuple[Mark, ...]
    """Proper names that nobody introduces: asked only where nothing else is named."""
    who: Who

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The mentions that lie in a stretch of the text."""
        return _within(self.marks, start, end)

    def perhaps(self, start: int, end: int) -> Iterator[Mark]:
        """The names in it that may be an actor's."""
        return _within(self.maybe, start, end)

    def before(self, at: int) -> Iterator[Mark]:
        """The mentions before an offset, the nearest first."""
        for i in range(_first(self.marks, at) - 1, -1, -1):
            yield self.marks[i]

    def voice(self, mention: Span | None, name: Name | None) -> Voice | None:
        """Whom a speaker's mention, or the fullest name that it refers to, means."""
        span = name.span if name else mention
        if span is None:
            return None
        role, body = (
            (self._words(part) for part in (name.role, name.body)) if name else (None, None)
        )
        kind = name.kind if name else "unknown"
        return self.who.voice(self.text[slice(*span)], role, body, kind)

    def _words(self, span: Span | None) -> str | None:
        return self.text[slice(*span)] if span else None


def _within(marks: tuple[Mark, ...], start: int, end: int) -> Iterator[Mark]:
    for at in range(_first(marks, start), len(marks)):
        mark = marks[at]
        if mark.start >= end:
            return
        if mark.end <= end:
            yield mark


def _first(marks: Sequence[Mark], at: int) -> int:
    """Index of the first mark that does not begin before an offset."""
    return bisect_left(marks, at, key=_START)


def cast(text: str, copy: str, words: Words, said: Attributions, who: Who) -> Cast:
    """Find every mention of an actor.

    Args:
        text: the article.
        copy: its shadow copy, of the same length.
        words: where its words stand.
        said: who speaks in it, and the names that it introduces.
        who: who is known.
    """
    known = list(mentioned.known(text, who))
    places = mentioned.Places(text)
    marks = _over(
        mentioned.introduced(text, places, said, who, {text[m.start : m.end] for m in known}),
        known,
    )
    found = mentioned.unknown(text, places, said.names, who)
    unknown = [mark for mark in found if not _touches(mark, marks)]
    of_others = set(known)
    own = meant.bodies(text, said, [*(m for m in marks if m not in of_others), *unknown])
    marks = _over(marks, own)
    named = _over(marks, (mark for mark in unknown if mark.kind == "organisation"))
    marks = _over(marks, meant.meant(copy, words, named, {mark[:2] for mark in own}))
    maybe = [mark for mark in unknown if not _touches(mark, marks)]
    return Cast(text, tuple(marks), tuple(maybe), who)


def _over(first: Iterable[Mark], second: Iterable[Mark]) -> list[Mark]:
    """Both, in order; where two touch, the first."""
    taken = sorted(first, key=lambda mark: mark.start)
    rest = [mark for mark in second if not _touches(mark, taken)]
    return sorted([*taken, *rest], key=lambda mark: mark.start)


def _touches(mark: Mark, others: Sequence[Mark]) -> bool:
    at = _first(others, mark.end)
    return at > 0 and others[at - 1].end > mark.start
