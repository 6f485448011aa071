"""Which name means whom: the shipped names below, what people decided above, each taken back."""

from collections.abc import Iterable, Iterator

from timeline.actors.entry import Entry
from timeline.actors.spelling import key, keys

HIDDEN = ""
"""Stands above a shipped name that a person took away."""


class Names:
    """Names to actors. Every change has an exact reverse."""

    def __init__(self) -> None:
        self._shipped: dict[str, tuple[str, list[str]]] = {}
        """Key to actor, and all spellings that have that key."""
        self._decided: dict[str, list[tuple[str, str]]] = {}
        """Key to what was decided of it, the last one in force."""
        self._merged: dict[str, list[str]] = {}
        """Key of an actor to those it was merged into, the last one in force."""

    def ship(self, entries: Iterable[Entry]) -> set[str]:
        """Replace the shipped names; the keys that mean somebody else now."""
        before, self._shipped = self._shipped, {}
        listed = list(entries)
        for entry in listed:
            self._shipped[key(entry.name)] = entry.name, [entry.name]
        for entry in listed:
            for name in (*entry.aliases, *entry.adjectives, *entry.seats):
                actor, written = self._shipped.setdefault(key(name), (entry.name, []))
                if actor == entry.name and name not in written:
                    written.append(name)
        both = before.keys() | self._shipped.keys()
        return {one for one in both if before.get(one) != self._shipped.get(one)}

    def add(self, name: str, actor: str) -> None:
        """From now on `name` means `actor`."""
        stack = self._decided.setdefault(key(name), [])
        if stack and stack[-1][0] == HIDDEN and self._base(name) == actor:
            stack.pop()
        else:
            stack.append((actor, name))
        self._tidy(key(name))

    def remove(self, name: str, actor: str) -> None:
        """`name` no longer means `actor`; it means again what it meant before."""
        stack = self._decided.setdefault(key(name), [])
        for at in range(len(stack) - 1, -1, -1):
            if stack[at][0] == actor:
                del stack[at]
                break
        else:
            if self._base(name) == actor and not any(one == HIDDEN for one, _ in stack):
                stack.append((HIDDEN, name))
        self._tidy(key(name))

    def forget(self, actor: str) -> None:
        """An actor is called by its own name no longer, unless that was shipped."""
        if any(one == actor for one, _ in self._decided.get(key(actor), ())):
            self.remove(actor, actor)

    def merge(self, actor: str, into: str) -> None:
        """`actor` is shown as `into` from now on."""
        self._merged.setdefault(key(actor), []).append(into)

    def part(self, actor: str, into: str) -> None:
        """Take the last such merge back."""
        stack = self._merged.get(key(actor), [])
        for at in range(len(stack) - 1, -1, -1):
            if stack[at] == into:
                del stack[at]
                break
        if not stack:
            self._merged.pop(key(actor), None)

    def find(self, name: str, tried: set[str] | None = None) -> str | None:
        """The actor that a name means; `tried` gathers the keys that the answer hangs on."""
        for one in keys(name):
            if tried is not None:
                tried.add(one)
            stack = self._decided.get(one)
            shipped = self._shipped.get(one)
            actor = stack[-1][0] if stack else shipped and shipped[0]
            if actor:
                return self.merged(actor, tried)
        return None

    def asked(self, name: str) -> str | None:
        """The actor that a person asks for by this name, however it is capitalised."""
        spelt = dict.fromkeys((name, name.upper(), name.title()))
        return next(filter(None, map(self.find, spelt)), None)

    def merged(self, actor: str, tried: set[str] | None = None) -> str:
        """The actor that this one is shown as."""
        seen = set()
        while (one := key(actor)) not in seen:
            seen.add(one)
            if tried is not None:
                tried.add(one)
            if not (stack := self._merged.get(one)):
                break
            actor = stack[-1]
        return actor

    def absorbed(self, actor: str) -> Iterator[str]:
        """The keys of all that are shown as this actor, its own first."""
        yield key(actor)
        for one, stack in self._merged.items():
            if one != key(actor) and self.merged(stack[-1]) == actor:
                yield one

    def written(self) -> Iterator[tuple[str, str]]:
        """Each name that means somebody, as written, with the actor."""
        for one, (actor, spellings) in self._shipped.items():
            if one not in self._decided:
                merged = self.merged(actor)
                for name in spellings:
                    yield name, merged
        for stack in self._decided.values():
            actor, name = stack[-1]
            if actor != HIDDEN:
                yield name, self.merged(actor)

    def decided(self) -> Iterator[tuple[str, str, bool]]:
        """Each name on which a person's word is in force: with the actor, and if it means it.

        If not, it is a shipped name that was taken away.
        """
        for stack in self._decided.values():
            actor, name = stack[-1]
            if whose := actor or self._base(name):
                yield name, whose, actor != HIDDEN

    def copy(self) -> "Names":
        """The same, to be changed apart from this."""
        other = Names()
        other._shipped = self._shipped
        other._decided = {one: list(stack) for one, stack in self._decided.items()}
        other._merged = {one: list(stack) for one, stack in self._merged.items()}
        return other

    def _base(self, name: str) -> str | None:
        shipped = self._shipped.get(key(name))
        return shipped and shipped[0]

    def _tidy(self, one: str) -> None:
        if not self._decided[one]:
            del self._decided[one]

    def state(self) -> object:
        """All that was decided, to compare."""
        return self._decided, self._merged
