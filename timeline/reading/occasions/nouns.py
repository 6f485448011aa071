"""The nouns that occasions are called by, and where their noun phrases begin and end."""

import re
from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from timeline.reading.lexicons import load
from timeline.reading.values import Span
from timeline.reading.vocabulary import WORD, Words

Sort = Literal["event", "personal", "document"]
TABLES: tuple[tuple[str, Sort], ...] = (
    ("events", "event"),
    ("personal", "personal"),
    ("documents", "document"),
)


class Noun(NamedTuple):
    """A noun phrase that names an occasion, in parts."""

    span: Span
    """From its determiner or possessor to its noun: "the Washington Summit Declaration"."""
    sort: Sort
    kind: str
    """ "summit", "declaration"."""
    of: str | None
    """The event that it is a document or briefing of: "summit" of "summit communique"."""
    head: Span
    """The noun itself: "Summit Declaration"."""
    place: Span | None
    """The capitalised words of "in Washington", "at Vilnius University"."""
    definite: bool
    """Whether it points at one that is known: "the summit", "their meeting", "this statement"."""


WORD_BEFORE = re.compile(r"(?<![\w&.'-])([\w&.'-]{1,30})[ “\"]{1,3}$")
WORDS = 7
WIDTH = 34
CAPITALISED = r"(?:(?:St|Mt|Ft)\.|(?:[A-Z]\.)+|[A-Z][\w'-]*)"
"""A word of a place's name; a full stop ends it, unless it is of an abbreviation."""
PLACE = re.compile(
    r"(?:\s+(?:taking\s+place|held|hosted|delivered|issued|released|given|staged))?"
    rf"\s+(?:in|at)\s+(?:the\s+)?({CAPITALISED}(?:\s+(?:of\s+)?{CAPITALISED})*)"
)
NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|\w+day|Q[1-4])\b"
)
REACH = 90
NAME_GOES_ON = re.compile(r" (?:[A-Z][a-z])")


def nouns(copy: str, words: Words) -> list[Noun]:
    """The noun phrases of a shadow copy that name an occasion, in order."""
    found: list[Noun] = []
    free = 0
    for at in words.where(_beginnings()):
        head = _heads().match(copy, at) if at >= free else None
        if head is None:
            continue
        free = head.end()
        noun = _noun(copy, head)
        if noun is not None and not (found and noun.span.start < found[-1].span.end):
            found.append(noun)
    return found


def _noun(copy: str, head: re.Match[str]) -> Noun | None:
    first, second = (" ".join((words or "").lower().split()) for words in head.groups())
    sort, kind = _kinds()[second or first]
    event = second and _kinds()[first]
    of = event[1] if event and event[0] == "event" else None
    if head[0][0].isupper() and NAME_GOES_ON.match(copy, head.end()):
        return None
    start = _start(copy, head.start())
    place = PLACE.match(copy, head.end(), head.end() + REACH)
    placed = Span(*place.span(1)) if place and not NO_PLACE.match(place[1]) else None
    if start == head.start() and not placed:
        return None
    first_word = copy[start : head.start()].split(maxsplit=1)[:1]
    definite = any(word.lower() in _words("pointing") or "'" in word for word in first_word)
    span = Span(start, head.end())
    return Noun(span, sort, kind, of, Span(*head.span()), placed, definite)


def _start(copy: str, at: int) -> int:
    """Where the noun phrase begins whose noun begins at `at`."""
    for _ in range(WORDS):
        word = WORD_BEFORE.search(copy, max(0, at - WIDTH), at)
        if word is None or not _belongs(word[1]):
            break
        at = word.start(1)
        if word[1].lower() in _words("pointing") | {"a", "an"}:
            break
    return at


def _belongs(word: str) -> bool:
    low = word.lower()
    if word.endswith(".") and word.count(".") == 1 and word[:-1] not in _short():
        return False
    if word[0].isupper():
        return low not in _words("outside")
    return low in _words("before") or word[0].isdigit() or low.endswith("'s")


@cache
def _kinds() -> dict[str, tuple[Sort, str]]:
    data = load("occasions")
    return {
        word: (sort, kind)
        for table, sort in TABLES
        for kind, words in data[table].items()
        for word in words
    }


@cache
def _heads() -> re.Pattern[str]:
    # By first letters, so that a word that begins otherwise is passed over at once.
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_kinds(), key=len, reverse=True):
        by_letter[word[0]].append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    heads = "|".join(
        f"[{letter}{letter.upper()}](?i:{'|'.join(rest)})" for letter, rest in by_letter.items()
    )
    return re.compile(rf"\b({heads})(?:\s+({heads}))?\b(?!-)")


@cache
def _beginnings() -> frozenset[str]:
    """The words with which the nouns begin."""
    return frozenset(WORD.findall(word)[0] for word in _kinds())


@cache
def _short() -> frozenset[str]:
    return frozenset(load("words")["abbreviations"]["words"].split())


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load("occasions")[table]["words"].split())
