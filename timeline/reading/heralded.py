"""Answers told of beside their words: "…, Roe said. She was responding to Lima, who said …".

Such a sentence asserts nothing itself: what its speaker said before or behind it is the answer, and
what is answered are the words of whoever it names.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.replies import Reply
from timeline.reading.values import Attribution, Attributions, Span
from timeline.reading.who import Voice


class Heralded(NamedTuple):
    """Who answers whom, and where that is told."""

    actor: str
    """Who answers."""
    paragraph: int
    opens: bool
    """Whether it begins its paragraph, so that the words may stand in the one before."""
    reply: Reply


def heralds(said: Attributions) -> list[Attribution]:
    """The attributions that only tell whom somebody answers, who then says what is answered."""
    speakers: dict[int, list[Span]] = defaultdict(list)
    for one in said.attributions:
        if one.speaker is not None:
            speakers[one.sentence].append(one.speaker)
    return [
        one
        for one in said.attributions
        if one.pattern == "judging.g"
        and one.lemma in _responding()
        and one.object
        and not one.own
        and any(one.object.start <= who.start < one.object.end for who in speakers[one.sentence])
    ]


def heralded(said: Attributions, cast: Cast, told: Iterable[Attribution]) -> tuple[Heralded, ...]:
    """Who answers whom by these attributions.

    Args:
        said: all that is said in the article.
        cast: who is named in it.
        told: those of them that herald an answer.
    """
    found = []
    for one in told:
        voice = cast.voice(one.speaker, one.name)
        if voice is None or one.cue is None:
            continue
        paragraph = said.sentences[one.sentence].paragraph
        opens = one.sentence == 0 or said.sentences[one.sentence - 1].paragraph < paragraph
        found.append(Heralded(voice.actor, paragraph, opens, Reply(one.cue, one.object)))
    return tuple(found)


def answer_of(
    told: Iterable[Heralded], voice: Voice | None, one: Attribution, paragraph: int
) -> Reply | None:
    """The answer that a speaker's own words are: in that paragraph, or in the one before."""
    if voice is None or not one.own:
        return None
    return next(
        (
            herald.reply
            for herald in told
            if herald.actor == voice.actor
            and (
                herald.paragraph == paragraph
                or (herald.opens and herald.paragraph == paragraph + 1)
            )
        ),
        None,
    )


@cache
def _responding() -> frozenset[str]:
    return frozenset(load("replies")["responding"])
