"""Exchanges: what one side said about the other, and what answered it, over all articles.

An answer is a statement whose text says so, or which rejects; what it answers is found by
`timeline.projection.answered`. Where a person said what it answers, that counts, and nothing is
inferred.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from timeline.projection.answered import answered
from timeline.projection.coverage import plural
from timeline.projection.response import Index, Part, Response
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group
from timeline.projection.union import Union

ANALYST = "analyst"
"""The link of what a person linked."""


class Answer(NamedTuple):
    """A statement that answers: to what, by which words, after how long."""

    group: Group
    to: tuple[Group, ...]
    """What it answers: of each statement the points that are answered."""
    link: str


class Exchange(NamedTuple):
    """Statements of one side about the other, and each answer to them once."""

    question: tuple[Group, ...]
    answers: tuple[Answer, ...]


class _Found(NamedTuple):
    parts: tuple[Part, ...]
    link: str


def exchanges(groups: Sequence[Group]) -> list[Exchange]:
    """Pair statements with what they answer, in order of the questions; each stands in one."""
    index = Index(groups)
    found = _linked(groups)
    back: dict[int, set[int]] = defaultdict(set)
    """By statement: the answers to it."""
    for i, linked in found.items():
        for q, _ in linked.parts:
            back[q].add(i)
    for i, one in enumerate(groups):
        # Also where what a person linked it to is not among these.
        if any(entry.linked("answers") for entry in one.entries):
            continue
        if answer := _answer(i, one, index, frozenset(back[i])):
            found[i] = answer
            for q, _ in answer.parts:
                back[q].add(i)
    return _gathered(groups, found)


def _linked(groups: Sequence[Group]) -> dict[int, _Found]:
    """What a person linked to what it answers, as far as both are among these."""
    home = {entry.id: (i, entry) for i, one in enumerate(groups) for entry in one.entries}
    found: dict[int, _Found] = {}
    for i, one in enumerate(groups):
        to: dict[int, tuple[Spoken, ...]] = {}
        for other in (other for entry in one.entries for other in entry.linked("answers")):
            q, linked = home.get(other, (i, None))
            if linked and q != i:
                to[q] = (*to.get(q, ()), linked)
        if to:
            found[i] = _Found(tuple(sorted(to.items())), ANALYST)
    return found


def _answer(i: int, one: Group, index: Index, barred: frozenset[int]) -> _Found | None:
    replies = [entry for entry in one.entries if entry.reply]
    rejects = [entry for entry in one.entries if entry.act == "reject"]
    if one.lead.mode == "planned" or not (replies or rejects):
        return None
    for entry in replies or rejects[:1]:
        parts, inferred = answered(Response(entry, i, one.said, barred), index)
        if parts:
            return _Found(parts, _link(entry, inferred))
    return None


def _link(entry: Spoken, inferred: str) -> str:
    if inferred and not entry.reply:
        return f"inferred: {inferred}"
    to = f", to «{entry.answers}»" if entry.answers else ""
    return f"SAID in the text, «{entry.reply}»{to}" + (f"; {inferred}" if inferred else "")


def _gathered(groups: Sequence[Group], found: Mapping[int, _Found]) -> list[Exchange]:
    """Answers to the same points stand in one exchange, apart from those that a person linked."""
    together = Union[int]()
    home: dict[tuple[bool, int], int] = {}
    """By whether a person said so, and by position of what is answered: an answer to it."""
    seen: dict[int, int] = {}
    """By identity of a part: an answer to it; many answer the same."""
    for i, one in found.items():
        for part in one.parts:
            if (first := seen.setdefault(id(part), i)) != i:
                together.join(i, first)
                continue
            for entry in part[1]:
                together.join(i, home.setdefault((one.link == ANALYST, entry.position), i))
    members: dict[int, list[int]] = defaultdict(list)
    for i in sorted(found):
        members[together.of(i)].append(i)
    told = [_exchange(groups, [(i, found[i]) for i in each]) for each in members.values()]
    return [one for _, one in sorted(told, key=lambda each: each[0])]


def _exchange(
    groups: Sequence[Group], answers: Sequence[tuple[int, _Found]]
) -> tuple[int, Exchange]:
    """An exchange, and the first statement in it."""
    parts = {id(part): part for _, one in answers for part in one.parts}
    made = {key: _part(groups, part) for key, part in parts.items()}
    asked = _together(parts.values())
    return min(asked), Exchange(
        tuple(_part(groups, part) for part in sorted(asked.items())),
        tuple(
            Answer(groups[i], tuple(made[id(part)] for part in one.parts), one.link)
            for i, one in answers
        ),
    )


def _together(parts: Iterable[Part]) -> dict[int, tuple[Spoken, ...]]:
    """Parts of the same statement as one."""
    held: dict[int, dict[int, Spoken]] = defaultdict(dict)
    for q, some in parts:
        held[q].update((entry.position, entry) for entry in some)
    return {q: tuple(some.values()) for q, some in held.items()}


def _part(groups: Sequence[Group], part: Part) -> Group:
    """A statement with those of its points only that are answered; its date stays."""
    q, some = part
    whole, wanted = groups[q], {entry.position for entry in some}
    points = (tuple(entry for entry in same if entry.position in wanted) for same in whole.points)
    entries = tuple(entry for entry in whole.entries if entry.position in wanted)
    return whole._replace(entries=entries, points=tuple(same for same in points if same))


def delay(questions: Iterable[Group], answer: Group) -> str:
    """How long the answer took: days, an interval where the dates leave one, or `not known`.

    An answer does not come before what it answers, so an open start is no earlier than that.
    """
    dates, said = [one.said for one in questions], answer.said
    ends = [date.latest for date in dates if date.latest]
    if not said.latest or not dates or len(ends) < len(dates):
        return "not known"
    starts, last = [date.earliest for date in dates if date.earliest], max(ends)
    least = max(0, (said.earliest - last).days) if said.earliest else 0
    if len(starts) < len(dates):
        if least:
            return f"not known: at least {plural(least, 'day')}"
        return f"not known: no first day, only by {said.latest.isoformat()}"
    most = max(0, (said.latest - min(starts)).days)
    if least == most:
        return "the same day" if most == 0 else plural(most, "day")
    return f"not known: {least} to {most} days"
