"""What people decided on actors here, as a TOML file: what stands of it, not how it came to be."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from timeline import events as e
from timeline.actors import key
from timeline.actors.record import Record
from timeline.chronicle import Chronicle, decode
from timeline.review.actors.affiliation import RELATIONS, Tie

T = TypeVar("T")
NAMES = ("gazetteer-", "actor-", "alias-", "actors-", "affiliation-")
"""How the stored names of events about actors begin."""


class Net(NamedTuple):
    """What stands of all decisions on one actor."""

    kind: list[str]
    aliases: list[str]
    ties: list[Tie]
    merged: list[str]
    not_aliases: list[str]
    """Names that came with the program, taken away."""
    not_ties: list[Tie]


def written(chronicle: Chronicle) -> Iterator[str]:
    """The lines of a file with all that people decided on actors here, and that stands."""
    yield "# Actors as decided here; take in with: timeline actors import FILE"
    nets, record = Nets(), Record()
    for row in chronicle.after():
        if row.name.startswith(NAMES) and (event := decode(row)) is not None:
            record.apply(row.name.rpartition(".")[0], vars(event))
            _fold(nets, event)
    for name, actor, means in record.names.decided():
        if key(name) != key(actor):
            net = nets.of(actor)
            (net.aliases if means else net.not_aliases).append(name)
    for name, net in sorted(nets.items()):
        if any(net):
            yield from _lines(name, net)


class Nets:
    """What stands, by actor, however its name is spelled; it is written as it was first."""

    def __init__(self) -> None:
        self._nets: dict[str, tuple[str, Net]] = {}

    def of(self, actor: str) -> Net:
        """What stands of one."""
        return self._nets.setdefault(key(actor), (actor, Net([], [], [], [], [], [])))[1]

    def items(self) -> Iterable[tuple[str, Net]]:
        """Each, with its name."""
        return self._nets.values()


def _fold(nets: Nets, event: e.AnyEvent) -> None:
    match event:
        case e.ActorDefined():
            nets.of(event.actor).kind[:] = [event.kind] if event.kind != "unknown" else []
        case e.AffiliationSet():
            tied = Tie(event.child, event.relation, event.parent, event.since, event.until)
            _move(tied, nets.of(event.child).not_ties, nets.of(event.child).ties)
        case e.AffiliationRemoved():
            _untied(nets.of(event.child), Tie(event.child, event.relation, event.parent))
        case e.ActorsMerged():
            nets.of(event.actor).merged.append(event.into)
        case e.ActorsParted():
            _move(event.into, nets.of(event.actor).merged, [])
        case _:
            pass


def _untied(net: Net, ends: Tie) -> None:
    alike = [one for one in net.ties if one[:3] == ends[:3]]
    _move(alike[-1] if alike else ends, net.ties, net.not_ties)


def _move(one: T, held: list[T], other: list[T]) -> None:
    """Take one away where it stands; what stands nowhere else came with the program: note it."""
    if one in held:
        held.remove(one)
    elif one not in other:
        other.append(one)


def _lines(name: str, net: Net) -> Iterator[str]:
    yield ""
    yield "[[actor]]"
    yield f"name = {_text(name)}"
    if net.kind:
        yield f"kind = {_text(net.kind[-1])}"
    if net.aliases:
        yield f"aliases = [{', '.join(map(_text, net.aliases))}]"
    if net.not_aliases:
        yield f"not_aliases = [{', '.join(map(_text, net.not_aliases))}]"
    yield from _relations("", net.ties)
    yield from _relations("not_", net.not_ties)
    if net.merged:
        yield f"merged_into = {_text(net.merged[-1])}"


def _relations(start: str, ties: Sequence[Tie]) -> Iterator[str]:
    for relation in RELATIONS:
        wholes = [_whole(one) for one in ties if one.relation == relation]
        if wholes:
            yield f"{start}{relation.replace(' ', '_')} = [{', '.join(wholes)}]"


def _whole(one: Tie) -> str:
    fields: dict[str, Any] = {"name": one.parent, "since": one.since, "until": one.until}
    told = ", ".join(f"{field} = {_text(value)}" for field, value in fields.items() if value)
    return f"{{{told}}}"


def _text(value: str) -> str:
    """A TOML basic string: what cannot be seen stands as an escape, so that it harms nobody."""
    return "".join(map(_sign, json.dumps(value, ensure_ascii=False)))


def _sign(sign: str) -> str:
    code = ord(sign)
    if sign.isprintable():
        return sign
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
