"""From a recorded assertion to its standing: names resolved, the dossier laid over it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from timeline.projection import Standing
from timeline.replay.decide import CORRECTED, DATED
from timeline.views import Dossier
from timeline.when import When

if TYPE_CHECKING:
    from timeline.actors import Directory

KEPT = 20_000
"""Answers of the directory kept in memory."""
OWN_VOICE, NOBODY = "(article)", "(unattributed)"
NONE: tuple[str, ...] = ()
Sides = tuple[str, ...]


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

    def __call__(
        self, event: dict[str, Any], position: int, dossier: Dossier | None = None
    ) -> Standing:
        """The standing of an assertion.

        Args:
            event: the fields of the event that holds the whole of it; absent ones have defaults.
            position: of its first event.
            dossier: how it stands, if anybody ever came back to it.
        """
        get = event.get
        about = get("about", "")
        said, basis, days = get("said", ""), get("said_basis", "unknown"), get("said_days")
        status, checked_by, links, corrected = "proposed", None, NONE, False
        if dossier is not None:
            status, checked_by = dossier.status, dossier.checked_by
            links = tuple(dossier.links.splitlines())
            corrected = bool(dossier.decided & (CORRECTED | DATED))
            if dossier.said is not None:
                # Dated anew with its article, it still moves with its occasion.
                days = days if dossier.basis == "occasion" else None
                said, basis = dossier.said, dossier.basis
            if dossier.about is not None:
                about = dossier.about
        form = get("form", "indirect")
        actor, sides = self._speaker(event, form, said)
        targets, target_sides = self._targets(event.get("targets_name", NONE), said)
        reporters = event.get("reporters_name")
        article = event["article"]
        occasion = get("occasion_key") or get("occasion")
        own = get("own")
        return tuple.__new__(
            Standing,
            (
                position,
                event["id"],
                event["handle"],
                article,
                status,
                checked_by,
                actor,
                sides[-1],
                sides,
                get("speaker") or "",
                get("speaker_role") or "",
                get("authority", "unnamed"),
                targets,
                target_sides,
                _once(map(self._actor, reporters)) if reporters else NONE,
                get("act", "state"),
                get("family", "state"),
                get("sign", 0),
                get("cue") or "",
                form,
                get("mode", "said"),
                tuple(get("topics", NONE)),
                occasion or article,
                get("occasion") or "",
                said,
                basis,
                tuple(days) if days else (),
                about,
                event["asserted"],
                event["asserted_start"],
                _own(event, own) if own else NONE,
                get("reply") or "",
                get("answers") or "",
                event["confidence"],
                links,
                corrected,
            ),
        )

    def _speaker(self, event: dict[str, Any], form: str, said: str) -> tuple[str, Sides]:
        get = event.get
        name = get("speaker_name") or get("speaker")
        if name is None:
            nobody = OWN_VOICE if form in ("narrative", "headline") else NOBODY
            return nobody, (nobody,)
        role, body, kind = get("speaker_role"), get("speaker_body"), get("speaker_kind", "unknown")
        key = name, role, body, kind
        found = self._speakers.get(key)
        if found is not None:
            return found
        actor = self._actors.get(key)
        if actor is None:
            actor = self._actors[key] = self.directory.actor(name, role, body, kind)
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


def _own(event: dict[str, Any], spans: list[int]) -> Sides:
    """The speaker's own words: their spans lie within the asserted words."""
    words, start = event["asserted"], event["asserted_start"]
    pairs = zip(spans[::2], spans[1::2], strict=False)
    return tuple(words[max(0, first - start) : end - start] for first, end in pairs)
