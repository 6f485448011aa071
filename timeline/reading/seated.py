"""Whose somebody is by the capital in which he speaks: "the Foreign Ministry in Rome said"."""

import re

from timeline.reading.cast import Cast
from timeline.reading.mentioned import Mark
from timeline.reading.values import Attributions, Name, Sentence, Span
from timeline.reading.whose import of_state

IN = re.compile(r"\s*\bin (?:the )?$", re.IGNORECASE)
COMMA = re.compile(r", (?:the )?$", re.IGNORECASE)
ABROAD = re.compile(
    r"\b(?:visit|trip|tour|talks|summit|conference|meet|met\b|counterpart|hosts?\b|alongside"
    r"|next to|flew|arriv|at the\b)"
)
"""Beside these a capital may be another's."""
ORGANS = frozenset({"ministry", "government"})
LATEST = 4
"""What was said just before: whoever spoke there may speak on, in a capital of its own."""


def organ(copy: str, name: Name) -> bool:
    """Whether it is a ministry or government of a country that it does not name."""
    words = copy[slice(*name.span)].split()
    if name.kind != "organisation" or name.body or words[-1].lower() not in ORGANS:
        return False
    return words[0].islower() or of_state(copy, name.span)


def seated(copy: str, said: Attributions, cast: Cast, name: Name, at: int | None) -> Mark | None:
    """The country in whose capital a minister speaks, if that spoke just before; a ministry's seat.

    Args:
        copy: of the text.
        said: all that is said in the article.
        cast: who is named in it.
        name: of whose country nothing is told.
        at: the attribution in which it is introduced.
    """
    if at is None:
        return None
    one = said.attributions[at]
    sentence = said.sentences[one.sentence]
    own = (*one.content, *one.own)
    for mark in cast.within(sentence.start, sentence.end):
        if mark.kind != "country" or not mark.place:
            continue
        if any(span.start <= mark.start < span.end for span in own):
            continue
        at_home = _beside(copy, sentence, name, mark)
        if at_home and organ(copy, name):
            return cast.by_name.get(mark.side, mark)
        if (at_home or _behind(copy, sentence, name, mark, one.cue)) and (
            mark.side in _spoke(said, cast, at)
        ):
            return cast.by_name.get(mark.side, mark)
    return None


def _beside(copy: str, sentence: Sentence, name: Name, mark: Mark) -> bool:
    """Whether a place stands right before or behind a name: "In Rome, the ministry"."""
    start = min(span.start for span in (name.span, name.role) if span)
    if IN.fullmatch(copy, sentence.start, mark.start) and COMMA.fullmatch(copy, mark.end, start):
        return True
    return IN.fullmatch(copy, name.span.end, mark.start) is not None


def _behind(copy: str, sentence: Sentence, name: Name, mark: Mark, cue: Span | None) -> bool:
    """Whether a place stands behind the verb, where nobody is a guest: "said in Rome"."""
    if cue is None or mark.start < cue.end:
        return False
    first = max(cue.end, name.span.end if name.span.end < mark.start else 0)
    return ABROAD.search(copy, first, sentence.end) is None


def _spoke(said: Attributions, cast: Cast, at: int) -> set[str]:
    """The sides that spoke just before."""
    before = said.attributions[max(0, at - LATEST) : at]
    voices = (cast.voice(one.speaker, one.name) for one in before)
    return {voice.side for voice in voices if voice}
