"""Whose a minister is where two countries quarrel: of the one that spoke before, not of the other.

"Norland accused Sudland of theft. “Sudland is a thief,” Foreign Minister Ana Roe said": countries
that stand in somebody's own words tell nothing of whose that somebody is; whoever spoke in the
sentence before does, unless the words are against that one, or are a denial.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.values import Attribution, Attributions, Span

COUNTRIES = ("country", "office")


class Talk(NamedTuple):
    """What stands around the words of one speaker."""

    own: tuple[Span, ...]
    """What the speaker says in quotation marks where the name stands first."""
    kept: Mark | None
    """Whom those words begin with, unless they are hostile: "Norland wants peace"."""
    spoke: Mark | None
    """The country for which somebody spoke just before, where the speaker is likely of it too."""
    against: frozenset[str]
    """The sides that those words deny, or are against."""

    def outside(self, near: list[Mark]) -> list[Mark]:
        """The mentions that may tell whose the speaker is."""
        return [mark for mark in near if mark == self.kept or not self._holds(mark)]

    def _holds(self, mark: Mark) -> bool:
        return any(span.start <= mark.start < span.end for span in self.own)


SILENT = Talk((), None, None, frozenset())
"""Of somebody who says nothing in quotation marks."""


def talk(
    copy: str, said: Attributions, cast: Cast, at: int | None, bodies: Mapping[Span, Mark | None]
) -> Talk:
    """What stands around the words of a speaker.

    Args:
        copy: of the text.
        said: all that is said in the article.
        cast: who is named in it.
        at: the attribution in which the speaker is introduced, as `introduced` has it.
        bodies: whose those are that spoke before, by their names, as far as that was open.
    """
    if at is None or not (own := said.attributions[at].own):
        return SILENT
    touched = (mark for span in own for mark in cast.touching(*span))
    named = [mark for mark in touched if mark.kind in COUNTRIES and not mark.adjective]
    sides = frozenset(mark.side for mark in named)
    denies, charges = (_says(copy, own, how) for how in ("denying", "charging"))
    before = _before(said, at)
    spoke = _country(cast, before, bodies) if before else None
    if not sides:
        denied = frozenset({spoke.side}) if denies and spoke else frozenset[str]()
        return Talk(own, None, None if denies else spoke, denied)
    if not (denies or charges):
        return Talk(own, named[0], spoke, frozenset())
    if len(sides) > 1:
        return Talk((), None, spoke, frozenset())  # nobody knows which of them it is against
    return Talk(own, None, None if spoke and spoke.side in sides else spoke, sides)


def introduced(said: Attributions) -> dict[Span, int]:
    """The first attribution by each speaker who is introduced in it, by the name."""
    found: dict[Span, int] = {}
    for at, one in enumerate(said.attributions):
        if one.name and one.passage.start <= one.name.span.start < one.passage.end:
            found.setdefault(one.name.span, at)
    return found


def _before(said: Attributions, at: int) -> Attribution | None:
    """What another said last in the same paragraph, in the sentence before."""
    one = said.attributions[at]
    paragraph = said.sentences[one.sentence].paragraph
    for other in map(said.attributions.__getitem__, range(at - 1, -1, -1)):
        if said.sentences[other.sentence].paragraph != paragraph or other.form == "headline":
            return None
        if other.sentence < one.sentence:
            return other if one.sentence - other.sentence == 1 else None
    return None


def _country(cast: Cast, one: Attribution, bodies: Mapping[Span, Mark | None]) -> Mark | None:
    """The one country that spoke, or for which somebody did whose post was as open."""
    if one.name is not None and one.name.span in bodies:
        body = bodies[one.name.span]
        return body if body and body.kind == "country" else None
    if one.speaker is None or (one.name and one.name.kind == "person"):
        return None
    marks = [mark for mark in cast.touching(*one.speaker) if mark.kind == "country"]
    return marks[0] if len({mark.side for mark in marks}) == 1 and not marks[0].place else None


def _says(copy: str, spans: tuple[Span, ...], how: str) -> bool:
    """Whether words deny, or charge."""
    return any(_stems(how).search(copy, *span) for span in spans)


@cache
def _stems(how: str) -> re.Pattern[str]:
    stems = load("descriptions")["quarrel"][how].split()
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)
