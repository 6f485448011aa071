"""A response, and the index of all statements in which what it answers is looked for."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from timeline.projection.duplicates import NEAR, stems
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group
from timeline.when import When

PLANS = frozenset({"move", "moves", "plan", "plans", "step", "steps", "propos", "decisi", "intent",
                   "offer", "announ"})  # fmt: skip
"""What is announced rather than said, as `stems` cuts it."""
UNDATED = 4_000_000
"""The place of what has no date: after the year 9999, and near nothing."""
Part = tuple[int, tuple[Spoken, ...]]
"""A statement, by its number, and the entries in it that are answered."""


class Index:
    """All statements, by what they are looked for; they are in order of their places."""

    def __init__(self, groups: Sequence[Group]) -> None:
        """Gather them."""
        self.groups = groups
        self.leads = [one.lead for one in groups]
        self.about = [one.about for one in groups]
        self.places = [one.said.place.toordinal() if one.said.place else UNDATED for one in groups]
        self.sides: dict[tuple[str, str], list[int]] = defaultdict(list)
        """By whose they are and whom they are about."""
        self.named: dict[tuple[str, str], list[int]] = defaultdict(list)
        """Of these the ones on named occasions."""
        self.here: dict[str, dict[int, list[Spoken]]] = defaultdict(dict)
        """By article: the statements that it carries, with its entries of each."""
        self._parts: dict[tuple[int, str], Part] = {}
        for i, one in enumerate(groups):
            for pair in ((self.leads[i].side, side) for side in self.about[i]):
                self.sides[pair].append(i)
                if self.leads[i].named:
                    self.named[pair].append(i)
            for entry in one.entries:
                self.here[entry.article].setdefault(i, []).append(entry)

    def part(self, i: int, side: str) -> Part:
        """A statement with what it says of a side; all of it where it says nothing of it."""
        if (i, side) not in self._parts:
            entries = self.groups[i].entries
            about = tuple(one for one in entries if one.is_about(side))
            self._parts[i, side] = i, about or entries
        return self._parts[i, side]

    def near(self, pair: tuple[str, str], place: int, before: int, after: int) -> list[int]:
        """The statements of a pair that lie so many days before a place, and after it."""
        held = self.sides.get(pair, [])
        first = bisect_left(held, place - before, key=self.places.__getitem__)
        return held[first : bisect_right(held, place + after, key=self.places.__getitem__)]


class Response(NamedTuple):
    """An entry that answers, and the statements that cannot be what it answers."""

    entry: Spoken
    own: int
    """The number of the statement that it stands in."""
    said: When
    barred: frozenset[int]
    """Answers to this very statement."""

    def may_be(self, i: int, index: Index) -> bool:
        """Whether a statement can be answered by it: not itself, not later, no answer to it."""
        if i == self.own or i in self.barred:
            return False
        if index.leads[i].mode == "planned" and not self.of_plans:
            return False
        begin, end = start(index.groups[i].said), self.said.latest
        return not (begin and end and begin > end.toordinal())

    @property
    def of_plans(self) -> bool:
        """Whether the text says that a move or a plan is answered."""
        return bool(self.entry.reply) and bool(stems(self.entry.answers) & PLANS)


def start(said: When) -> int:
    """The first day as a number; of an open start a week before its end, of no date 0."""
    if said.earliest:
        return said.earliest.toordinal()
    return said.latest.toordinal() - NEAR if said.latest else 0
