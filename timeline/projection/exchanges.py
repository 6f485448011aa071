"""Exchanges: what one side said about the other, and what answered it, over all articles.

An answer is a statement whose text says so, or which rejects; it is linked to the whole of what
the other side had said about it by then, never to the sentence that happens to stand nearest.
Where a person said what it answers, that counts, and nothing is inferred.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from timeline.projection.duplicates import FEWEST, NEAR, stems
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group
from timeline.when import When

REACH = 31
"""Days that an answer may come after what another article tells, if nobody says what it answers."""

ANALYST = "analyst"
"""The link of what a person linked."""


class Answer(NamedTuple):
    """A statement that answers: to what, by which words, after how long."""

    group: Group
    to: tuple[int, ...]
    """Indices of the statements that it answers."""
    link: str


class Exchange(NamedTuple):
    """Statements of one side about the other, and each answer to them once."""

    question: tuple[Group, ...]
    answers: tuple[Answer, ...]


def exchanges(groups: Sequence[Group]) -> list[Exchange]:
    """Pair statements with what they answer, in order of the questions; each stands in one."""
    sides: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(groups):
        if one.lead.mode != "planned":
            for side in one.about:
                sides[one.lead.side, side].append(i)
    answers = _linked(groups)
    for i, one in enumerate(groups):
        if i not in answers and (found := _answer(i, one, groups, sides, answers)):
            answers[i] = found
    return _gathered(groups, answers)


def _linked(groups: Sequence[Group]) -> dict[int, Answer]:
    """What a person linked to what it answers, as far as both are among these."""
    home = {entry.id: i for i, one in enumerate(groups) for entry in one.entries}
    found: dict[int, Answer] = {}
    for i, one in enumerate(groups):
        linked = (other for entry in one.entries for other in entry.linked("answers"))
        to = {home[other] for other in linked if other in home} - {i}
        if to:
            found[i] = Answer(one, tuple(sorted(to)), ANALYST)
    return found


def _answer(
    i: int,
    one: Group,
    groups: Sequence[Group],
    sides: Mapping[tuple[str, str], list[int]],
    answers: Mapping[int, Answer],
) -> Answer | None:
    replies = [entry for entry in one.entries if entry.reply]
    rejects = [entry for entry in one.entries if entry.act == "reject"]
    if one.lead.mode == "planned" or not (replies or rejects):
        return None
    cause = (replies or rejects)[0]
    mirrored = _mirrored(cause, sides, lambda q: _asks(q, i, groups, answers))
    if not replies:
        mirrored = [q for q in mirrored if _against(groups[q], cause.side)]
    here = [q for q in mirrored if cause.article in groups[q].articles]
    said = _named(here or mirrored, groups, cause)
    if to := _latest(said or here, groups):
        return Answer(one, to, _link(cause, "" if replies else "a rejection of what is told here"))
    to = _latest([q for q in mirrored if _reached(groups[q], one)], groups) if replies else ()
    return Answer(one, to, _link(cause, "which statement: inferred from time")) if to else None


def _mirrored(
    cause: Spoken, sides: Mapping[tuple[str, str], list[int]], asks: Callable[[int], bool]
) -> list[int]:
    """What the side that it is about had said of its own: of the main target, else of any."""
    about = dict.fromkeys((cause.toward, *cause.target_sides))
    for side in about:
        found = [q for q in sides.get((side, cause.side), ()) if side != cause.side and asks(q)]
        if found:
            return found
    return []


def _against(question: Group, side: str) -> bool:
    """Whether there is anything in it that could be rejected."""
    return any(entry.sign < 0 and entry.is_about(side) for entry in question.entries)


def _asks(q: int, i: int, groups: Sequence[Group], answers: Mapping[int, Answer]) -> bool:
    """Whether it can be what is answered: not itself, not later, not an answer to this one."""
    if q == i or (q in answers and i in answers[q].to):
        return False
    begin, end = _start(groups[q].said), groups[i].said.latest
    return not (begin and end and begin > end.toordinal())


def _named(found: list[int], groups: Sequence[Group], cause: Spoken) -> list[int]:
    """Those whose occasion is named in what the text says that it answers.

    The name of a side names no occasion, and neither does one word such as "statement".
    """
    words = stems(cause.answers) - stems(" ".join(cause.target_sides))
    return [
        q
        for q in found
        if groups[q].lead.named and len(stems(groups[q].lead.occasion_name) & words) >= FEWEST
    ]


def _latest(found: list[int], groups: Sequence[Group]) -> tuple[int, ...]:
    """The last exchange: what certainly lies before another of them is not what is answered."""
    dated = [q for q in found if groups[q].said.known] or found
    starts = [start for q in dated if (start := _start(groups[q].said))]
    last = max(starts, default=0)
    return tuple(
        dict.fromkeys(
            q for q in dated if not (end := groups[q].said.latest) or end.toordinal() >= last
        )
    )


def _start(said: When) -> int:
    """The first day as a number; of an open start a week before its end, of no date 0."""
    if said.earliest:
        return said.earliest.toordinal()
    return said.latest.toordinal() - NEAR if said.latest else 0


def _reached(question: Group, answer: Group) -> bool:
    """Whether the answer came within a month, as far as both dates tell."""
    then, now = question.said.place, answer.said.place
    return bool(then and now) and -NEAR <= (now - then).days <= REACH  # type: ignore[operator]


def _link(cause: Spoken, inferred: str) -> str:
    if inferred and not cause.reply:
        return f"inferred: {inferred}"
    to = f", to «{cause.answers}»" if cause.answers else ""
    return f"SAID in the text, «{cause.reply}»{to}" + (f"; {inferred}" if inferred else "")


def _gathered(groups: Sequence[Group], answers: Mapping[int, Answer]) -> list[Exchange]:
    """Answers that share a question stand in one exchange."""
    home: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for i, found in answers.items():
        joined = list(dict.fromkeys(home[q] for q in found.to if q in home))
        members[i] = [i, *(one for other in joined for one in members.pop(other))]
        home.update(dict.fromkeys((q for one in members[i] for q in answers[one].to), i))
    told = []
    for each in members.values():
        asked = sorted({q for i in each for q in answers[i].to})
        told.append((asked, sorted(each)))
    return [
        Exchange(tuple(groups[q] for q in asked), tuple(answers[i] for i in each))
        for asked, each in sorted(told)
    ]


def delay(questions: Iterable[Group], answer: Group) -> str:
    """How long the answer took: days, an interval where the dates leave one, or `not known`.

    An answer does not come before what it answers, so an open start is no earlier than that.
    """
    dates, said = [one.said for one in questions], answer.said
    ends = [date.latest for date in dates if date.latest]
    if not said.latest or not dates or len(ends) < len(dates):
        return "not known"
    starts = [date.earliest for date in dates if date.earliest]
    if not starts:
        return f"not known: no first day, only by {said.latest.isoformat()}"
    first, last = min(starts), max(ends)
    least = max(0, (said.earliest - last).days) if said.earliest else 0
    most = max(0, (said.latest - first).days)
    if least == most:
        return "the same day" if most == 0 else f"{most} day{'s' if most > 1 else ''}"
    return f"not known: {least} to {most} days"
