"""Sentences: where one ends, by the marks outside quotes, with abbreviations known."""

from functools import cache

from timeline.reading.cues.lexicon import cue_verbs
from timeline.reading.lexicons import load
from timeline.reading.text.tokens import Tokens

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
    for at, tag in enumerate(made.tag):
        if found and quote_of[at] >= 0 and quote_of[at] == quote_of[found[-1] - 1]:
            begun = at  # a quote is cut once at most: each of its sentences stands in every part
        if at - begun >= LONGEST and at >= free:
            found.append(at)
            begun = at
        if tag in ".NR" and at >= free and (tag == "." or low[at].endswith(".")):
            free = _closed(made, at + 1, size)
            if free < size and _breaks(made, copy, at, free, quote_of, inside=inside):
                found.append(free)
                begun = free
    return [*found, size]


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
