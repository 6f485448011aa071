"""Known actors in a stretch of text: whole words, in their own capitals, the longest first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.actors.lexicon import lexicon
from timeline.actors.spelling import unaccented

WORD = re.compile(r"(?<![\w.’'-])(?:[a-z]{2,3}-)?[^\W\d_a-z][^\W_]*")
"""How a name begins, also with an article that stays small: "el-Sisi"."""
AFTER = re.compile(r"[ -]([^\W\d_]\w*)")
BEFORE = re.compile(r"([^\W\d_][\w.]*)[ -]$")
GOVERNING = re.compile(r"(?<!\w)(\w+) (?:the )?$")
CAPITALS = 4
"""A name of so many letters is also known when a headline writes it in capitals."""


class Mention(NamedTuple):
    """Where an actor is named; offsets are those of the text, end exclusive, without "’s"."""

    start: int
    end: int
    actor: str
    adjective: bool = False
    """"Chinese"; not what serves as a name as well, such as "US"."""
    place: bool = False
    """ "in Beijing": it may be only where something happened."""


class KnownName(NamedTuple):
    """A name to look for."""

    text: str
    actor: str
    adjective: bool
    careful: bool


class Scanner:
    """Looks for names; made once from all of them."""

    def __init__(
        self, names: Iterable[tuple[str, str]], adjectives: frozenset[str], seats: frozenset[str]
    ) -> None:
        careful = lexicon().careful | seats
        found: dict[str, dict[str, KnownName]] = defaultdict(dict)
        for name, actor in names:
            adjective, alone = name in adjectives, name in careful
            for text in _spellings(name):
                if stem := WORD.match(text):
                    found[stem[0]].setdefault(text, KnownName(text, actor, adjective, alone))
        self._names = {
            stem: sorted(those.values(), key=lambda known: -len(known.text))
            for stem, those in found.items()
        }

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """The known actors between two offsets, in order, none inside another."""
        stop = len(text) if end is None else end
        names, free = self._names, start
        for word in WORD.finditer(text, start, stop):
            named = names.get(word[0])
            if named is None or word.start() < free:
                continue
            at = word.start()
            known = _at(text, named, at, stop)
            if known is None:
                continue
            free = at + len(known.text)
            if known.careful and _touched(text, at, free):
                continue
            place = not known.adjective and _placed(text, at)
            yield Mention(at, free, known.actor, known.adjective, place)


def _at(text: str, names: list[KnownName], start: int, stop: int) -> KnownName | None:
    for known in names:
        if text.startswith(known.text, start):
            end = start + len(known.text)
            if end <= stop and not text[end : end + 1].isalnum():
                return known
    return None


def _spellings(name: str) -> Iterator[str]:
    """As written, without accents, with a typographic apostrophe, and all of it in capitals."""
    for text in dict.fromkeys((name, unaccented(name))):
        yield text
        if "'" in text:
            yield text.replace("'", "’")
        if sum(map(str.isalpha, text)) >= CAPITALS:
            yield text.upper()


def _touched(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands directly beside, so that both may be one longer name."""
    after = AFTER.match(text, end)
    if after and after[1][0].isupper() and text[start:end] != text[start:end].upper():
        return True
    word = BEFORE.search(text, max(0, start - 40), start)
    if word is None or not word[1][0].isupper() or word[1].endswith("."):
        return False
    return word[1].casefold() not in lexicon().opening and not word[1].isupper()


def _placed(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start]
    if not before.endswith((" ", " \n")):
        return False
    plain = before[: -5 if before.endswith(" the ") else -1].rpartition(" ")[2]
    if not plain.isalnum():  # "(in Vienna": the pattern finds the word, and takes longer
        found = GOVERNING.search(text, max(0, start - 20), start)
        plain = found[1] if found else ""
    return plain.casefold() in lexicon().place
