"""The cast: every mention of an actor in one article, with whom it means and for whom that one is.

Known actors come from the gazetteer, persons from how the article introduces them, and "the
alliance", "the company" from the last of that kind spoken of.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from timeline.actors import Directory
from timeline.actors.mentions import Mention
from timeline.reading.lexicons import load
from timeline.reading.values import Attributions, Name, Span

REMEMBERED = 50_000
"""Answers kept; the news has no more names than that at a time."""
FAR = 40
"""Mentions back to which a description can point."""


class Mark(NamedTuple):
    """One mention of an actor."""

    start: int
    end: int
    name: Span
    """The fullest name in this article that it refers to."""
    actor: str
    sides: tuple[str, ...]
    """The actor itself, then all that it counts under, the widest last."""
    kind: str
    adjective: bool = False
    place: bool = False
    """Perhaps only where something happened: "in Beijing"."""

    @property
    def side(self) -> str:
        """For whom it is."""
        return self.sides[-1]


class Voice(NamedTuple):
    """A speaker, resolved as far as this article and the gazetteer go."""

    actor: str
    sides: tuple[str, ...]
    kind: str

    @property
    def side(self) -> str:
        """For whom it speaks."""
        return self.sides[-1] if self.sides else self.actor


class Who:
    """A directory that changes no more, with its answers kept: few actors fill the news."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._sides: dict[str, tuple[tuple[str, ...], str]] = {}
        self._voices: dict[tuple[str | None, ...], Voice] = {}

    def sides(self, actor: str) -> tuple[tuple[str, ...], str]:
        """All that an actor counts under, itself first, and its kind."""
        if (found := self._sides.get(actor)) is None:
            _tidy(self._sides)
            found = self._directory.sides(actor) or (actor,), self._directory.kind(actor)
            self._sides[actor] = found
        return found

    def voice(self, name: str, role: str | None, body: str | None, kind: str) -> Voice:
        """Whom a name means, as it is introduced."""
        question = (name, role, body, kind)
        if (found := self._voices.get(question)) is None:
            _tidy(self._voices)
            actor = self._directory.actor(name, role, body, kind)
            sides = self._directory.sides(actor, role, body) or (actor,)
            known = kind if kind != "unknown" else self._directory.kind(actor)
            found = self._voices[question] = Voice(actor, sides, known)
        return found

    def mentions(self, text: str) -> list[Mention]:
        """The known actors named in a text."""
        return self._directory.mentions(text)


def _tidy(answers: dict[Any, Any]) -> None:
    if len(answers) > REMEMBERED:
        answers.clear()


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
        first = bisect_left(self.marks, at, key=lambda mark: mark.start)
        return reversed(self.marks[:first])

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
    for at in range(bisect_left(marks, start, key=lambda mark: mark.start), len(marks)):
        mark = marks[at]
        if mark.start >= end:
            return
        if mark.end <= end:
            yield mark


def cast(text: str, copy: str, said: Attributions, who: Who) -> Cast:
    """Find every mention of an actor.

    Args:
        text: the article.
        copy: its shadow copy, of the same length.
        said: who speaks in it, and the names that it introduces.
        who: who is known.
    """
    known = list(_known(text, who))
    marks = _over(_introduced(text, said, who, {text[m.start : m.end] for m in known}), known)
    marks = _over(marks, _meant(copy, marks))
    maybe = [mark for mark in _unknown(text, said.names, who) if not _touches(mark, marks)]
    return Cast(text, tuple(marks), tuple(maybe), who)


def _over(first: Iterable[Mark], second: Iterable[Mark]) -> list[Mark]:
    """Both, in order; where two touch, the first."""
    taken = sorted(first, key=lambda mark: mark.start)
    rest = [mark for mark in second if not _touches(mark, taken)]
    return sorted([*taken, *rest], key=lambda mark: mark.start)


def _touches(mark: Mark, others: Sequence[Mark]) -> bool:
    at = bisect_left(others, mark.end, key=lambda other: other.start)
    return at > 0 and others[at - 1].end > mark.start


def _known(text: str, who: Who) -> Iterator[Mark]:
    for found in who.mentions(text):
        sides, kind = who.sides(found.actor)
        span = Span(found.start, found.end)
        yield Mark(*span, span, found.actor, sides, kind, found.adjective, found.place)


