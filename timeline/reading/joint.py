"""Several speakers of one verb, each with words of its own: "A, B and C said" is said by three."""

import re
from collections.abc import Iterator, Mapping

from timeline.reading.cast import Cast
from timeline.reading.mentioned import Mark
from timeline.reading.values import Attribution, Name, Span

AND = re.compile(r"(?<!\s)\s+and\s+(?!its\b|their\b|his\b|her\b)")
LISTED = re.compile(r",\s+(?:and\s+)?|(?<!\s)\s+and\s+")
"""A run of blanks is tried from where it begins only: from each of them it would be too often."""


def apart(
    copy: str, cast: Cast, people: Mapping[Span, Name], one: Attribution
) -> Iterator[Attribution]:
    """One attribution for each who speaks in it, if they are of different sides.

    Args:
        copy: the shadow copy of the article.
        cast: who is mentioned in it.
        people: the names of persons, as introduced, by where they stand.
        one: the attribution.
    """
    if one.speaker is None or AND.search(copy, *one.speaker) is None:
        yield one
        return
    parts = list(_parts(copy, one.speaker))
    marks = [_who(cast, part, first=at > 0) for at, part in enumerate(parts)]
    sides = {mark.side for mark in marks if mark}
    if len(sides) < len(parts):
        yield one
        return
    for part, mark in zip(parts, marks, strict=True):
        yield one._replace(speaker=part, name=people.get(mark.name) if mark else None)


def _parts(copy: str, speaker: Span) -> Iterator[Span]:
    start = speaker.start
    for joint in LISTED.finditer(copy, *speaker):
        yield Span(start, joint.start())
        start = joint.end()
    yield Span(start, speaker.end)


def _who(cast: Cast, part: Span, *, first: bool) -> Mark | None:
    """Who speaks in a part: a person before the country that he is of."""
    marks = cast.within(*part)
    if not marks:
        return None
    return next((mark for mark in marks if mark.kind == "person"), marks[0 if first else -1])
