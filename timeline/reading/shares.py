"""Each speaker an own share: "A and B" said it are two, "responded to" alone is none yet."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.values import Attribution, Span

JOINED = re.compile(r"\s+and\s+(?!its\b|their\b|his\b|her\b)")


def spoken_of(copy: str, cast: Cast, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions, one for each speaker, without those that only announce an answer."""
    for one in attributions:
        if not _announces(one, attributions):
            yield from _shared(copy, cast, one)


def _announces(one: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether it is "responded to X's statements" with the answer itself still to come."""
    if one.lemma not in _responding():
        return False
    return any(
        other is not one and other.sentence == one.sentence and other.name == one.name
        for other in attributions
    )


def _shared(copy: str, cast: Cast, one: Attribution) -> Iterator[Attribution]:
    span = one.speaker
    joint = JOINED.search(copy, *span) if span else None
    if span is None or joint is None:
        yield one
        return
    first, second = Span(span.start, joint.start()), Span(joint.end(), span.end)
    before, after = list(cast.within(*first)), list(cast.within(*second))
    if before and after and before[-1].side != after[0].side:
        yield one._replace(speaker=first, name=None)
        yield one._replace(speaker=second, name=None)
    else:
        yield one


@cache
def _responding() -> frozenset[str]:
    return frozenset(load("replies")["responding"])
