"""What is asked where an assertion names nobody: of which one, and what is known around it."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.reading.cast import Cast
from timeline.reading.mentioned import Mark
from timeline.reading.speakers.gender import Gender
from timeline.reading.values import Sentence, Span
from timeline.reading.who import Voice


class Scene(NamedTuple):
    """What is known of an article where one attribution stands."""

    copy: str
    low: str
    cast: Cast
    sentences: Sequence[Sentence]
    home: Mark | None
    """A mention of the country whose government "the government" is."""


class Asked(NamedTuple):
    """Of which attribution it is asked."""

    voice: Voice | None
    content: Sequence[Span]
    object: Span | None
    direct: bool
    at: int
    """Where its passage begins."""
    sentence: int
    before: Sequence[Mark]
    """Whom the same speaker was on before."""
    gender: Gender | None = None
    """Of who speaks, where a first name or a title tells it."""
    addressed: Sequence[Mark] = ()
    """Who is told it: "you"."""


def at(mark: Mark, start: int, end: int) -> Mark:
    """The same actor, mentioned elsewhere: by "they", by "the decision"."""
    return mark._replace(start=start, end=end)
