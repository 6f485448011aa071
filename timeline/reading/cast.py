"""The cast: every mention of an actor in one article, with whom it means and for whom that one is.

Known actors come from the gazetteer, persons from how the article introduces them, and "the
alliance", "the company" from the last of that kind spoken of.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from timeline.actors import Directory
from timeline.reading.lexicons import load
from timeline.reading.values import Name, Span


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


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of an article, in order, none inside another."""

    text: str
    marks: tuple[Mark, ...]
    directory: Directory

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The mentions that lie in a stretch of the text."""
        at = bisect_left(self.marks, start, key=lambda mark: mark.start)
        for mark in self.marks[at:]:
            if mark.start >= end:
                return
            if mark.end <= end:
                yield mark

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
        actor = self.directory.actor(self.text[slice(*span)], role, body, kind)
        known = self.directory.kind(actor)
        sides = self.directory.sides(actor, role, body)
        return Voice(actor, sides or (actor,), kind if kind != "unknown" else known)

    def _words(self, span: Span | None) -> str | None:
        return self.text[slice(*span)] if span else None


def cast(text: str, copy: str, names: Sequence[Name], directory: Directory) -> Cast:
    """Find every mention of an actor.

    Args:
        text: the article.
        copy: its shadow copy, of the same length.
        names: those that the article introduces.
        directory: who is known.
    """
    people = list(_people(text, names, directory))
    taken = {at for mark in people for at in (mark.start, mark.end - 1)}
    known = [
        mark
        for mark in _known(text, directory)
        if mark.start not in taken and mark.end - 1 not in taken
    ]
    marks = sorted([*people, *known], key=lambda mark: mark.start)
    marks = sorted([*marks, *_meant(copy, marks)], key=lambda mark: (mark.start, -mark.end))
    return Cast(text, tuple(_apart(marks)), directory)


def _known(text: str, directory: Directory) -> Iterator[Mark]:
    sides: dict[str, tuple[tuple[str, ...], str]] = {}
    for found in directory.mentions(text):
        actor = found.actor
        if actor not in sides:
            sides[actor] = directory.sides(actor) or (actor,), directory.kind(actor)
        own, kind = sides[actor]
        span = Span(found.start, found.end)
        yield Mark(*span, span, actor, own, kind, found.adjective, found.place)


def _people(text: str, names: Sequence[Name], directory: Directory) -> Iterator[Mark]:
    by_word: dict[str, tuple[Span, str, tuple[str, ...]]] = {}
    for name in names:
        if name.kind != "person":
            continue
        full = text[slice(*name.span)]
        role, body = (text[slice(*part)] if part else None for part in (name.role, name.body))
        actor = directory.actor(full, role, body, "person")
        who = name.span, actor, directory.sides(actor, role, body) or (actor,)
        last = full.split()[-1] if full.split() else full
        by_word.setdefault(full, who)
        if last[0].isupper():
            by_word.setdefault(last, who)
    if not by_word:
        return
    words = "|".join(re.escape(word) for word in sorted(by_word, key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", text):
        span, actor, sides = by_word[found[0]]
        yield Mark(found.start(), found.end(), span, actor, sides, "person")


def _meant(copy: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Find what "the alliance" or "this country" means: the last of that kind before it."""
    kinds = _descriptions()
    for found in _described().finditer(copy):
        kind = kinds[found[1].lower()]
        first = bisect_left(marks, found.start(), key=lambda mark: mark.start)
        for mark in reversed(marks[max(0, first - 40) : first]):
            if mark.kind == kind and not mark.adjective and not mark.place:
                yield mark._replace(start=found.start(), end=found.end())
                break


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    end = 0
    for mark in marks:
        if mark.start >= end:
            end = mark.end
            yield mark


@cache
def _descriptions() -> dict[str, str]:
    return {
        word: kind
        for kind, words in load("descriptions")["kinds"].items()
        for word in words.split()
    }


@cache
def _described() -> re.Pattern[str]:
    words = "|".join(_descriptions())
    return re.compile(rf"\b(?:the|this|that) ({words})\b(?! (?:of|for) )", re.IGNORECASE)
