"""Where in an introduction a role stands: "NATO [Secretary-General] Jens Stoltenberg"."""

import re
from functools import cache
from typing import NamedTuple

from timeline.actors.lexicon import lexicon, roles
from timeline.actors.roles import LONGEST
from timeline.actors.spelling import ARTICLE, fold

WORD = re.compile(r"[^\s,]+")
MINISTERS = frozenset({"minister", "secretary"})


class Piece(NamedTuple):
    """A stretch of the words given."""

    start: int
    end: int


def pieces(words: str, start: int, end: int) -> list[Piece]:
    """The words between two offsets, one by one, without an article before them."""
    found = [Piece(match.start(), match.end()) for match in WORD.finditer(words, start, end)]
    if found and ARTICLE.match(words[found[0].start : found[0].end] + " x"):
        return found[1:] or found
    return found


def role_span(words: str, tokens: list[Piece], *, first: bool) -> tuple[int, int] | None:
    """The range of tokens that name a role: the first, or the last that can stand before a name."""
    known = roles()
    if _role_words().isdisjoint(_phrase(words, tokens).split() if tokens else ()):
        return None  # as of most names: no need to ask for each of their phrases
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            if _phrase(words, tokens[at : at + size]) in known:
                if runs and runs[-1][1] == at:
                    runs[-1] = (runs[-1][0], at + size)
                else:
                    runs.append((at, at + size))
                at += size
                break
        else:
            at += 1
    if not runs:
        return None
    begin, end = runs[0] if first else _standing(words, tokens, runs)
    return _modified(words, tokens, begin, end), end


def _phrase(words: str, tokens: list[Piece]) -> str:
    return fold(words[tokens[0].start : tokens[-1].end]).removeprefix("ex ")


def _modified(words: str, tokens: list[Piece], begin: int, end: int) -> int:
    """Where a role begins with what modifies it; "Department for Transport" keeps its end."""
    modifiers = lexicon().modifier
    if minister := _phrase(words, tokens[end - 1 : end]) in MINISTERS:
        modifiers |= lexicon().portfolio
    while begin > 0 and _phrase(words, tokens[begin - 1 : begin]) in modifiers:
        before = words[tokens[begin - 2].start : tokens[begin - 2].end] if begin > 1 else ""
        if before == "for":
            break
        begin -= 1
        if minister and before == "and" and begin > 1:  # "Water and Energy Minister"
            begin -= _phrase(words, tokens[begin - 2 : begin - 1]) in modifiers
    return begin


@cache
def _role_words() -> frozenset[str]:
    return frozenset(word for role in roles() for word in role.split())


def _standing(words: str, tokens: list[Piece], runs: list[tuple[int, int]]) -> tuple[int, int]:
    """The last run with a name or nothing behind it."""
    for begin, end in reversed(runs):
        rest = tokens[end:]
        if not rest or words[rest[0].start] == "(" or not words[rest[0].start].islower():
            return begin, end
    return runs[0]
