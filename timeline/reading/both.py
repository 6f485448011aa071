"""Whom "both sides", "the two countries" mean: the two parties that are named before."""

import re
from collections.abc import Sequence

from timeline.reading.cast import Cast
from timeline.reading.mentioned import Mark
from timeline.reading.scene import Asked, Scene
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
MEDIATES = re.compile(
    r"\b(?:Fund|Bank|Nations|Court|Cross|Watch|Amnesty|Organi[sz]ation|Agency|League"
    r"|African Union)\b"
)
"""Bodies that are no party to what others quarrel over."""
FAR = 900
BOTH = 2


def both(scene: Scene, asked: Asked, spans: Sequence[Span]) -> list[Mark]:
    """The two parties that are meant in these words, each mentioned there; else none.

    Who speaks for one of the two speaks of the other.
    """
    for found in (pair for span in spans for pair in PAIR.finditer(scene.copy, *span)):
        noun = (found["noun"] or "").lower()
        for sentence in reversed(scene.sentences[: asked.sentence + 1]):
            end = min(sentence.end, asked.at)
            if found.start() - end > FAR:
                break
            if pair := _pair(scene.cast, asked.voice, Span(sentence.start, end), noun):
                sides = asked.voice.sides if asked.voice else ()
                start, end = found.span()
                return [m._replace(start=start, end=end) for m in pair if m.side not in sides]
    return []


def _pair(cast: Cast, voice: Voice | None, sentence: Span, noun: str) -> list[Mark]:
    """The two sides that a sentence names: two states, or two bodies of which none mediates."""
    near: dict[str, Mark] = {}
    for mark in cast.within(*sentence):
        better = mark.side not in near or near[mark.side].adjective
        if better and mark.kind in KINDS and not (mark.place or MEDIATES.search(mark.actor)):
            near[mark.side] = mark
    states = [mark for mark in near.values() if _of_a_state(mark)]
    others = [mark for mark in near.values() if voice is None or mark.side != voice.side]
    for pair in (states,) if noun in STATES else (states, others):
        if len(pair) == BOTH:
            return pair
    return []


def _of_a_state(mark: Mark) -> bool:
    return mark.kind == "country" or (mark.kind == "office" and mark.actor != mark.side)
