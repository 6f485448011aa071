"""Whom "both sides", "the two countries" mean: the two parties that are named before."""

import re
from collections.abc import Sequence

from timeline.reading.cast import Cast
from timeline.reading.mentioned import Mark
from timeline.reading.values import Span
from timeline.reading.who import Voice

PAIR = re.compile(
    r"\b(?:(?:both|either|the (?:two|warring|rival|opposing)) (?:\w+ )?"
    r"(?P<noun>sides?|parties|countries|nations|governments|neighbou?rs|states|capitals|companies"
    r"|clubs|teams|leaders|rivals)|the sides)\b",
    re.IGNORECASE,
)
STATES = frozenset(
    {"countries", "nations", "governments", "neighbours", "neighbors", "states", "capitals"}
)
KINDS = frozenset({"country", "organisation", "office"})
FAR = 900


def both(cast: Cast, copy: str, voice: Voice | None, spans: Sequence[Span]) -> list[Mark]:
    """The two parties that are meant in these words, each mentioned there; else none.

    Who speaks for one of the two speaks of the other.
    """
    for found in (pair for span in spans for pair in PAIR.finditer(copy, *span)):
        noun = (found["noun"] or "").lower()
        pair = _pair(cast, voice, found.start(), noun)
        if len(pair) > 1:
            sides = voice.sides if voice else ()
            start, end = found.span()
            return [m._replace(start=start, end=end) for m in pair if m.side not in sides]
    return []


def _pair(cast: Cast, voice: Voice | None, at: int, noun: str) -> list[Mark]:
    """The two sides last named before: two states before two bodies, and none that mediates."""
    near: dict[str, Mark] = {}
    for mark in cast.before(at):
        if at - mark.end > FAR:
            break
        better = mark.side not in near or near[mark.side].adjective
        if better and mark.kind in KINDS and not mark.place:
            near[mark.side] = mark
    states = [mark for mark in near.values() if _of_a_state(mark)]
    if len(states) > 1 or noun in STATES:
        return states[:2]
    return [mark for mark in near.values() if voice is None or mark.side != voice.side][:2]


def _of_a_state(mark: Mark) -> bool:
    return mark.kind == "country" or (mark.kind == "office" and mark.actor != mark.side)
