"""Which statements an answer answers: what its text names, else what its two sides had said.

Never the sentence that happens to stand nearest. The entries that are answered are told with the
statement that they stand in, so that who answers a proposal is not shown as answering it all.
"""

from collections.abc import Iterable, Sequence

from timeline.projection.duplicates import FEWEST, NEAR, stems
from timeline.projection.question import Ground, Part, Question, start
from timeline.projection.referring import last, moves, owned
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group
from timeline.when import When

REACH = 31
"""Days that an answer may come after what another article tells, if nobody says what it answers."""


def answered(asked: Question, ground: Ground) -> tuple[tuple[Part, ...], str]:
    """What an answer answers, and on what that rests beyond the words of the text, if anything.

    In turn: what the text names, by occasion or by its speaker; what the side that it is about
    had said of its own, in this article, else within a month; else the last that was said in this
    article against who answers, or against nobody else, by whom it is about if that is known.
    """
    cause, groups = asked.cause, ground.groups
    mirrored = _mirrored(asked, ground)
    if not cause.reply:
        mirrored = [q for q in mirrored if _against(groups[q], cause.side)]
    here = [q for q in mirrored if cause.article in groups[q].articles]
    found = _latest(_named(here or mirrored, groups, cause) or here, groups)
    rejected = "" if cause.reply else "a rejection of what is told here"
    if found:
        return moves(asked, _parts(found, ground, cause)), rejected
    if cause.reply and (parts := owned(asked, ground)):
        return parts, ""
    if parts := last(asked, ground):
        return parts, rejected
    if not cause.reply:
        return (), ""
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


def _parts(found: Iterable[int], ground: Ground, cause: Spoken) -> tuple[Part, ...]:
    """Statements with what they say of who answers; all of it where they say nothing of them."""
    parts = []
    for q in found:
        entries = ground.groups[q].entries
        about = tuple(one for one in entries if one.is_about(cause.side))
        parts.append((q, about or entries))
    return tuple(parts)


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


def _reached(question: Group, answer: When) -> bool:
    """Whether the answer came within a month, as far as both dates tell."""
    then, now = question.said.place, answer.place
    return bool(then and now) and -NEAR <= (now - then).days <= REACH  # type: ignore[operator]
