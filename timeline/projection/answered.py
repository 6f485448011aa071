"""Which statements an answer answers: what its text names, else what its two sides had said.

Never the sentence that happens to stand nearest. The entries that are answered are told with the
statement that they stand in, so that who answers a proposal is not shown as answering it all.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from timeline.projection.duplicates import FEWEST, NEAR, stems
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group
from timeline.when import When

REACH = 31
"""Days that an answer may come after what another article tells, if nobody says what it answers."""
OWNER = re.compile(r"^(.+?)['’]s?\b")
"""Whose words are answered: "NATO’s accusations", "Renner's remarks"."""
PLANS = frozenset({"move", "moves", "plan", "plans", "step", "steps", "propos", "decisi", "intent",
                   "offer", "announ"})  # fmt: skip
"""What is announced rather than said, as `stems` cuts it."""
DOING = frozenset({"announce", "cooperate", "consult", "agree"})
"""Acts that are moves rather than words about somebody."""

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


def answered(asked: Question, ground: Ground) -> tuple[tuple[Part, ...], str]:
    """What an answer answers, and on what that rests beyond the words of the text, if anything.

    In turn: what the text names, by occasion or by its speaker; what the side that it is about
    had said of its own, in this article, else within a month; what was said of its own, where the
    text says that something is answered, and not by whom it was said.
    """
    cause, groups = asked.cause, ground.groups
    mirrored = _mirrored(asked, ground)
    if not cause.reply:
        mirrored = [q for q in mirrored if _against(groups[q], cause.side)]
    here = [q for q in mirrored if cause.article in groups[q].articles]
    found = _latest(_named(here or mirrored, groups, cause) or here, groups)
    if found:
        inferred = "" if cause.reply else "a rejection of what is told here"
        return _moves(asked, _parts(found, ground, cause)), inferred
    if not cause.reply:
        return (), ""
    if parts := _owned(asked, ground) or _of_it(asked, ground):
        return parts, ""
    found = _latest([q for q in mirrored if _reached(groups[q], asked.said)], groups)
    return _parts(found, ground, cause), "which statement: inferred from time"


def _mirrored(asked: Question, ground: Ground) -> list[int]:
    """What the side that it is about had said of its own: of the main target, else of any."""
    cause = asked.cause
    for side in dict.fromkeys((cause.toward, *cause.target_sides)):
        held = ground.sides.get((side, cause.side), ()) if side != cause.side else ()
        if found := [q for q in held if asked.may_be(q, ground.groups[q])]:
            return found
    return []


def _against(question: Group, side: str) -> bool:
    """Whether there is anything in it that could be rejected."""
    return any(entry.sign < 0 and entry.is_about(side) for entry in question.entries)


def _named(found: Iterable[int], groups: Sequence[Group], cause: Spoken) -> list[int]:
    """Those whose occasion is named in what the text says that it answers.

    The name of a side names no occasion, and neither does one word such as "statement".
    """
    words = stems(cause.answers) - stems(" ".join(cause.target_sides))
    return [
        q
        for q in found
        if groups[q].lead.named and len(stems(groups[q].lead.occasion_name) & words) >= FEWEST
    ]


def _moves(asked: Question, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Of these only what was announced or done, where the text says that a move is answered.

    "NATO's decision" may be all that NATO said; "this move" is none of it that is no move.
    """
    if not asked.of_plans:
        return parts
    moves = [
        (q, tuple(one for one in some if one.mode == "planned" or one.act in DOING))
        for q, some in parts
    ]
    rest = parts if OWNER.match(asked.cause.answers) else ()
    return tuple((q, some) for q, some in moves if some) or rest


def _parts(found: Iterable[int], ground: Ground, cause: Spoken) -> tuple[Part, ...]:
    """Statements with what they say of who answers; all of it where they say nothing of them."""
    parts = []
    for q in found:
        entries = ground.groups[q].entries
        about = tuple(one for one in entries if one.is_about(cause.side))
        parts.append((q, about or entries))
    return tuple(parts)


def _owned(asked: Question, ground: Ground) -> tuple[Part, ...]:
    """What one has said in this article, of whomever, whose words the text says are answered.

    That which shares words with what is named, or with the answer; all where there is only one
    statement.
    """
    owner = OWNER.match(asked.cause.answers)
    wanted = set(owner[1].casefold().split()) - {"the"} if owner else set()
    if not wanted:
        return ()
    told = stems(f"{asked.cause.answers[owner.end() if owner else 0 :]} {asked.cause.asserted}")
    parts = [
        (q, tuple(one for one in some if wanted <= _names(one))) for q, some in _here(asked, ground)
    ]
    parts = [(q, some) for q, some in parts if some]
    near = [
        (q, tuple(one for one in some if len(stems(one.asserted) & told) >= FEWEST))
        for q, some in parts
    ]
    return tuple((q, some) for q, some in near if some) or tuple(parts if len(parts) == 1 else ())


def _names(one: Spoken) -> set[str]:
    """The words by which a speaker is called."""
    return set(f"{one.actor} {one.mention} {one.side}".casefold().split())


def _of_it(asked: Question, ground: Ground) -> tuple[Part, ...]:
    """The last that another side had said of who answers, earlier in this article."""
    cause = asked.cause
    if OWNER.match(cause.answers) or (cause.target_sides and not cause.answers):
        return ()
    own = set(cause.sides)
    parts = [
        (q, said)
        for q, some in _here(asked, ground)
        if (said := tuple(
            one for one in some
            if one.position < cause.position and one.side != cause.side
            and not own.isdisjoint(one.target_sides)
        ))
    ]  # fmt: skip
    last = max(parts, key=lambda part: max(one.position for one in part[1]), default=None)
    return (last,) if last else ()


def _here(asked: Question, ground: Ground) -> list[Part]:
    """What stands in this article of statements that may be answered."""
    article, groups = asked.cause.article, ground.groups
    return [
        (q, tuple(one for one in groups[q].entries if one.article == article))
        for q in ground.articles.get(article, ())
        if asked.may_be(q, groups[q])
    ]


def _latest(found: Sequence[int], groups: Sequence[Group]) -> tuple[int, ...]:
    """The last exchange: what certainly lies before another of them is not what is answered."""
    dated = [q for q in found if groups[q].said.known] or found
    starts = [begin for q in dated if (begin := start(groups[q].said))]
    last = max(starts, default=0)
    return tuple(
        dict.fromkeys(
            q for q in dated if not (end := groups[q].said.latest) or end.toordinal() >= last
        )
    )


def start(said: When) -> int:
    """The first day as a number; of an open start a week before its end, of no date 0."""
    if said.earliest:
        return said.earliest.toordinal()
    return said.latest.toordinal() - NEAR if said.latest else 0


def _reached(question: Group, answer: When) -> bool:
    """Whether the answer came within a month, as far as both dates tell."""
    then, now = question.said.place, answer.place
    return bool(then and now) and -NEAR <= (now - then).days <= REACH  # type: ignore[operator]
