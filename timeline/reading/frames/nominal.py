"""Nouns that say: China’s denial of supplying arms; opposition from France; concerns about it."""

from functools import cache

from timeline.reading.cues.lexicon import nouns
from timeline.reading.frames.site import Draft
from timeline.reading.lexicons import load, words
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_PREPOSITION = 5
_FROM = frozenset({"opposition", "criticism", "condemnation", "support", "praise", "denunciation"})
_NEAR = 3
"""Items before such a noun in which it is told that it came: "faced strong opposition from"."""
_HELD = frozenset({"stance", "position", "view", "views"})
"""Nouns whose own words are the assertion: "Trump’s critical stance on the Alliance"."""
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


def read(sk: Skeleton, final: int) -> list[Draft]:
    """A cue noun with its speaker in the genitive, or after "from" or "by"."""
    known = _nouns()
    found: list[Draft] = []
    if known.isdisjoint(sk.low):
        return found
    for at in range(1, final):
        if sk.low[at] not in known or sk.tags[at] not in "nRV":
            continue
        draft = _one(sk, at, final)
        if draft and not any(a <= at <= b for one in found for a, b in one.content):
            found.append(draft)
    return found


@cache
def _nouns() -> frozenset[str]:
    return frozenset(nouns()) | words("actions", "taking_part")


@cache
def _met() -> frozenset[str]:
    """What tells that such a thing came: "faced", "drew", "amid"."""
    return frozenset(load("cues")["guards"]["met"].split())


def _one(sk: Skeleton, at: int, final: int) -> Draft | None:
    content = _content(sk, at, final)
    owner = _owner(sk, at)
    if owner and content:
        span = (owner.first, content[1]) if sk.low[at] in _HELD else content
        return Draft("nominal", (at, at), sk.low[at], owner, (span,), content, "genitive")
    return _agent(sk, at, final)


def _agent(sk: Skeleton, at: int, final: int) -> Draft | None:
    """The speaker comes behind: "opposition from France", "participation of four countries"."""
    taking_part = sk.low[at] in words("actions", "taking_part")
    before = {"from", "by", "of"} if taking_part else {"from", "by"}
    if at + 2 >= final or sk.low[at + 1] not in before:
        return None
    if not taking_part and sk.low[at] not in _FROM:
        return None
    last, first = right_end(sk, at + 2, final), left_end(sk, at)
    if last is None or first is None:
        return None
    if not taking_part and _met().isdisjoint(sk.low[max(0, first - _NEAR) : at]):
        return None
    who = Subject(at + 2, last, "by")
    frame = "taking_part" if taking_part else "nominal"
    end = final - 1 if taking_part else last
    return Draft(frame, (at, at), sk.low[at], who, ((first, end),), None, "from")


def _content(sk: Skeleton, at: int, final: int) -> tuple[int, int] | None:
    after = at + 1
    if after + 1 >= final:
        return None
    preposition = "to" if sk.tags[after] == "t" else sk.low[after]
    if preposition not in nouns().get(sk.low[at], ()):
        return None
    first = after + 1 if preposition != "to" or sk.tags[after + 1] not in "vV" else after
    bare = preposition == "that"
    stop = next((i for i in range(first + 1, final) if _stops(sk, i, first, bare=bare)), final)
    while stop > first + 1 and sk.tags[stop - 1] == "C":
        stop -= 1
    return (first, stop - 1) if stop > first else None


def _nearest(sk: Skeleton, genitive: int) -> int:
    """Past the last preposition: the genitive belongs to the noun phrase right before it."""
    at = genitive - 1
    while at > 0 and sk.tags[at - 1] in "NnR0DA":
        at -= 1
    return at


def _stops(sk: Skeleton, at: int, first: int, *, bare: bool) -> bool:
    tag = sk.tags[at]
    if tag in ",;-":
        return True
    if bare:
        return False
    return tag in "XW" or (tag == "V" and sk.tags[first] not in "tg")


def _owner(sk: Skeleton, at: int) -> Subject | None:
    """As in "NATO’s strong condemnation": the genitive before the noun and its adjectives."""
    i = at - 1
    while i >= 0 and at - i <= 5 and sk.tags[i] in "nA0VC,":
        i -= 1
    if i < 0:
        return None
    if sk.tags[i] == "G":
        first = left_end(sk, i - 1, _nearest(sk, i)) if i > 0 else None
        return None if first is None else Subject(first, i - 1, "genitive")
    return Subject(i, i, "genitive") if sk.low[i] in _POSSESSIVE else None
