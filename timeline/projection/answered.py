"""Which statements an answer answers: what its text names, else what its two sides had said.

Never the sentence that happens to stand nearest. The entries that are answered are told with the
statement that they stand in, so that who answers a proposal is not shown as answering it all.
"""

from collections.abc import Sequence

from timeline.projection.duplicates import FEWEST, NEAR, stems
from timeline.projection.referring import ALONE, last, moves, owned
from timeline.projection.response import Index, Part, Response, start
from timeline.projection.statements import Group

REACH = 31
"""Days that an answer may come after what another article tells, if nobody says what it answers."""


def answered(response: Response, index: Index) -> tuple[tuple[Part, ...], str]:
    """What an answer answers, and on what that rests beyond the words of the text, if anything.

    In turn: what the text names, by occasion or by its speaker; what the side that it is about
    had said of its own, in this article, else within a month; else the last that was said in this
    article against who answers, or against nobody else, by whom it is about if that is known.
    """
    entry, groups = response.entry, index.groups
    if ALONE.match(entry.answers) and (parts := owned(response, index)):
        return parts, ""
    pair = _pair(response, index)
    here = [
        q
        for q, told in index.here.get(entry.article, {}).items()
        if min(one.position for one in told) < entry.position  # of what comes later it cannot speak
        and pair
        and _of(q, pair, index)
        and response.may_be(q, index)
    ]
    if not entry.reply:
        here = [q for q in here if _against(groups[q], entry.side)]
    found = _latest(_named(response, here, pair, index) or here, groups)
    rejected = "" if entry.reply else "a rejection of what is told here"
    if found:
        return moves(response, tuple(index.part(q, entry.side) for q in found)), rejected
    if entry.reply and (parts := owned(response, index)):
        return parts, ""
    if parts := last(response, index):
        return parts, rejected
    place = response.said.place
    if not (entry.reply and pair and place):
        return (), ""
    near = index.near(pair, place.toordinal(), REACH, NEAR)
    found = _latest([q for q in near if response.may_be(q, index)], groups)
    parts = tuple(index.part(q, entry.side) for q in found)
    return parts, "which statement: inferred from time"


def _pair(response: Response, index: Index) -> tuple[str, str] | None:
    """Whose words of whom: of the side that it is about, of its own; the main target's first."""
    entry = response.entry
    for side in dict.fromkeys((entry.toward, *entry.target_sides)):
        held = index.sides.get((side, entry.side), ()) if side != entry.side else ()
        if any(response.may_be(q, index) for q in held):
            return side, entry.side
    return None


def _of(q: int, pair: tuple[str, str], index: Index) -> bool:
    return index.leads[q].side == pair[0] and pair[1] in index.about[q]


def _against(question: Group, side: str) -> bool:
    """Whether there is anything in it that could be rejected."""
    return any(entry.sign < 0 and entry.is_about(side) for entry in question.entries)


def _named(
    response: Response, here: list[int], pair: tuple[str, str] | None, index: Index
) -> list[int]:
    """Those whose occasion is named in what the text says that it answers: here, else anywhere.

    The name of a side names no occasion, and neither does one word such as "statement".
    """
    entry, leads = response.entry, index.leads
    words = stems(entry.answers) - stems(" ".join(entry.target_sides))
    if len(words) < FEWEST or pair is None or not entry.reply:
        return []
    held = here or [q for q in index.named.get(pair, ()) if response.may_be(q, index)]
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
