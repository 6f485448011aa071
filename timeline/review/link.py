"""Links between assertions: one answers, repeats or contradicts another; a person says so."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from timeline import events as e
from timeline.chronicle import Batch, Envelope
from timeline.errors import BadUse
from timeline.review.dossier import Dossier
from timeline.review.near import perhaps
from timeline.review.values import Plan, already

Relation = Literal["answers", "repeats", "contradicts"]
RELATIONS: tuple[str, ...] = get_args(Relation)
MUTUAL = ("contradicts",)
"""Said of one it is said of the other: there is no circle, and it is said once."""

ALONE = "from now on it answers what people link it to, and nothing else that its text suggests"


class Reached(NamedTuple):
    """An assertion, and all that it reaches by one relation, itself among it, by id."""

    start: Dossier
    all: Mapping[str, Dossier]


def a_relation(typed: str) -> str:
    """The relation that is meant. Raises: BadUse, with what was perhaps meant."""
    word = typed.strip().lower()
    if word not in RELATIONS:
        known = ", ".join(RELATIONS)
        raise BadUse(f"No link {typed!r}.{perhaps(word, RELATIONS)} It is one of {known}")
    return word


def link(
    one: Dossier,
    relation: str,
    reached: Reached,
    stamp: Envelope,
    reason: str | None = None,
) -> Plan:
    """A person links one assertion to another.

    Args:
        one: the dossier of that which answers, repeats or contradicts.
        relation: one of RELATIONS.
        reached: what it is linked to, and all that this reaches by the same relation.
        stamp: who, and when.
        reason: why, if they say.

    Raises:
        BadUse: to itself, or in a circle.
    """
    other = reached.start
    if one.id == other.id:
        raise BadUse(f"{one.handle} cannot be linked to itself")
    if linked := one.links.get((relation, other.id)):
        return _already(one, linked.event, linked.position)
    if relation in MUTUAL:
        if linked := other.links.get((relation, one.id)):
            return _already(other, linked.event, linked.position)
    elif one.id in reached.all:
        way = " → ".join(path(one.id, relation, reached))
        raise BadUse(f"That would be a circle: {way} ({relation}) is there already")
    event = e.AssertionLinked(
        **stamp, id=one.id, relation=relation, other=other.id, reason=(reason or "").strip() or None
    )
    held = [Batch(d.stream, d.version, []) for d in reached.all.values() if d.id != one.id]
    says = f"linked {one.handle} {relation} {other.handle}"
    first = relation == "answers" and all(kind != relation for kind, _ in one.links)
    more = (ALONE,) if first else ()
    return Plan((Batch(one.stream, one.version, [event]), *held), says, one.handle, more)


def unlink(
    one: Dossier, relation: str, other: Dossier, stamp: Envelope, reason: str | None = None
) -> Plan:
    """A link is taken back.

    Raises:
        BadUse: there is none.
    """
    pair = relation, other.id
    if pair not in one.links:
        gone = e.AssertionUnlinked
        for at in reversed(one.history):
            if isinstance(at.event, gone) and (at.event.relation, at.event.other) == pair:
                return _already(one, at.event, at.position)
        raise BadUse(f"{one.handle} is not linked so: {one.handle} {relation} {other.handle}")
    event = e.AssertionUnlinked(
        **stamp, id=one.id, relation=relation, other=other.id, reason=(reason or "").strip() or None
    )
    says = f"unlinked {one.handle} {relation} {other.handle}"
    return Plan((Batch(one.stream, one.version, [event]),), says, one.handle)


def reach(start: Dossier, relation: str, look: Callable[[str], Dossier]) -> Reached:
    """All that an assertion reaches by one relation.

    Args:
        start: where to begin.
        relation: along which.
        look: gives the dossier of an id.
    """
    found = {start.id: start}
    ways = list(_next(start, relation))
    while ways:
        if (one := ways.pop()) not in found:
            found[one] = look(one)
            ways += _next(found[one], relation)
    return Reached(start, found)


def path(end: str, relation: str, reached: Reached) -> list[str]:
    """The handles from the start to another assertion, along a relation."""
    ways = [[reached.start.id]]
    seen = set()
    while ways:
        way = ways.pop(0)
        if way[-1] == end:
            return [reached.all[one].handle for one in way]
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, one] for one in _next(reached.all[way[-1]], relation)]
    return []


def _next(dossier: Dossier, relation: str) -> Iterator[str]:
    return (other for kind, other in dossier.links if kind == relation)


def _already(one: Dossier, event: "e.AnyEvent | None", position: int) -> Plan:
    who = event.by if event else "somebody"
    did = "unlinked" if isinstance(event, e.AssertionUnlinked) else "linked"
    return already(one.handle, f"{who} {did} it, #{position}")
