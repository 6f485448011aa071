"""How an article introduces somebody: "NATO Secretary-General Jens Stoltenberg", taken apart."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.actors.lexicon import lexicon, roles
from timeline.actors.roles import LONGEST, speaks
from timeline.actors.spelling import ARTICLE, POSSESSIVE, fold

WORD = re.compile(r"[^\s,]+")
BEFORE_PLACE = frozenset({"of", "to", "for", "at", "in", "from", "with"})
MINISTERS = frozenset({"minister", "secretary"})
TWO_WORDS = frozenset(
    {"united", "south", "north", "new", "saudi", "sri", "european", "costa", "hong", "el", "san"}
)
"""A place that begins so has two words at least."""


class Introduced(NamedTuple):
    """Name, role and body as written, each with its offset into the words given; -1: not there."""

    name: str
    role: str = ""
    body: str = ""
    name_start: int = 0
    role_start: int = -1
    body_start: int = -1
    former: bool = False
    """Once in that role: speaks for the body no longer, so `body` is empty and `role` has it."""


class Piece(NamedTuple):
    """A stretch of the words given."""

    start: int
    end: int


@lru_cache(maxsize=16384)
def introduced(words: str) -> Introduced:
    """Take an introduction apart: before a name, or behind it after a comma.

    >>> introduced("NATO Secretary-General Jens Stoltenberg")[:3]
    ('Jens Stoltenberg', 'Secretary-General', 'NATO')
    >>> introduced("Wang Wenbin, a Chinese Foreign Ministry spokesman")[:3]
    ('Wang Wenbin', 'spokesman', 'Chinese Foreign Ministry')
    >>> introduced("Ana Souza")[:3]
    ('Ana Souza', '', '')
    """
    comma = words.find(", ")
    if comma > 0:
        tokens = _tokens(words, comma + 1, len(words))
        if run := _role(words, tokens, first=True):
            named = introduced(words[:comma])
            return _behind(words, tokens, run, named)
        words = words[:comma]
    tokens = _tokens(words, 0, len(words))
    run = _role(words, tokens, first=False)
    if run is None:
        return _whole(words, tokens)
    return _before(words, tokens, run)


def _tokens(words: str, start: int, end: int) -> list[Piece]:
    found = [Piece(match.start(), match.end()) for match in WORD.finditer(words, start, end)]
    if found and ARTICLE.match(words[found[0].start : found[0].end] + " x"):
        return found[1:] or found
    return found


def _phrase(words: str, tokens: list[Piece]) -> str:
    return fold(words[tokens[0].start : tokens[-1].end]).removeprefix("ex ")


def _role(words: str, tokens: list[Piece], *, first: bool) -> tuple[int, int] | None:
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


def _behind(words: str, tokens: list[Piece], run: tuple[int, int], named: Introduced) -> Introduced:
    begin, end = run
    body = _span(words, tokens[:begin])
    until = words.find(",", tokens[end - 1].end)
    rest = [token for token in tokens[end:] if until < 0 or token.start < until]
    role = Piece(tokens[begin].start, tokens[end - 1].end)
    joint = words[rest[0].start : rest[0].end] if rest else ""
    if len(rest) > 1 and joint in BEFORE_PLACE:
        place = _span(words, rest[1:])
        if body is None or not speaks(words[role.start : role.end]):
            body = place
        elif joint in ("to", "in") and place:
            role = Piece(role.start, place.end)
    return _made(words, Piece(named.name_start, named.name_start + len(named.name)), role, body)


def _before(words: str, tokens: list[Piece], run: tuple[int, int]) -> Introduced:
    begin, end = run
    body, rest = _span(words, tokens[:begin]), tokens[end:]
    role = Piece(tokens[begin].start, tokens[end - 1].end)
    if len(rest) > 1 and words[rest[0].start : rest[0].end] in BEFORE_PLACE:
        size = _place(words, rest[1:]) + 1
        place = _span(words, rest[1:size])
        if body is None:
            body = place
        elif place and rest[size:]:
            role = Piece(role.start, place.end)
        rest = rest[size:]
    elif joint := next((n for n, t in enumerate(rest) if words[t.start : t.end] == "of"), 0):
        body, rest = body or _span(words, rest[joint + 1 :]), rest[:joint]
    if rest:
        return _made(words, Piece(rest[0].start, rest[-1].end), role, body)
    name = _span(words, tokens) or Piece(0, len(words))
    return _made(words, name, role, body)


def _place(words: str, tokens: list[Piece]) -> int:
    """How many tokens the place takes that a role is at, when a name may follow it."""
    first = [fold(words[token.start : token.end]) for token in tokens[:2]]
    if first[0] == "the":
        return min(len(tokens), 3)
    return min(len(tokens), 2 if first[0] in TWO_WORDS else 1)


def _span(words: str, tokens: list[Piece]) -> Piece | None:
    """From first to last token, without an article or a possessive ending."""
    if tokens and ARTICLE.match(words[tokens[0].start : tokens[0].end] + " x"):
        tokens = tokens[1:]
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].end
    if match := POSSESSIVE.search(words[start:end]):
        end = start + match.start()
    return Piece(start, end) if end > start else None


def _made(words: str, name: Piece, role: Piece, body: Piece | None) -> Introduced:
    """The result; who was once in a role has that written out in it, and no body."""
    lead = body or role
    leading = fold(words[lead.start : lead.end].partition(" ")[0]).split()
    once = lexicon().former
    before = fold(words[: role.start]).split()
    former = (bool(leading) and leading[0] in once) or any(word in once for word in before[-4:])
    if former:
        start = min(lead.start, role.start)
        found = re.search(rf"\b(?:{'|'.join(sorted(once))})\b", words[: role.start], re.IGNORECASE)
        start = found.start() if found else start
        body, role = None, Piece(start, role.end)
    return Introduced(
        words[name.start : name.end],
        words[role.start : role.end],
        words[body.start : body.end] if body else "",
        name.start,
        role.start,
        body.start if body else -1,
        former,
    )


def _whole(words: str, tokens: list[Piece]) -> Introduced:
    name = _span(words, tokens) or Piece(0, len(words))
    return Introduced(words[name.start : name.end], name_start=name.start)
