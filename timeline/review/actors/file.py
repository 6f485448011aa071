"""A TOML file of actors, taken in: each thing that it says becomes a decision, or is so already."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from timeline.actors import key
from timeline.chronicle import Batch, Envelope
from timeline.errors import BadInput, BadUse
from timeline.events import AnyEvent  # noqa: TC001 - one import more costs nothing here
from timeline.projection.coverage import plural
from timeline.review.actors.affiliation import RELATIONS, Tie, holds, tie, untie
from timeline.review.actors.alias import alias, unalias
from timeline.review.actors.define import define
from timeline.review.actors.merge import merge
from timeline.review.actors.rows import Row
from timeline.review.actors.scene import Scene
from timeline.review.dossier import Kept
from timeline.review.values import Plan


def taken_in(scene: Scene, rows: Iterable[Row], stamp: Envelope, reason: str | None) -> Plan:
    """All that a file says and is not so already, to be decided at once.

    Raises:
        BadInput: something in it cannot be: a circle, a name that means somebody else, an alias
            that would change nothing.
    """
    gathering = Gathering(scene)
    for nth, row in enumerate(rows, 1):
        try:
            _take(gathering, row, stamp, reason)
        except (BadUse, BadInput) as fault:
            raise BadInput(f"actor {nth} ({row.name}): {fault}") from None
    batches = gathering.batches()
    new = sum(len(batch.events) for batch in batches)
    told = f"took in {plural(new, 'decision')} on actors, {gathering.known} known already"
    return Plan(tuple(batches) if new else (), told, "the actors")


class Gathering:
    """Decisions planned one upon the other: each sees what those before it changed."""

    def __init__(self, scene: Scene) -> None:
        self._base = scene
        self._directory = scene.directory
        self._events: dict[str, list[AnyEvent]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self.known = 0

    @property
    def scene(self) -> Scene:
        """Who is who, with all that was gathered."""
        return Scene(self._directory, self._look, self._base.uses)

    def add(self, plan: Plan, name: str) -> None:
        """Gather a plan on a name."""
        for event in plan.batches[0].events if plan.batches else ():
            self._events[key(name)].append(event)
            self._names[key(name)] = name
            self._directory = self._directory.after(event)
        self.known += not plan.batches

    def batches(self) -> list[Batch]:
        """One batch for each name."""
        return [self._base.batch(self._names[one], *self._events[one]) for one in self._events]

    def _look(self, name: str) -> tuple[Kept, ...]:
        return (
            *self._base.look(name),
            *(Kept(0, 0, one) for one in self._events.get(key(name), ())),
        )


def _take(gathering: Gathering, row: Row, stamp: Envelope, reason: str | None) -> None:
    for name, wanted in _wanted(row, stamp, reason):
        plan = wanted(gathering.scene)
        if plan is None:
            gathering.known += 1
        else:
            gathering.add(plan, name)


Wanted = Callable[[Scene], Plan | None]


def _wanted(row: Row, stamp: Envelope, reason: str | None) -> Iterator[tuple[str, Wanted]]:
    """Each thing that a row says: on which name, and how it is decided; None where it is so."""
    name = row.name
    if row.kind:
        yield (
            name,
            lambda scene: (
                None
                if scene.directory.find(name) is not None and scene.directory.kind(name) == row.kind
                else define(scene, name, row.kind, stamp, reason)
            ),
        )
    for other in row.aliases:
        yield (
            other,
            lambda scene, other=other: (  # type: ignore[misc]
                None
                if scene.directory.find(other) == (scene.directory.find(name) or name)
                else alias(scene, other, name, stamp, reason)
            ),
        )
    yield from _taken_away(row, stamp, reason)
    for relation in RELATIONS:
        for whole in getattr(row, relation.replace(" ", "_")):
            one = Tie(name, relation, whole.name, whole.since, whole.until)
            yield (
                name,
                lambda scene, one=one: (  # type: ignore[misc]
                    None if holds(scene, one) else tie(scene, one, stamp, reason)
                ),
            )
    if row.merged_into:
        yield (
            name,
            lambda scene: (
                None
                if scene.directory.find(name) == row.merged_into
                else merge(scene, name, row.merged_into, stamp, reason)
            ),
        )


def _taken_away(row: Row, stamp: Envelope, reason: str | None) -> Iterator[tuple[str, Wanted]]:
    """What came with the program and is not so here."""
    name = row.name
    for other in row.not_aliases:
        yield (
            other,
            lambda scene, other=other: (  # type: ignore[misc]
                unalias(scene, other, stamp, reason)
                if scene.directory.find(other) == (scene.directory.find(name) or name)
                else None
            ),
        )
    for relation in RELATIONS:
        for whole in getattr(row, f"not_{relation.replace(' ', '_')}"):
            one = Tie(name, relation, whole.name)
            yield (
                name,
                lambda scene, one=one: (  # type: ignore[misc]
                    untie(scene, one, stamp, reason) if holds(scene, one) else None
                ),
            )