def _introduced(text: str, said: Attributions, who: Who, known: set[str]) -> list[Mark]:
    """Every mention of a person who is introduced, and of whoever speaks under a proper name."""
    by_word: dict[str, Mark] = {}
    for name in said.names:
        if name.kind == "person":
            _enter(text, by_word, name, name.span, who, known)
    for one in said.attributions:
        if one.name is not None and one.speaker is not None:
            _enter(text, by_word, one.name, one.name.span, who, known)
            _enter(text, by_word, one.name, one.speaker, who, known)
    found: dict[int, Mark] = {}
    for word in sorted(by_word, key=len):  # so that the longest stays
        for at in _places(text, word):
            found[at] = by_word[word]._replace(start=at, end=at + len(word))
    return _apart(found)


def _enter(  # noqa: PLR0913, PLR0917 - one name, where it stands, and what is known
    text: str, by_word: dict[str, Mark], name: Name, mention: Span, who: Who, known: set[str]
) -> None:
    word = text[slice(*mention)]
    last = word.split()[-1] if word.split() else ""
    if name.kind in ("occasion", "group") or not _proper(word) or word in by_word:
        return
    full = text[slice(*name.span)]
    if word in known or word not in full or (name.role is None and last in known):
        return
    role, body = (text[slice(*part)] if part else None for part in (name.role, name.body))
    voice = who.voice(full, role, body, name.kind)
    mark = Mark(*name.span, name.span, voice.actor, voice.sides, voice.kind)
    by_word[word] = mark
    if name.kind == "person" and _proper(last):
        by_word.setdefault(last, mark)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word or name stands, not as part of a longer word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = text[max(0, at - 1) : at], text[end : end + 1]
        if not (before.isalnum() or before == "-" or after.isalnum() or after == "-"):
            yield at
        at = text.find(word, end)


def _apart(found: dict[int, Mark]) -> list[Mark]:
    """Those that do not lie in the one before, in order."""
    kept: list[Mark] = []
    for _, mark in sorted(found.items()):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _unknown(text: str, names: Sequence[Name], who: Who) -> list[Mark]:
    """Proper names of whom nothing is known: the fullest form of each that the article has."""
    words: dict[str, Name] = {}
    for name in names:
        full = text[slice(*name.span)]
        if name.kind in ("unknown", "organisation", "media") and _proper(full):
            words.setdefault(full, name)
    found: dict[int, Mark] = {}
    for word in sorted(words, key=len):
        longer = [other for other in words if len(other) > len(word) and f" {word}" in other]
        fullest = words[max(longer, key=len)] if longer else words[word]
        actor = who.voice(text[slice(*fullest.span)], None, None, "unknown").actor
        for at in _places(text, word):
            found[at] = Mark(at, at + len(word), fullest.span, actor, (actor,), "unknown")
    return _apart(found)


def _proper(words: str) -> bool:
    """Whether it is a name by its letters, and not a noun at the head of a sentence."""
    return words[:1].isupper() and words.lower() not in _nouns() and len(words) > 1


def _meant(copy: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Find what "the alliance" means: of those before it that can be, the most named."""
    kinds = _descriptions()
    for found in _described().finditer(copy):
        word = found[1].lower()
        first = bisect_left(marks, found.start(), key=lambda mark: mark.start)
        near = [
            mark
            for mark in reversed(marks[max(0, first - FAR) : first])
            if not (mark.adjective or mark.place)
            and (mark.kind == kinds[word] or word in copy[slice(*mark.name)].lower().split()[1:])
        ]
        if near:
            sides = Counter(mark.side for mark in near)
            mark = max(near, key=lambda mark: sides[mark.side])
            yield mark._replace(start=found.start(), end=found.end())


@cache
def _descriptions() -> dict[str, str]:
    return {
        word: kind
        for kind, words in load("descriptions")["kinds"].items()
        for word in words.split()
    }


@cache
def _nouns() -> frozenset[str]:
    closed = (words for row in load("words")["closed"].values() for words in row.split())
    return frozenset([*load("roles")["nouns"]["words"].split(), *closed])


@cache
def _described() -> re.Pattern[str]:
    words = "|".join(_descriptions())
    return re.compile(rf"\b(?:the|this|that) ({words})\b(?! (?:of|for) )", re.IGNORECASE)
