"""What is asked of all statements: what an answer may answer, by their sides and articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.projection.duplicates import NEAR, stems
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group
from timeline.when import When

PLANS = frozenset({"move", "moves", "plan", "plans", "step", "steps", "propos", "decisi", "intent",
                   "offer", "announ"})  # fmt: skip
"""What is announced rather than said, as `stems` cuts it."""
Part = tuple[int, tuple[Spoken, ...]]
"""A statement, by its index, and the entries in it that are answered."""


class Ground(NamedTuple):
    """All statements, by what they are looked for."""

    groups: Sequence[Group]
    sides: Mapping[tuple[str, str], list[int]]
    """By whose they are and whom they are about."""
    articles: Mapping[str, list[int]]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Ground":
        """Gather them."""
        sides: dict[tuple[str, str], list[int]] = defaultdict(list)
        articles: dict[str, list[int]] = defaultdict(list)
        for i, one in enumerate(groups):
            for side in one.about:
                sides[one.lead.side, side].append(i)
            for article in one.articles:
                articles[article].append(i)
        return cls(groups, sides, articles)


class Question(NamedTuple):
    """What answers: an entry of a statement, and the statements that cannot be what it answers."""

    cause: Spoken
    own: int
    said: When
    barred: frozenset[int]
    """Answers to this very statement."""

    def may_be(self, i: int, one: Group) -> bool:
        """Whether a statement can be answered by it: not itself, not later, no answer to it."""
        if i == self.own or i in self.barred:
            return False
        if one.lead.mode == "planned" and not self.of_plans:
            return False
        begin, end = start(one.said), self.said.latest
        return not (begin and end and begin > end.toordinal())

    @property
    def of_plans(self) -> bool:
        """Whether the text says that a move or a plan is answered."""
        return bool(self.cause.reply) and bool(stems(self.cause.answers) & PLANS)


def start(said: When) -> int:
    """The first day as a number; of an open start a week before its end, of no date 0."""
    if said.earliest:
        return said.earliest.toordinal()
    return said.latest.toordinal() - NEAR if said.latest else 0
