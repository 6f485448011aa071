"""Who is who, asked again and again: a directory with its answers kept."""

from typing import Any, NamedTuple

from timeline.actors import Directory
from timeline.actors.mentions import Mention

REMEMBERED = 50_000
"""Answers kept; the news has no more names than that at a time."""


class Voice(NamedTuple):
    """A speaker, resolved as far as this article and the gazetteer go."""

    actor: str
    sides: tuple[str, ...]
    kind: str

    @property
    def side(self) -> str:
        """For whom it speaks."""
        return self.sides[-1] if self.sides else self.actor


class Who:
    """A directory that changes no more, with its answers kept: few actors fill the news."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._sides: dict[str, tuple[tuple[str, ...], str]] = {}
        self._voices: dict[tuple[str | None, ...], Voice] = {}

    def sides(self, actor: str) -> tuple[tuple[str, ...], str]:
        """All that an actor counts under, itself first, and its kind."""
        if (found := self._sides.get(actor)) is None:
            _tidy(self._sides)
            found = self._directory.sides(actor) or (actor,), self._directory.kind(actor)
            self._sides[actor] = found
        return found

    def voice(self, name: str, role: str | None, body: str | None, kind: str) -> Voice:
        """Whom a name means, as it is introduced."""
        question = (name, role, body, kind)
        if (found := self._voices.get(question)) is None:
            _tidy(self._voices)
            actor = self._directory.actor(name, role, body, kind)
            sides = self._directory.sides(actor, role, body) or (actor,)
            known = kind if kind != "unknown" else self._directory.kind(actor)
            found = self._voices[question] = Voice(actor, sides, known)
        return found

    def mentions(self, text: str) -> list[Mention]:
        """The known actors named in a text."""
        return self._directory.mentions(text)


def _tidy(answers: dict[Any, Any]) -> None:
    if len(answers) > REMEMBERED:
        answers.clear()
