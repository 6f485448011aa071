"""From a recorded assertion to its standing: names resolved, the dossier laid over it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from timeline.actors import Directory
from timeline.projection import Standing
from timeline.views import Dossier
from timeline.when import When

KEPT = 50_000
"""Answers of the directory kept in memory."""
OWN_VOICE, NOBODY = "(article)", "(unattributed)"
NONE: tuple[str, ...] = ()
Sides = tuple[str, ...]


class Whom(NamedTuple):
    """The targets of an assertion, resolved."""

    targets: Sides
    sides: Sides
    reporters: Sides


class Stand:
    """Makes standings, as one directory resolves names; answers are kept while it is the same."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._speakers: dict[tuple[Any, ...], tuple[str, Sides]] = {}
        self._targets: dict[tuple[Any, ...], Whom] = {}

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
        said, basis, days = get("said", ""), get("said_basis", "unknown"), get("said_days")
        status, checked_by = "proposed", None
        if dossier is not None:
            status, checked_by = dossier.status, dossier.checked_by
            if dossier.said is not None:
                said, basis, days = dossier.said, dossier.basis, None
        form = get("form", "indirect")
        actor, sides = self._speaker(event, form, said)
        whom = self._whom(event, said)
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
                whom.targets,
                whom.sides,
                whom.reporters,
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
                get("about", ""),
                event["asserted"],
                event["asserted_start"],
                _own(event, own) if own else NONE,
                get("reply") or "",
                get("answers") or "",
                event["confidence"],
            ),
        )

    def _speaker(self, event: dict[str, Any], form: str, said: str) -> tuple[str, Sides]:
        get = event.get
        name = get("speaker_name") or get("speaker")
        if name is None:
            nobody = OWN_VOICE if form in ("narrative", "headline") else NOBODY
            return nobody, (nobody,)
        role, body, kind = get("speaker_role"), get("speaker_body"), get("speaker_kind", "unknown")
        key = name, role, body, kind, said
        found = self._speakers.get(key)
        if found is None:
            if len(self._speakers) > KEPT:
                self._speakers.clear()
            actor = self.directory.actor(name, role, body, kind)
            sides = self.directory.sides(actor, role, body, When.parse(said))
            found = self._speakers[key] = actor, sides or (actor,)
        return found

    def _whom(self, event: dict[str, Any], said: str) -> Whom:
        targets = event.get("targets_name", NONE)
        reporters = event.get("reporters_name", NONE)
        key = *targets, None, *reporters, said
        found = self._targets.get(key)
        if found is None:
            if len(self._targets) > KEPT:
                self._targets.clear()
            found = self._targets[key] = self._resolved(targets, reporters, said)
        return found

    def _resolved(self, targets: Any, reporters: Any, said: str) -> Whom:  # noqa: ANN401 - of JSON
        find, sides, when = self.directory.actor, self.directory.sides, When.parse(said)
        actors = _once(map(find, targets))
        return Whom(
            actors,
            _once(side for actor in actors for side in (actor, *sides(actor, when=when))),
            _once(map(find, reporters)),
        )


def _once(names: Any) -> Sides:  # noqa: ANN401 - any iterable of names
    return tuple(dict.fromkeys(names))


def _own(event: dict[str, Any], spans: list[int]) -> Sides:
    """The speaker's own words: their spans lie within the asserted words."""
    words, start = event["asserted"], event["asserted_start"]
    pairs = zip(spans[::2], spans[1::2], strict=False)
    return tuple(words[max(0, first - start) : end - start] for first, end in pairs)


Fetch = Callable[[int], dict[str, Any] | None]
"""The fields of the event at a position; None if it was erased."""
