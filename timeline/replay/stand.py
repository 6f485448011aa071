"""From a recorded assertion to its standing: names resolved, the dossier laid over it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from timeline.projection import Standing
from timeline.replay.decide import CORRECTED, DATED
from timeline.replay.reads import Whole
from timeline.views import Dossier
from timeline.when import When

if TYPE_CHECKING:
    from timeline.actors import Directory

KEPT = 20_000
"""Answers of the directory kept in memory."""
OWN_VOICE, NOBODY = "(article)", "(unattributed)"
NONE: tuple[str, ...] = ()
Sides = tuple[str, ...]
_standing = cast("Callable[[tuple[Any, ...]], Standing]", partial(tuple.__new__, Standing))


class Stand:
    """Makes standings, as one directory resolves names; answers are kept while it is the same."""

    def __init__(self, directory: "Directory") -> None:
        self.directory = directory
        self._actors: dict[Any, str] = {}
        self._speakers: dict[Any, tuple[str, Sides]] = {}
        self._single: dict[str, tuple[Sides, Sides]] = {}
        """Of a single target: itself, and its sides; of speakers and targets without dated ties."""
        self._timeless: dict[Any, Sides] = {}
        self._dated: dict[Any, Sides] = {}

    def __call__(self, told: Whole, position: int, dossier: Dossier | None = None) -> Standing:
        """The standing of an assertion.

        Args:
            told: of the event that holds the whole of it.
            position: of its first event.
            dossier: how it stands, if anybody ever came back to it.
        """
        said, basis, about, days = told.said, told.said_basis, told.about, told.said_days
        status, checked_by, links, corrected = "proposed", None, NONE, False
        if dossier is not None:
            status, checked_by = dossier.status, dossier.checked_by
            links = tuple(dossier.links.splitlines())
            corrected = bool(dossier.decided & (CORRECTED | DATED))
            if dossier.said is not None:
                # Dated anew with its article, it still moves with its occasion.
                days = days if dossier.basis == "occasion" else ()
                said, basis = dossier.said, dossier.basis or "unknown"
            if dossier.about is not None:
                about = dossier.about
        mention, article, own, reporters = told.speaker, told.article, told.own, told.reporters_name
        actor, sides = self._speaker(told, said)
        targets, target_sides = self._targets(told.targets_name, said)
        return _standing(
            (
                position,
                told.id,
                told.handle,
                article,
                status,
                checked_by,
                actor,
                sides[-1],
                sides,
                mention or "",
                told.speaker_role or "",
                told.authority,
                targets,
                target_sides,
                _once(map(self._actor, reporters)) if reporters else NONE,
                told.act,
                told.family,
                told.sign,
                told.cue or "",
                told.form,
                told.mode,
                told.topics,
                told.occasion_key or told.occasion or article,
                told.occasion or "",
                said,
                basis,
                days,
                about,
                told.asserted,
                told.asserted_start,
                _own(told) if own else NONE,
                told.reply or "",
                told.answers or "",
                told.confidence,
                links,
                corrected,
            )
        )

    def _speaker(self, told: Whole, said: str) -> tuple[str, Sides]:
        name = told.speaker_name or told.speaker
        if name is None:
            nobody = OWN_VOICE if told.form in ("narrative", "headline") else NOBODY
            return nobody, (nobody,)
        role, body = told.speaker_role, told.speaker_body
        key = name, role, body, told.speaker_kind
        found = self._speakers.get(key)
        if found is not None:
            return found
        actor = self._actors.get(key)
        if actor is None:
            actor = self._actors[key] = self.directory.actor(*key)
        found = actor, self._sides_of(actor, role, body, said)
        if (actor, role, body) in self._timeless:
            _keep(self._speakers, key, found)
        return found

    def _sides_of(self, actor: str, role: str | None, body: str | None, said: str) -> Sides:
        """The actor itself first, then whatever else it counts under at that time."""
        key = actor, role, body
        found = self._timeless.get(key)
        if found is None:
            dated = *key, said
            found = self._dated.get(dated)
            if found is None:
                found = self._dated[dated] = self._asked(actor, role, body, said)
        return found

    def _asked(self, actor: str, role: str | None, body: str | None, said: str) -> Sides:
        if len(self._dated) > KEPT:
            self._dated.clear()
        sides = self.directory.sides(actor, role, body, When.parse(said))
        sides = sides if sides[:1] == (actor,) else _once((actor, *sides))
        if self.directory.timeless(actor, role, body) is not None:
            if len(self._timeless) > KEPT:
                self._timeless.clear()
            self._timeless[actor, role, body] = sides
        return sides

    def _actor(self, name: str) -> str:
        found = self._actors.get(name)
        if found is None:
            if len(self._actors) > KEPT:
                self._actors.clear()
            found = self._actors[name] = self.directory.actor(name)
        return found

    def _targets(self, names: Sequence[str], said: str) -> tuple[Sides, Sides]:
        if len(names) == 1:  # as most have
            found = self._single.get(names[0])
            if found is None:
                actor = self._actor(names[0])
                found = (actor,), self._sides_of(actor, None, None, said)
                if (actor, None, None) in self._timeless:
                    _keep(self._single, names[0], found)
            return found
        if not names:
            return NONE, NONE
        actors = _once(map(self._actor, names))
        return actors, _once(
            side for actor in actors for side in self._sides_of(actor, None, None, said)
        )


def _keep(kept: dict[Any, Any], key: object, answer: object) -> None:
    if len(kept) > KEPT:
        kept.clear()
    kept[key] = answer


def _once(names: Any) -> Sides:  # noqa: ANN401 - any iterable of names
    return tuple(dict.fromkeys(names))


def _own(told: Whole) -> Sides:
    """The speaker's own words: their spans lie within the asserted words."""
    words, start, spans = told.asserted, told.asserted_start, told.own
    pairs = zip(spans[::2], spans[1::2], strict=False)
    return tuple([words[max(0, first - start) : end - start] for first, end in pairs])
