"""Who is who: names to actors, actors to the sides they count under, as far as events tell."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar, Protocol

from timeline.actors.mentions import Mention, Scanner
from timeline.actors.nearest import nearest
from timeline.actors.record import Record
from timeline.actors.resolve import Memory, Resolver, Sides
from timeline.actors.ties import holds
from timeline.when import When

REMEMBERED = 100_000
"""Answers kept; forgetting them costs only time."""
Lookup = tuple[str | None, ...]
"""What is looked up: a name or an actor, with what is known of it."""


class Told(Protocol):
    """An event, as far as this room looks at it."""

    NAME: ClassVar[str]


class Directory:
    """Answers quickly, and forgets an answer as soon as an event may have changed it."""

    def __init__(self, record: Record | None = None) -> None:
        self._record = record or Record()
        self._actors: dict[Lookup, str] = {}
        self._sides: dict[Lookup, tuple[str, ...] | None] = {}
        """None: they depend on the date, which the lookup then names."""
        self._hang: dict[str, set[Lookup]] = defaultdict(set)
        self._memory: Memory = {}
        self._scanner: Scanner | None = None

    @classmethod
    def of(cls, entries: Iterable[str]) -> "Directory":
        """A directory of these lines of a gazetteer, and nothing else."""
        record = Record()
        record.apply("gazetteer-adopted", {"entries": list(entries)})
        return cls(record)

    def apply(self, event: Told) -> set[str]:
        """Take one event in; what `names_touched` says of it. Other events change nothing."""
        touched = self._record.apply(event.NAME.rpartition(".")[0], vars(event))
        for one in touched:
            for lookup in self._hang.pop(one, ()):
                self._actors.pop(lookup, None)
                self._sides.pop(lookup, None)
        if touched:
            self._scanner = None
            self.__dict__.pop("_aliases", None)
            self._memory.clear()
        return touched

    def copy(self) -> "Directory":
        """The same, to be changed while this one stays as it is."""
        return Directory(self._record.copy())

    def after(self, event: Told) -> "Directory":
        """The directory as it is after one event; this one stays as it was."""
        other = self.copy()
        other.apply(event)
        return other

    def names_touched(self, event: Told) -> set[str]:
        """The keys of the names whose actor or sides may differ after an event.

        All others resolve as before: whose `depends` has none of these keys need not be asked
        again.
        """
        return self._record.touched(event.NAME.rpartition(".")[0], vars(event))

    def depends(
        self, name: str, role: str | None = None, body: str | None = None, kind: str = "unknown"
    ) -> frozenset[str]:
        """The keys on which the actor of a name and its sides hang, at whatever date."""
        resolver = Resolver(self._record, self._memory)
        resolver.sides(resolver.actor(name, role, body, kind), role, body, None, ever=True)
        return frozenset(resolver.tried)

    def actor(
        self, name: str, role: str | None = None, body: str | None = None, kind: str = "unknown"
    ) -> str:
        """The canonical actor of the fullest verbatim name by which an article introduces it.

        Args:
            name: as written: "Chinese", "Stoltenberg", "the Chinese embassy in Washington".
            role: as introduced: "Secretary-General"; who has a person's role is no country.
            body: whose role, or whose statement, it is: "NATO".
            kind: what the reader takes it for.
        """
        lookup = (name, role, body, kind)
        found = self._actors.get(lookup)
        if found is None:
            resolver = Resolver(self._record, self._memory)
            found = resolver.actor(name, role, body, kind)
            self._keep(lookup, resolver)
            self._actors[lookup] = found
        return found

    def sides(
        self,
        actor: str,
        role: str | None = None,
        body: str | None = None,
        when: When | None = None,
    ) -> tuple[str, ...]:
        """The actor, then all that it counts under at that time, the widest last.

        What it is part of and speaks for, to the end, and the body it is introduced with; a member
        is not its alliance. A vague or unknown date counts what possibly held then; but where the
        article says for whom somebody speaks, only a known date adds what else was held to be so.
        """
        lookup: Lookup = (actor, role, body)
        if (found := self._sides.get(lookup)) is not None:
            return found
        dated: Lookup = (actor, role, body, when.text if when else "")
        if (found := self._sides.get(dated)) is not None:
            return found
        resolver = Resolver(self._record, self._memory)
        answer: Sides = resolver.sides(actor, role, body, when)
        lookup = dated if answer.dated else lookup
        self._keep(lookup, resolver)
        self._sides[lookup] = answer.sides
        return answer.sides

    def afresh(self) -> Resolver:
        """Answers from the record as it is, none of which is remembered: for whoever does so."""
        return Resolver(self._record, self._memory)

    def find(self, name: str) -> str | None:
        """The actor that a person asks for by this name, however it is capitalised; None: nobody.

        Composed names are found as well: "chinese embassy in washington" is one.
        """
        if found := self._record.names.asked(name):
            return found
        made = self.actor(name.title() if name.islower() else name)
        return made if self.kind(made) != "unknown" else None

    def known(self, name: str) -> bool:
        """Whether a name means somebody here."""
        return self.find(name) is not None

    def kind(self, actor: str) -> str:
        """What an actor is; "unknown" where nothing says so."""
        return Resolver(self._record, self._memory).kind(actor)

    def aliases(self, actor: str) -> list[str]:
        """All other names of an actor, as written, sorted."""
        return sorted(self._aliases.get(actor, ()))

    @cached_property
    def _aliases(self) -> dict[str, list[str]]:
        """By actor; gone through once: of many actors, each asking all names is much."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, actor in self._record.names.written():
            if name != actor:
                found[actor].append(name)
        return found

    def members(self, body: str, when: When | None = None) -> list[str]:
        """The actors that possibly were members of a body then, sorted."""
        keys = set(self._record.names.absorbed(body))
        found = (one for one in self._record.ties.members(keys) if holds(one[1], when))
        return sorted({self._record.names.merged(child) for child, _ in found})

    def nearest(self, name: str, n: int = 3) -> list[str]:
        """The actors whose names are written most like this one, the closest first."""
        return nearest(name, list(self._record.names.written()), n)

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """The known actors named between two offsets, in order; none inside another."""
        if self._scanner is None:
            entries = self._record.entries.values()
            self._scanner = Scanner(
                self._record.names.written(),
                frozenset(
                    word
                    for entry in entries
                    for word in entry.adjectives
                    if not word.isupper()  # "US" and "UK" are names as well
                ),
                frozenset(seat for entry in entries for seat in entry.seats),
            )
        return list(self._scanner.mentions(text, start, end))

    def state(self) -> Any:  # noqa: ANN401 - to be compared, not looked into
        """All that was decided by events other than the gazetteer."""
        return self._record.state()

    def _keep(self, lookup: Lookup, resolver: Resolver) -> None:
        if len(self._actors) + len(self._sides) >= REMEMBERED:
            self._actors.clear()
            self._sides.clear()
            self._hang.clear()
        for one in resolver.tried:
            self._hang[one].add(lookup)
