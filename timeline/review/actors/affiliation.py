"""Who is part of, is a member of, or speaks for whom, from when until when."""

from typing import NamedTuple

from timeline import events as e
from timeline.actors import key
from timeline.actors.ties import SIDES
from timeline.chronicle import Envelope
from timeline.errors import BadUse
from timeline.review.actors.scene import Scene
from timeline.review.telling import RELATION
from timeline.review.values import Plan, reason_of
from timeline.when import When

RELATIONS = tuple(RELATION)


class Tie(NamedTuple):
    """An affiliation: canonical names, and EDTF dates, empty where unbounded."""

    child: str
    relation: str
    parent: str
    since: str = ""
    until: str = ""

    def __str__(self) -> str:
        """As a sentence says it."""
        since = f" since {When.parse(self.since).label}" if self.since else ""
        until = f" until {When.parse(self.until).label}" if self.until else ""
        return f"{self.child} {RELATION[self.relation]} {self.parent}{since}{until}"


def tie(scene: Scene, wanted: Tie, stamp: Envelope, reason: str | None = None) -> Plan:
    """From now on this affiliation holds.

    Raises:
        BadUse: to itself, in a circle, over before it began, or it holds already.
    """
    child, relation, parent, since, until = wanted
    if key(child) == key(parent):
        raise BadUse(f"{child} cannot be {relation} itself")
    if since and until and When.parse(until).certainly_before(When.parse(since)):
        raise BadUse(f"That is over before it begins: since {since}, until {until}")
    if relation in SIDES and child in scene.directory.sides(parent):
        way = " → ".join(scene.directory.sides(parent))
        raise BadUse(f"That would be a circle: {parent} counts under {child} already ({way})")
    event = e.AffiliationSet(
        **stamp, child=child, relation=relation, parent=parent, since=since, until=until,
        reason=reason_of(reason),
    )  # fmt: skip
    if holds(scene, wanted):
        return scene.so_already(child, event, f"{wanted} already")
    plan = scene.plan(child, event, f"{wanted}, from now on")
    # A circle cannot be closed from the other side in the meantime.
    return plan._replace(batches=(*plan.batches, scene.batch(parent)))


def untie(scene: Scene, wanted: Tie, stamp: Envelope, reason: str | None = None) -> Plan:
    """An affiliation is taken back.

    Raises:
        BadUse: it does not hold.
    """
    child, relation, parent, _, _ = wanted
    event = e.AffiliationRemoved(
        **stamp, child=child, relation=relation, parent=parent, reason=reason_of(reason)
    )
    if not holds(scene, wanted._replace(since="", until="")) and not _set(scene, wanted):
        return scene.so_already(child, event, f"{child} is not {relation} {parent}")
    return scene.plan(child, event, f"{wanted._replace(since='', until='')}: no longer")


def holds(scene: Scene, wanted: Tie) -> bool:
    """Whether exactly this is said by a person, or without dates from the beginning."""
    if wanted.since or wanted.until:
        return wanted in _set(scene, wanted)
    if wanted.relation == "member of":
        return wanted.child in scene.directory.members(wanted.parent)
    return _set(scene, wanted)[-1:] == [wanted] or _shipped(scene, wanted)


def _shipped(scene: Scene, wanted: Tie) -> bool:
    """Whether taking it away would change whom the child counts under."""
    sides = scene.directory.sides(wanted.child)
    if wanted.parent not in sides:
        return False
    gone = e.AffiliationRemoved(
        at="", by="", nonce="",
        child=wanted.child, relation=wanted.relation, parent=wanted.parent,
    )  # fmt: skip
    return scene.directory.after(gone).sides(wanted.child) != sides


def _set(scene: Scene, wanted: Tie) -> list[Tie]:
    """The affiliations of this kind to this parent that people set, and did not take back."""
    standing: list[Tie] = []
    for one in scene.look(wanted.child):
        match one.event:
            case e.AffiliationSet() as set_ if _alike(set_, wanted):
                standing.append(wanted._replace(since=set_.since, until=set_.until))
            case e.AffiliationRemoved() as removed if _alike(removed, wanted):
                del standing[-1:]
            case _:
                pass
    return standing


def _alike(event: e.AffiliationSet | e.AffiliationRemoved, wanted: Tie) -> bool:
    return (event.relation, key(event.parent)) == (wanted.relation, key(wanted.parent))
