"""What somebody is said to feel or be ready for: NATO is concerned about China’s stance."""

from functools import cache

from timeline.reading.frames.able import able
from timeline.reading.frames.site import Draft
from timeline.reading.lexicons import load, words
from timeline.reading.speakers.subject import plain
from timeline.reading.text.skeleton import Skeleton

_BE = frozenset({"is", "are", "was", "were", "'s", "'re", "be", "been", "remains", "remained"})


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """Adjective → what brings its matter: {"critical": {"of"}}."""
    table: dict[str, set[str]] = {}
    for brings, listed in load("cues")["adjectives"].items():
        for adjective in listed.split():
            table.setdefault(adjective, set()).add(brings)
    return {adjective: frozenset(brings) for adjective, brings in table.items()}


def read(sk: Skeleton, final: int) -> list[Draft]:
    """An adjective behind "is" with a person or body as subject; its complement is the content."""
    known = adjectives()
    return [
        draft
        for at in range(2, final - 2)
        if sk.low[at] in known and (draft := _one(sk, at, final))
    ]


def _one(sk: Skeleton, at: int, final: int) -> Draft | None:
    brings = sk.low[at + 1]
    verb = _verb(sk, at)
    if verb is None or brings not in adjectives()[sk.low[at]]:
        return None
    who = plain(sk, verb)
    if who is None or not able(sk, who) or sk.low[who.last] in words("roles", "documents"):
        return None
    first = at + 1 if sk.tags[at + 1 : at + 3] == "tv" else at + 2
    stop = next((i for i in range(first + 1, final) if _ends(sk, i)), final)
    if stop - first < 1:
        return None
    lemma = f"be {sk.low[at]}"
    return Draft("feeling", (at, at + 1), lemma, who, ((first, stop - 1),), None, brings)


def _verb(sk: Skeleton, at: int) -> int | None:
    """The verb before an adjective: "is not", "remains deeply"."""
    at -= 1
    while at > 0 and (sk.tags[at] == "A" or sk.low[at] in {"not", "most"}):
        at -= 1
    return at if sk.low[at] in _BE else None


def _ends(sk: Skeleton, at: int) -> bool:
    return sk.tags[at] == ";" or sk.tags[at : at + 2] in {",W", ",C", ",S", ",X", ",V", ",D"}
