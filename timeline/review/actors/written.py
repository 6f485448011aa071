"""What people decided on actors here, as a TOML file: what stands of it, not how it came to be."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from timeline import events as e
from timeline.chronicle import Chronicle, decode
from timeline.review.actors.affiliation import RELATIONS, Tie

T = TypeVar("T")
NAMES = ("actor-", "alias-", "actors-", "affiliation-")
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
    nets: dict[str, Net] = defaultdict(lambda: Net([], [], [], [], [], []))
    for row in chronicle.after():
        if row.name.startswith(NAMES) and (event := decode(row)) is not None:
            _fold(nets, event)
    for name in sorted(nets):
        net = nets[name]
        if any(net):
            yield from _lines(name, net)


def _fold(nets: dict[str, Net], event: e.AnyEvent) -> None:
    match event:
        case e.ActorDefined():
            nets[event.actor].kind[:] = [event.kind]
        case e.AliasAdded():
            net = nets[event.actor]
            _move(event.alias, net.not_aliases, net.aliases)
        case e.AliasRemoved():
            net = nets[event.actor]
            _move(event.alias, net.aliases, net.not_aliases)
        case e.AffiliationSet():
            tied = Tie(event.child, event.relation, event.parent, event.since, event.until)
            _move(tied, nets[event.child].not_ties, nets[event.child].ties)
        case e.AffiliationRemoved():
            _untied(nets[event.child], Tie(event.child, event.relation, event.parent))
        case e.ActorsMerged():
            nets[event.actor].merged.append(event.into)
        case e.ActorsParted():
            _move(event.into, nets[event.actor].merged, [])
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
    """A TOML basic string: JSON's escapes are TOML's too, but for what lies beyond U+FFFF."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
