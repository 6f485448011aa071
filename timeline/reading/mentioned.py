"""Where an article mentions an actor: by a known name, by one it introduces, by "the alliance"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading.lexicons import load
from timeline.reading.values import Attributions, Name, Span
from timeline.reading.who import Who

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


def known(text: str, who: Who) -> Iterator[Mark]:
    """Find the actors of the gazetteer."""
    for found in who.mentions(text):
        sides, kind = who.sides(found.actor)
        span = Span(found.start, found.end)
        yield Mark(*span, span, found.actor, sides, kind, found.adjective, found.place)


def introduced(text: str, said: Attributions, who: Who, known: set[str]) -> list[Mark]:
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
    if word in known or word not in full or last in known:
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


def unknown(text: str, names: Sequence[Name], who: Who) -> list[Mark]:
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


def meant(copy: str, marks: Sequence[Mark]) -> Iterator[Mark]:
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
