"""From a recorded assertion to its standing: names resolved, the dossier laid over it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from timeline.projection import Standing
from timeline.projection.standing import NOBODY, OWN_VOICE
from timeline.replay.decide import CORRECTED, DATED
from timeline.replay.reads import Whole
from timeline.views import Dossier
from timeline.when import When

if TYPE_CHECKING:
    from timeline.actors import Directory

KEPT = 50_000
"""Names of each kind that are kept, with whom they mean: some 20 MB."""
NONE: tuple[str, ...] = ()
Sides = tuple[str, ...]
Speaker = tuple[str, str, str, str]
"""A speaker's name, role, body and kind: a cast of the ledger, but for its first word."""
_standing = cast("Callable[[tuple[Any, ...]], Standing]", partial(tuple.__new__, Standing))


class Stand:
    """Makes standings, as one directory resolves names; answers are kept while it is the same."""

    def __init__(self, directory: "Directory") -> None:
        self.directory = directory
        self._speakers: dict[Speaker, tuple[str, Sides | None]] = {}
        self._targets: dict[str, tuple[Sides, Sides | None]] = {}
        """A target alone, and its sides; None where they hang on the date, as of speakers."""
        self._dated: dict[tuple[str, ...], Sides] = {}

    def after(self, directory: "Directory", casts: Iterable[Sequence[str]]) -> "Stand":
        """A stand for a directory in which only these casts can mean somebody else."""
        other = Stand(directory)
        other._speakers, other._targets = self._speakers.copy(), self._targets.copy()
        for which, *names in casts:
            if which == "who":
                other._speakers.pop(cast("Speaker", tuple(names)), None)
            else:
                for name in names:
                    other._targets.pop(name, None)
        return other

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
        article, reporters, occasion = told.article, told.reporters_name, told.occasion
        mention, role, body = told.speaker, told.speaker_role, told.speaker_body
        name = told.speaker_name
        if name:
            key = name, role, body, told.speaker_kind
            actor, known = self._speakers.get(key) or self._ask(key)
            sides = known or self._then(actor, role, body, said)
        else:
            actor = OWN_VOICE if told.form in ("narrative", "headline") else NOBODY
            sides = (actor,)
        targets, target_sides, toward = self._whom(told.targets_name, said)
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
                targets,
                target_sides,
                told.occasion_key or article,
                said,
                basis,
                toward,
                mention,
                role,
                told.authority,
                _once(self._target(one)[0][0] for one in reporters) if reporters else NONE,
                told.act,
                told.family,
                told.sign,
                told.form,
                told.mode,
                occasion,
                told.asserted,
                _own(told) if told.own else NONE,
                told.reply,
                told.answers,
                told.topics,
                told.confidence,
                links,
                corrected,
                told.cue,
                days,
                about,
                told.asserted_start,
            )
        )

    def _ask(self, key: Speaker) -> tuple[str, Sides | None]:
        """Whom a speaker's name means, and the sides where they hang on no date."""
        name, role, body, kind = key
        resolver = self.directory.afresh()
        actor = resolver.actor(name, role or None, body or None, kind)
        sides, dated = resolver.sides(actor, role or None, body or None, None)
        found = actor, None if dated else _from(actor, sides)
        _keep(self._speakers, key, found)
        return found

    def _target(self, name: str) -> tuple[Sides, Sides | None]:
        found = self._targets.get(name)
        if found is None:
            resolver = self.directory.afresh()
            actor = resolver.actor(name, None, None, "unknown")
            sides, dated = resolver.sides(actor, None, None, None)
            found = (actor,), None if dated else _from(actor, sides)
            _keep(self._targets, name, found)
        return found

    def _then(self, actor: str, role: str, body: str, said: str) -> Sides:
        """The sides of somebody who did not always have the same."""
        key = actor, role, body, said
        found = self._dated.get(key)
        if found is None:
            resolver = self.directory.afresh()
            sides = resolver.sides(actor, role or None, body or None, When.parse(said)).sides
            found = _from(actor, sides)
            _keep(self._dated, key, found)
        return found

    def _whom(self, names: Sequence[str], said: str) -> tuple[Sides, Sides, str]:
        """The actors of the targets, all that these count under, and the side of the main one."""
        if len(names) == 1:  # as most have
            alone, known = self._targets.get(names[0]) or self._target(names[0])
            sides = known or self._then(alone[0], "", "", said)
            return alone, sides, sides[-1]
        if not names:
            return NONE, NONE, ""
        found = [self._target(name) for name in names]
        each = [known or self._then(alone[0], "", "", said) for alone, known in found]
        return _once(alone[0] for alone, _ in found), _once(chain(*each)), each[0][-1]


def _keep(kept: dict[Any, Any], key: object, answer: object) -> None:
    if len(kept) > KEPT:
        kept.clear()
    kept[key] = answer


def _from(actor: str, sides: Sides) -> Sides:
    """The actor itself first, then whatever else it counts under."""
    return sides if sides[:1] == (actor,) else _once((actor, *sides))


def _once(names: Any) -> Sides:  # noqa: ANN401 - any iterable of names
    return tuple(dict.fromkeys(names))


def _own(told: Whole) -> Sides:
    """The speaker's own words: their spans lie within the asserted words."""
    words, start, spans = told.asserted, told.asserted_start, told.own
    if len(spans) == 2:  # as most have
        return (words[max(0, spans[0] - start) : spans[1] - start],)
    pairs = zip(spans[::2], spans[1::2], strict=False)
    return tuple([words[max(0, first - start) : end - start] for first, end in pairs])
