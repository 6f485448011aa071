"""One attribution before it is known whom it is about, and what is known of earlier ones."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from timeline.reading import discussed
from timeline.reading.ground import Ground
from timeline.reading.mentioned import Mark
from timeline.reading.replies import Reply
from timeline.reading.scene import Asked
from timeline.reading.speakers.gender import gender_of
from timeline.reading.values import Attribution
from timeline.reading.who import Voice


class Case(NamedTuple):
    """One attribution, before it is known whom it is about."""

    ground: Ground
    one: Attribution
    voice: Voice | None
    reply: Reply | None
    on: Sequence[Mark] = ()
    """Whom the same speaker was on before, in this paragraph or the last."""


class Before(Protocol):
    """What is known of an earlier attribution."""

    @property
    def one(self) -> Attribution:
        """The attribution."""

    @property
    def voice(self) -> Voice | None:
        """Its speaker."""

    @property
    def targets(self) -> list[Mark]:
        """Whom it was about."""

    @property
    def context(self) -> list[Mark]:
        """Its targets, or those that the same speaker was on before."""

    @property
    def reply(self) -> Reply | None:
        """What makes it an answer."""

    @property
    def paragraph(self) -> int:
        """Where it stands."""


def asked_of(case: Case) -> Asked:
    """What is asked of the scene about it."""
    one = case.one
    asked = Asked(
        case.voice,
        one.content,
        one.object,
        one.form == "direct",
        one.passage.start,
        one.sentence,
        case.on,
        gender_of(case.ground.copy, one.name) if one.name else None,
    )
    if not asked.direct:
        return asked
    return asked._replace(addressed=discussed.addressed(case.ground.scene, asked, one.cue))
