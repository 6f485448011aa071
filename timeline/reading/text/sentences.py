"""Sentences: where one ends, by the marks outside quotes, with abbreviations known."""

import re
from functools import cache

from timeline.reading.cues.lexicon import cue_verbs
from timeline.reading.lexicons import load
from timeline.reading.text.tokens import Tokens

_STOP = re.compile("[.NR]")
"""Letters of what can end a sentence: a full stop, or an abbreviation with one."""
LONGEST = 300
"""Tokens; a longer sentence is none, and is cut, so that no rule sees more than this at once."""
_LOOK = 9
"""How many words after “…?” a speaker and a cue may take."""


@cache
def _starters() -> frozenset[str]:
    return frozenset(load("words")["starters"]["words"].split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("roles")["titles"]["words"].split())


def ends(made: Tokens, copy: str, quote_of: list[int], *, inside: bool = False) -> list[int]:
    """Indices of the tokens after which a sentence begins; the last is the number of tokens.

    Args:
        made: the tokens of one paragraph, or of one quote.
        copy: the shadow copy.
        quote_of: for each token the quote in which it stands, or -1.
        inside: the tokens are those of a quote, which is to be split.
    """
    found: list[int] = []
    low, size = made.low, len(made.low)
    begun = free = 0
    for stop in _STOP.finditer("".join(made.tag)):
        at = stop.start()
        if at < free or not (made.tag[at] == "." or low[at].endswith(".")):
            continue
        begun = _cut(found, begun, free, at)
        free = _closed(made, at + 1, size)
        if free < size and _breaks(made, copy, at, free, quote_of, inside=inside):
            found.append(free)
            begun = free
    _cut(found, begun, free, size - 1)
    return [*found, size]


def _cut(found: list[int], begun: int, free: int, at: int) -> int:
    """Cut what is too long up to token `at`, no part before `free`; where the last one begins."""
    while (cut := max(begun + LONGEST, free)) <= at:
        found.append(cut)
        begun = cut
    return begun


def _closed(made: Tokens, at: int, size: int) -> int:
    """Past the closing marks that belong to the sentence before."""
    while at < size and made.tag[at] in "q).G" and made.start[at] == made.end[at - 1]:
        at += 1
    return at


def _breaks(  # noqa: PLR0913 - what stands on both sides decides, and it is asked for each stop
    made: Tokens, copy: str, at: int, after: int, quote_of: list[int], *, inside: bool
) -> bool:
    if made.start[after] == made.end[after - 1]:
        return False
    if not inside and quote_of[after] >= 0 and quote_of[after] == quote_of[after - 1]:
        return False
    begins = copy[made.start[after]]
    if not (begins.isupper() or begins.isdigit() or made.tag[after] in "q("):
        return False
    if made.tag[at] != ".":
        titled = made.low[at].rstrip(".") in _titles() or len(made.low[at]) == 2
        quoted = made.tag[after] == "q" and quote_of[after] >= 0 and not titled
        return quoted or (made.low[after] in _starters() and begins.isupper())
    asked = made.low[at] in {"?", "!", "…", "..."} and quote_of[at] >= 0 and not inside
    return not (asked and quote_of[after] < 0 and _attributed(made, after))


def _attributed(made: Tokens, after: int) -> bool:
    """“Why?” Trump asked: the words after the quote still belong to it."""
    for at in range(after, min(after + _LOOK, len(made.low))):
        if made.tag[at] in ".,;:q":
            return False
        if made.tag[at] == "V" and made.low[at] in cue_verbs():
            following = made.tag[at + 1] if at + 1 < len(made.tag) else "."
            clause = made.low[at + 1 : at + 2] == ["that"]
            return following in ".,IT:OARDNSt" and not clause and at > after
    return False
