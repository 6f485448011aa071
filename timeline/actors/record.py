"""What events have said of actors: names, affiliations, kinds; each change with its reverse."""

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.actors import gazetteer
from timeline.actors.entry import Affiliation, Entry
from timeline.actors.fold import key
from timeline.actors.names import Names
from timeline.actors.ties import Ties, relation


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

    def apply(self, name: str, event: Mapping[str, Any]) -> set[str]:
        """Take one event in; the keys of the names whose answers may differ now.

        Args:
            name: the stored name, without its version.
            event: its fields.
        """
        match name:
            case "gazetteer-adopted":
                return self._adopt(event["entries"])
            case "actor-defined":
                return self._define(event["actor"], event["kind"])
            case "alias-added":
                self.names.add(event["alias"], event["actor"])
                return {key(event["alias"])}
            case "alias-removed":
                self.names.remove(event["alias"], event["actor"])
                return {key(event["alias"])}
            case "actors-merged":
                self.names.merge(event["actor"], event["into"])
                return {key(event["actor"]), key(event["into"])}
            case "actors-parted":
                self.names.part(event["actor"], event["into"])
                return {key(event["actor"]), key(event["into"])}
            case "affiliation-set" | "affiliation-removed":
                return self._tie(name, event)
        return set()

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
        entries = gazetteer.read(lines)
        before, self.entries = self.entries, {key(entry.name): entry for entry in entries}
        changed = {
            one
            for one in before.keys() | self.entries.keys()
            if before.get(one) != self.entries.get(one)
        }
        return changed | self.names.ship(entries) | self.ties.ship(entries)

    def _define(self, actor: str, kind: str) -> set[str]:
        if self.names.find(actor) is None:
            self.names.add(actor, actor)
        self.kinds[key(actor)] = kind
        return {key(actor)}

    def _tie(self, name: str, event: Mapping[str, Any]) -> set[str]:
        child, parent, kind = event["child"], event["parent"], relation(event["relation"])
        if name == "affiliation-set":
            tie = Affiliation.model_validate(
                {
                    "relation": kind,
                    "parent": parent,
                    "since": event.get("since", ""),
                    "until": event.get("until", ""),
                }
            )
            self.ties.tie(child, tie)
        else:
            self.ties.untie(child, kind, parent)
        return {key(child)}
