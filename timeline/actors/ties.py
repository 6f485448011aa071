"""Who is part of, is a member of, or speaks for whom, and when."""

from collections.abc import Iterable, Sequence

from timeline.actors.entry import Affiliation, Entry
from timeline.actors.spelling import key
from timeline.when import When

SIDES = ("part of", "speaks for")
"""The relations by which an actor counts under another; a member is not its alliance."""


def relation(written: str) -> str:
    """A relation as written on a command line or in an event: "part-of" is "part of"."""
    return written.replace("-", " ").replace("_", " ")


def holds(tie: Affiliation, when: When | None) -> bool:
    """Whether it possibly held then; a vague or unknown date can be any of its days.

    The last day counts for both: who hands over at noon spoke for it that morning.
    """
    if when is None or not when.known or not (tie.since or tie.until):
        return True
    begun = not tie.since or not when.certainly_before(When.parse(tie.since))
    return begun and (not tie.until or not when.certainly_after(When.parse(tie.until)))


class Ties:
    """Affiliations by child. Every change has an exact reverse."""

    def __init__(self) -> None:
        self._shipped: dict[str, tuple[Affiliation, ...]] = {}
        self._set: dict[str, list[Affiliation]] = {}
        self._hidden: dict[str, list[tuple[str, str]]] = {}
        self._written: dict[str, str] = {}
        """Key of a child to its name."""

    def ship(self, entries: Sequence[Entry]) -> set[str]:
        """Replace the shipped ones; the keys of the children that belong elsewhere now."""
        before = self._shipped
        self._shipped = {
            key(entry.name): entry.affiliations for entry in entries if entry.affiliations
        }
        self._written |= {key(entry.name): entry.name for entry in entries}
        return {child for child, _ in before.items() ^ self._shipped.items()}

    def tie(self, child: str, tie: Affiliation) -> None:
        """From now on this is recorded; without dates it also brings back what was taken away."""
        hidden = self._hidden.get(key(child), [])
        one = (tie.relation, key(tie.parent))
        if one in hidden and not (tie.since or tie.until):
            hidden.remove(one)
            if not hidden:
                del self._hidden[key(child)]
            return
        self._set.setdefault(key(child), []).append(tie)
        self._written.setdefault(key(child), child)

    def untie(self, child: str, relation: str, parent: str) -> None:
        """Take the last such affiliation back, or what is shipped or implied by the name."""
        one = (relation, key(parent))
        stack = self._set.get(key(child), [])
        for at in range(len(stack) - 1, -1, -1):
            if (stack[at].relation, key(stack[at].parent)) == one:
                del stack[at]
                break
        else:
            hidden = self._hidden.setdefault(key(child), [])
            if one not in hidden:
                hidden.append(one)
        if not stack:
            self._set.pop(key(child), None)

    def of(self, children: Iterable[str], implied: str | None) -> list[Affiliation]:
        """What these keys of one actor belong to; `implied` is what its name makes it part of."""
        found: list[Affiliation] = []
        for child in children:
            hidden = self._hidden.get(child, ())
            ties = list(self._shipped.get(child, ()))
            if implied and not any(tie.relation == "part of" for tie in ties):
                ties.append(Affiliation(relation="part of", parent=implied))
                implied = None
            found += [tie for tie in ties if (tie.relation, key(tie.parent)) not in hidden]
            found += self._set.get(child, ())
        return found

    def members(self, parents: set[str]) -> list[tuple[str, Affiliation]]:
        """Each child that is a member of one of these keys, with the affiliation."""
        children = dict.fromkeys((*self._shipped, *self._set))
        return [
            (self._written[child], tie)
            for child in children
            for tie in self.of([child], None)
            if tie.relation == "member of" and key(tie.parent) in parents
        ]

    def copy(self) -> "Ties":
        """The same, to be changed apart from this."""
        other = Ties()
        other._shipped, other._written = self._shipped, dict(self._written)
        other._set = {child: list(ties) for child, ties in self._set.items()}
        other._hidden = {child: list(those) for child, those in self._hidden.items()}
        return other

    def state(self) -> object:
        """All that was decided, to compare."""
        return self._set, self._hidden
