"""Phrases: many short word patterns of a lexicon, looked for in a text at once."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from timeline.reading.vocabulary import WORD, Known, Words

Value = TypeVar("Value")
# All lengths are bounded, so that a text of one long word takes no longer than another.
JOINT = r"[\s\"(-]{1,20}"
GAP = r"[,\"]?\s{1,20}(?:[^\s.;!?]{1,60}\s{1,20}){0,6}?\"?"
"""What `...` stands for: up to six words of the same clause."""
KEY = 3


class Hit(NamedTuple, Generic[Value]):
    """Where a phrase stands, and what the lexicon says of it."""

    start: int
    end: int
    value: Value


class Hits(Generic[Value]):
    """All phrases that stand in one text, to be asked for by place."""

    def __init__(self, hits: Iterable[Hit[Value]]) -> None:
        self._hits = list(hits)
        self._starts = [hit.start for hit in self._hits]

    def within(self, start: int, end: int) -> list[Hit[Value]]:
        """Those that lie between two offsets, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [hit for hit in self._hits[first:last] if hit.end <= end] if first < last else []


class Phrases(Generic[Value]):
    """A set of phrases, each with a value; found word by word, in one pass over the text.

    A phrase is lower-case words. `threat*` is any word that begins so, `(aid|help)` either word,
    `...` up to six words of the same clause. There is no other sign, so that a lexicon which a
    user writes can neither fail to compile nor backtrack without bound.

    >>> found = Phrases([("suppl* ... weapons", -1)]).find("it supplies them with weapons")
    >>> [(hit.start, hit.end, hit.value) for hit in found]
    [(3, 29, -1)]
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        by_key: dict[str, list[_Beginning[Value]]] = defaultdict(list)
        for phrase, value in entries:
            for one in _beginnings(phrase, value):
                by_key[one.stem[:KEY]].append(one)
        self._by_key = dict(by_key)
        self._begun = Known(self._beginning)

    def find(self, low: str, start: int = 0, end: int | None = None) -> Iterator[Hit[Value]]:
        """All phrases that stand in `low[start:end]`, in the order of the text.

        Args:
            low: the folded copy of the text (`timeline.reading.dates.shadow`).
            start: code points into it.
            end: exclusive; None is the end of the text.
        """
        limit = len(low) if end is None else end
        for word in WORD.finditer(low, start, limit):
            for one in self._begun.of(word[0]) or ():
                if m := one.pattern.match(low, word.start(), limit):
                    yield Hit(word.start(), m.end(), one.value)

    def scan(self, words: Words) -> Hits[Value]:
        """All that stand in a whole text, found once."""
        low, known = words.low, words.places.keys()
        hits = [
            Hit(at, m.end(), one.value)
            for begun, places in self._begun.among(words)
            for one in begun
            if not any(map(known.isdisjoint, one.needs))
            for at in places
            if one.may_stand(low, at) and (m := one.pattern.match(low, at))
        ]
        hits.sort(key=itemgetter(0))
        return Hits(hits)

    def first(self, low: str, start: int = 0, end: int | None = None) -> Hit[Value] | None:
        """The first of them, if any."""
        return next(self.find(low, start, end), None)

    def _beginning(self, word: str) -> tuple["_Beginning[Value]", ...]:
        """What a word can begin."""
        return tuple(one for one in self._by_key.get(word[:KEY], ()) if one.begins(word))


class _Beginning(Generic[Value]):
    """One word by which a phrase can begin; its pattern is compiled when a text has all its words.

    Most articles have few of the hundreds of phrases, and compiling all takes longer than reading.
    """

    def __init__(self, first: str, rest: list[str], value: Value) -> None:
        self.stem = first.removesuffix("*")
        self.value = value
        self._first = first
        self._rest = rest

    def begins(self, word: str) -> bool:
        """Whether it can begin with a word of the text: that, or what goes on behind a hyphen."""
        first = WORD.match(self.stem)
        if self.stem == self._first or first is None or first[0] != self.stem:
            return first is not None and word == first[0]
        return word.startswith(self.stem)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Words of which a text has one, of each of these sets, if it stands there at all."""
        written = [word.strip("()").split("|") for word in self._rest if "*" not in word]
        begun = [[WORD.match(choice) for choice in choices] for choices in written]
        return tuple(
            frozenset(first[0] for first in firsts if first) for firsts in begun if all(firsts)
        )

    @cached_property
    def seconds(self) -> tuple[str, ...]:
        """How its second word begins; empty where the first two are not written out."""
        if not self._rest or self.stem != self._first:
            return ()
        seconds = [word.removesuffix("*") for word in self._rest[0].strip("()").split("|")]
        return tuple(seconds) if all(word[:1].isalnum() for word in seconds) else ()

    def may_stand(self, low: str, at: int) -> bool:
        """Whether its second word follows; most phrases that begin go on otherwise."""
        behind = at + len(self.stem) + 1
        return (
            not self.seconds
            or low.startswith(self.seconds, behind)
            or not low[behind : behind + 1].isalnum()
        )

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        source, joint = _word(self._first), JOINT
        for word in self._rest:
            if word == "...":
                joint = GAP
            else:
                source, joint = source + joint + _word(word), JOINT
        return re.compile(source)


def _beginnings(phrase: str, value: Value) -> Iterator[_Beginning[Value]]:
    first, *rest = phrase.lower().split()
    for choice in first.strip("()").split("|"):
        if choice.endswith("*") and len(choice) <= KEY:
            raise ValueError(f"«{phrase}»: too few letters before the *")
        yield _Beginning(choice, rest, value)


def _word(word: str) -> str:
    choices = [
        re.escape(choice.removesuffix("*")) + (r"[\w-]{0,60}" if choice.endswith("*") else r"\b")
        for choice in word.strip("()").split("|")
    ]
    return "(?:" + "|".join(choices) + ")"
