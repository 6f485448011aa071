"""The cast: every mention of an actor in one article, resolved to the actor and its sides.

Known actors come from the gazetteer, persons from how the article introduces them, and "the
alliance", "the company" from those of that kind spoken of before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from timeline.reading import meant, mentioned
from timeline.reading.mentioned import Mark
from timeline.reading.values import Attributions, Name, Span
from timeline.reading.vocabulary import Words
from timeline.reading.who import Voice, Who

_START, _END = itemgetter(0), itemgetter(1)


@dataclass(frozen=True)
class Cast:
    """The mentions of an article, in order, none inside another."""

    text: str
    marks: tuple[Mark, ...]
    maybe: tuple[Mark, ...]
    """Proper names that nobody introduces: asked only where nothing else is named."""
    who: Who

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _ends(self) -> list[int]:
        return [mark.end for mark in self.marks]

    @cached_property
    def by_name(self) -> dict[str, Mark]:
        """The first mention of each side by the very name under which it is known."""
        last_first = reversed(self.marks)
        return {m.side: m for m in last_first if self.text[slice(*m.name)] == m.side}

    def within(self, start: int, end: int) -> Sequence[Mark]:
        """The mentions that lie in a stretch of the text."""
        first = bisect_left(self._starts, start)
        return self.marks[first : bisect_right(self._ends, end, first)]

    def touching(self, start: int, end: int) -> Sequence[Mark]:
        """The mentions that have a part of a stretch of the text."""
        first = bisect_right(self._ends, start)
        return self.marks[first : bisect_left(self._starts, end, first)]

    def perhaps(self, start: int, end: int) -> Sequence[Mark]:
        """The names in it that may be an actor's."""
        first = bisect_left(self.maybe, start, key=_START)
        return self.maybe[first : bisect_right(self.maybe, end, first, key=_END)]

    def before(self, at: int) -> Iterator[Mark]:
        """The mentions before an offset, the nearest first."""
        for i in range(bisect_left(self._starts, at) - 1, -1, -1):
            yield self.marks[i]

    def voice(self, mention: Span | None, name: Name | None) -> Voice | None:
        """Whom a speaker's mention, or the fullest name that it refers to, means."""
        span = name.span if name else mention
        if span is None:
            return None
        words = self.text[slice(*span)]
        if name is None:
            return self.who.voice(words, None, None, "unknown")
        role = self.text[slice(*name.role)] if name.role else None
        body = self.text[slice(*name.body)] if name.body else None
        return self.who.voice(words, role, body, name.kind)


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
    unknown = _beside(found, marks)
    of_others = set(known)
    own = meant.bodies(text, said, [*(m for m in marks if m not in of_others), *unknown])
    marks = _over(marks, own)
    named = _over(marks, (mark for mark in unknown if mark.kind == "organisation"))
    marks = _over(named, meant.meant(copy, words, named, {mark[:2] for mark in own}))
    maybe = _beside(unknown, marks)
    marks, maybe = ([m for m in some if not mentioned.sends(text, m)] for some in (marks, maybe))
    return Cast(text, tuple(marks), tuple(maybe), who)


def _over(first: Iterable[Mark], second: Iterable[Mark]) -> list[Mark]:
    """Both, in order; where two touch, the first."""
    taken = sorted(first, key=_START)
    return sorted([*taken, *_beside(second, taken)], key=_START)


def _beside(marks: Iterable[Mark], others: Sequence[Mark]) -> list[Mark]:
    """Those that touch none of the others, which are in order."""
    if not others:
        return list(marks)
    starts = [other.start for other in others]
    kept = []
    for mark in marks:
        at = bisect_left(starts, mark.end)
        if not at or others[at - 1].end <= mark.start:
            kept.append(mark)
    return kept
