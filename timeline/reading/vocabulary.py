"""Vocabulary: where each word of a text stands, and what is known of a word wherever it stands."""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
WORD = re.compile(r"[a-z0-9]+")
WIDEST, REMEMBERED = 64, 50_000
"""Letters by which a word is known, and words that are remembered from text to text."""


class Words(NamedTuple):
    """Where each word of a text stands: made once, asked by every rule that looks for words."""

    low: str
    """The folded copy of the text."""
    places: dict[str, list[int]]

    @classmethod
    def of(cls, low: str) -> "Words":
        """Index a folded copy (`timeline.reading.dates.shadow`)."""
        places: dict[str, list[int]] = defaultdict(list)
        at = 0
        for word in WORD.findall(low):
            at = low.index(word, at)  # between two words no word begins
            places[word].append(at)
            at += len(word)
        return cls(low, places)

    def where(self, words: frozenset[str]) -> list[int]:
        """Where any of these words stands, in order."""
        return sorted(at for word in self.places.keys() & words for at in self.places[word])


class Known(Generic[Value]):
    """What a function says of each word, asked once: the news has few words, and those often."""

    def __init__(self, tell: Callable[[str], Value | None]) -> None:
        """Remember what `tell` says of a word, by its first letters; None or empty: nothing."""
        self._tell = tell
        self._asked: set[str] = set()
        self._told: dict[str, Value] = {}

    def of(self, word: str) -> Value | None:
        """What it says of one word."""
        if word not in self._asked:
            self._ask(word)
        return self._told.get(word)

    def among(self, words: Words) -> list[tuple[Value, list[int]]]:
        """What it says of the words of a text, each with its places; in no order."""
        if len(self._asked) > REMEMBERED:
            self._asked.clear()
            self._told.clear()
        if not words.places.keys() <= self._asked:
            for word in words.places.keys() - self._asked:
                self._ask(word)
        told, places = self._told, words.places
        return [(told[word], places[word]) for word in places.keys() & told.keys()]

    def _ask(self, word: str) -> None:
        self._asked.add(word)
        if told := self._tell(word[:WIDEST]):
            self._told[word] = told
