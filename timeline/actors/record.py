"""What events have said of actors: names, affiliations, kinds; each change with its reverse."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from timeline.actors.entry import Affiliation, Entry, Relation
from timeline.actors.names import Names
from timeline.actors.spelling import key
from timeline.actors.ties import Ties, relation
from timeline.actors.touched import touched


class Record:
    """Changed by events alone, so that it can be rebuilt from them alone.

    Events are told apart by their stored names: this floor lies below theirs.
    """

    def __init__(self) -> None:
        self.names, self.ties = Names(), Ties()
        self.entries: dict[str, Entry] = {}
        """By key of the canonical name."""
        self.kinds: dict[str, str] = {}
        """Of actors that a person or a reader defined, by key."""

    def touched(self, name: str, event: Mapping[str, Any]) -> set[str]:
        """The keys of the names whose answers an event may change, before it is taken in."""
        if name == "gazetteer-adopted":
            return self.copy().apply(name, event)
        return touched(name, event)

    def apply(self, name: str, event: Mapping[str, Any]) -> set[str]:
        """Take one event in; the same keys.

        Args:
            name: the stored name, without its version.
            event: its fields.
        """
        match name:
            case "gazetteer-adopted":
                return self._adopt(event["entries"])
            case "actor-defined":
                self._define(event["actor"], event["kind"])
            case "alias-added":
                self.names.add(event["alias"], event["actor"])
            case "alias-removed":
                self.names.remove(event["alias"], event["actor"])
            case "actors-merged":
                self.names.merge(event["actor"], event["into"])
            case "actors-parted":
                self.names.part(event["actor"], event["into"])
            case "affiliation-set" | "affiliation-removed":
                self._affiliate(event, taken_back=name == "affiliation-removed")
        return self.touched(name, event)

    def copy(self) -> "Record":
        """The same, to be changed apart from this."""
        other = Record()
        other.names, other.ties = self.names.copy(), self.ties.copy()
        other.entries, other.kinds = self.entries, dict(self.kinds)
        return other

    def state(self) -> object:
        """All that was decided, to compare."""
        return self.names.state(), self.ties.state(), self.kinds

    def _adopt(self, lines: Sequence[str]) -> set[str]:
        entries = list(map(Entry.read, lines))
        before, self.entries = self.entries, {key(entry.name): entry for entry in entries}
        changed = {
            one
            for one in before.keys() | self.entries.keys()
            if before.get(one) != self.entries.get(one)
        }
        return changed | self.names.ship(entries) | self.ties.ship(entries)

    def _affiliate(self, event: Mapping[str, Any], *, taken_back: bool) -> None:
        if taken_back:
            self.ties.untie(event["child"], relation(event["relation"]), event["parent"])
        else:
            self.ties.tie(event["child"], _tie(event))

    def _define(self, actor: str, kind: str) -> None:
        """Say what an actor is; of unknown kind, it is again what nobody said of it."""
        if kind == "unknown":
            self.names.forget(actor)
            self.kinds.pop(key(actor), None)
            return
        if self.names.find(actor) is None:
            self.names.add(actor, actor)
        self.kinds[key(actor)] = kind


def _tie(event: Mapping[str, Any]) -> Affiliation:
    return Affiliation(
        relation=cast("Relation", relation(event["relation"])),
        parent=event["parent"],
        since=event.get("since", ""),
        until=event.get("until", ""),
    )
