"""How an article introduces somebody: "NATO Secretary-General Jens Stoltenberg", taken apart."""

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.actors.lexicon import lexicon
from timeline.actors.role_span import Piece, pieces, role_span
from timeline.actors.roles import speaks
from timeline.actors.spelling import ARTICLE, POSSESSIVE, fold

BEFORE_PLACE = frozenset({"of", "to", "for", "at", "in", "from", "with"})
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
        tokens = pieces(words, comma + 1, len(words))
        if run := role_span(words, tokens, first=True):
            named = introduced(words[:comma])
            return _behind(words, tokens, run, named)
        words = words[:comma]
    tokens = pieces(words, 0, len(words))
    run = role_span(words, tokens, first=False)
    if run is None:
        return _whole(words, tokens)
    return _before(words, tokens, run)


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
