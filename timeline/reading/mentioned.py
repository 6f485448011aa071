"""Where an article mentions an actor: by a known name, or by one that it introduces."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading.lexicons import load
from timeline.reading.text.tokens import joined
from timeline.reading.values import Attributions, Name, Span
from timeline.reading.who import Who

SPACE = re.compile(" ")
DATELINE = re.compile(
    r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]+\.?)(?:,? \d{4})?)?"
    r"(?: (?:\||—|–|-) | ?\([^()\n]{2,40}\) ?[-–—:|])"
)
"""Behind where a story was written, at the head of a line: "Vienna | ", "OSLO, May 2 (AP) - "."""
SENT = re.compile(r"\) ?[-–—:|]")
"""Behind the agency that sent a story: "OSLO (Reuters) - "."""
HEAD = 80
"""Code points from the head of its line to the agency."""
CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*")


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


class Places:
    """Where the capitalised words of a text stand; made once, asked for every name."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = defaultdict(list)
        for word in CAPITALISED.finditer(text):
            self._starts[word[0]].append(word.start())

    def of(self, name: str) -> Iterator[int]:
        """Where a name stands, not as part of a longer word."""
        first, text, free = CAPITALISED.search(name), self._text, 0
        for found in self._starts.get(first[0], ()) if first else ():
            at = found - first.start() if first else found
            end = at + len(name)
            if at < free or not text.startswith(name, at) or text[at - 1 : at] == "-":
                continue
            free, after = end, text[end : end + 1]
            if not (after.isalnum() or after == "-"):
                yield at


def known(text: str, who: Who) -> Iterator[Mark]:
    """Find the actors of the gazetteer."""
    for start, end, actor, adjective, placed in who.mentions(text):
        sides, kind = who.sides(actor)
        heads = text[start - 1 : start] == "\n"
        place = placed or (heads and DATELINE.match(text, end) is not None)
        yield Mark(start, end, Span(start, end), actor, sides, kind, adjective, place)


def sends(text: str, mark: Mark) -> bool:
    """Whether it is only the agency in a dateline, of which nothing is told."""
    if text[mark.start - 1 : mark.start] != "(" or not SENT.match(text, mark.end):
        return False
    return mark.start < HEAD or "\n" in text[mark.start - HEAD : mark.start]


def introduced(
    text: str, places: Places, said: Attributions, who: Who, known: set[str]
) -> list[Mark]:
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
        for at in places.of(word):
            found[at] = by_word[word]._replace(start=at, end=at + len(word))
    return _apart(found)


def _enter(  # noqa: PLR0913, PLR0917 - one name, where it stands, and what is known
    text: str, by_word: dict[str, Mark], name: Name, mention: Span, who: Who, known: set[str]
) -> None:
    word = text[slice(*mention)]
    words = word.split()
    last = words[-1] if words else ""
    if name.kind in ("occasion", "group") or not proper(word) or word in by_word:
        return
    full = text[slice(*name.span)]
    if word in known or word not in full or last in known:
        return
    role, body = (text[slice(*part)] if part else None for part in (name.role, name.body))
    voice = who.voice(full, role, body, name.kind)
    mark = Mark(*name.span, name.span, voice.actor, voice.sides, voice.kind)
    by_word[word] = mark
    if name.kind == "person" and proper(last):
        by_word.setdefault(last, mark)
        by_word.setdefault(last[0].upper() + last[1:], mark)  # "Al-Burhan" begins a sentence


def _apart(found: dict[int, Mark]) -> list[Mark]:
    """Those that do not lie in the one before, in order."""
    kept: list[Mark] = []
    for _, mark in sorted(found.items()):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def unknown(text: str, places: Places, names: Sequence[Name], who: Who) -> list[Mark]:
    """Proper names of whom nothing is known: the fullest form of each that the article has."""
    words: dict[str, Name] = {}
    for name in names:
        full = text[slice(*name.span)]
        if name.kind in ("unknown", "organisation", "media") and proper(full):
            words.setdefault(full, name)
        if name.body is not None and proper(body := text[slice(*name.body)]):
            words.setdefault(body, Name(name.body))
    found: dict[int, Mark] = {}
    tails = _tails(words)
    for word in sorted(words, key=len):
        fullest = words[_fullest(word, tails)]
        kind = "organisation" if fullest.kind == "organisation" else "unknown"
        actor = who.voice(text[slice(*fullest.span)], None, None, "unknown").actor
        for at in places.of(word):
            found[at] = Mark(at, at + len(word), fullest.span, actor, (actor,), kind)
    return _apart(found)


def _tails(names: Iterable[str]) -> list[tuple[str, int, str]]:
    """What stands behind each space of each name, in order, with minus the name's length."""
    return sorted(
        (name[space.end() :], -len(name), name) for name in names for space in SPACE.finditer(name)
    )


def _fullest(word: str, tails: list[tuple[str, int, str]]) -> str:
    """The longest name in which another word stands before this one; else it is its own."""
    size, fullest = 0, word
    for at in range(bisect_left(tails, (word,)), len(tails)):
        tail, length, name = tails[at]
        if not tail.startswith(word):
            break
        if length < size:
            size, fullest = length, name
    return fullest


def proper(words: str) -> bool:
    """Whether it is a name by its letters, and not a noun at the head of a sentence."""
    named = words[:1].isupper() or joined(words)
    return named and words.lower() not in _nouns() and len(words) > 1


@cache
def _nouns() -> frozenset[str]:
    closed = (words for row in load("words")["closed"].values() for words in row.split())
    return frozenset([*load("roles")["nouns"]["words"].split(), *closed])
