"""Which statements an answer answers: what its text names, else what its two sides had said.

Never the sentence that happens to stand nearest. The entries that are answered are told with the
statement that they stand in, so that who answers a proposal is not shown as answering it all.
"""

from collections.abc import Sequence

from timeline.projection.duplicates import FEWEST, NEAR, stems
from timeline.projection.question import Ground, Part, Question, start
from timeline.projection.referring import last, moves, owned
from timeline.projection.statements import Group

REACH = 31
"""Days that an answer may come after what another article tells, if nobody says what it answers."""


def answered(asked: Question, ground: Ground) -> tuple[tuple[Part, ...], str]:
    """What an answer answers, and on what that rests beyond the words of the text, if anything.

    In turn: what the text names, by occasion or by its speaker; what the side that it is about
    had said of its own, in this article, else within a month; else the last that was said in this
    article against who answers, or against nobody else, by whom it is about if that is known.
    """
    cause, groups = asked.cause, ground.groups
    pair = _pair(asked, ground)
    here = [
        q
        for q, told in ground.here.get(cause.article, {}).items()
        if min(one.position for one in told) < cause.position  # of what comes later it cannot speak
        and pair
        and _of(q, pair, ground)
        and asked.may_be(q, ground)
    ]
    if not cause.reply:
        here = [q for q in here if _against(groups[q], cause.side)]
    found = _latest(_named(asked, here, pair, ground) or here, groups)
    rejected = "" if cause.reply else "a rejection of what is told here"
    if found:
        return moves(asked, tuple(ground.part(q, cause.side) for q in found)), rejected
    if cause.reply and (parts := owned(asked, ground)):
        return parts, ""
    if parts := last(asked, ground):
        return parts, rejected
    place = asked.said.place
    if not (cause.reply and pair and place):
        return (), ""
    near = ground.near(pair, place.toordinal(), REACH, NEAR)
    found = _latest([q for q in near if asked.may_be(q, ground)], groups)
    parts = tuple(ground.part(q, cause.side) for q in found)
    return parts, "which statement: inferred from time"


def _pair(asked: Question, ground: Ground) -> tuple[str, str] | None:
    """Whose words of whom: of the side that it is about, of its own; the main target's first."""
    cause = asked.cause
    for side in dict.fromkeys((cause.toward, *cause.target_sides)):
        held = ground.sides.get((side, cause.side), ()) if side != cause.side else ()
        if any(asked.may_be(q, ground) for q in held):
            return side, cause.side
    return None


def _of(q: int, pair: tuple[str, str], ground: Ground) -> bool:
    return ground.leads[q].side == pair[0] and pair[1] in ground.about[q]


def _against(question: Group, side: str) -> bool:
    """Whether there is anything in it that could be rejected."""
    return any(entry.sign < 0 and entry.is_about(side) for entry in question.entries)


def _named(
    asked: Question, here: list[int], pair: tuple[str, str] | None, ground: Ground
) -> list[int]:
    """Those whose occasion is named in what the text says that it answers: here, else anywhere.

    The name of a side names no occasion, and neither does one word such as "statement".
    """
    cause, leads = asked.cause, ground.leads
    words = stems(cause.answers) - stems(" ".join(cause.target_sides))
    if len(words) < FEWEST or pair is None or not cause.reply:
        return []
    held = here or [q for q in ground.named.get(pair, ()) if asked.may_be(q, ground)]
    return [
        q for q in held if leads[q].named and len(stems(leads[q].occasion_name) & words) >= FEWEST
    ]


def _latest(found: Sequence[int], groups: Sequence[Group]) -> tuple[int, ...]:
    """The last exchange: what certainly lies before another of them is not what is answered."""
    dated = [q for q in found if groups[q].said.known] or found
    starts = [begin for q in dated if (begin := start(groups[q].said))]
    latest = max(starts, default=0)
    return tuple(
        dict.fromkeys(
            q for q in dated if not (end := groups[q].said.latest) or end.toordinal() >= latest
        )
    )
