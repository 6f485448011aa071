"""Whom a misspelt name may mean."""

from collections.abc import Sequence

from timeline.actors.spelling import fold

ALIKE, APART = 75, 8
"""Per cent: who is proposed is so much like it, and so close to the best."""


def nearest(name: str, written: Sequence[tuple[str, str]], n: int) -> list[str]:
    """The actors whose names are written most like this one, the closest first.

    Args:
        name: as typed.
        written: names, each with its actor.
        n: so many at most.
    """
    from rapidfuzz import fuzz, process

    choices = [fold(text) for text, _ in written]
    hits = process.extract(fold(name), choices, scorer=fuzz.ratio, limit=10 * n)
    ranked = sorted(hits, key=lambda hit: (-hit[1], hit[0]))
    enough = max([ALIKE, *(score - APART for _, score, _ in ranked[:1])])
    return list(dict.fromkeys(written[at][1] for _, score, at in ranked if score >= enough))[:n]
