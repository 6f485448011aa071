"""Filters as a condition over the columns of a view, and what is left to look at row by row."""

from collections.abc import Iterable, Sequence

from timeline.errors import BadUse
from timeline.projection import Standing
from timeline.query.values import Filters
from timeline.views.bounds import OPEN_END, OPEN_START, UNDATED
from timeline.views.chunks import marks
from timeline.views.condition import Condition
from timeline.when import When

WIDEST = 36_525
"""Days by which a date without one of its bounds may be widened by `~` or `?`: a century."""
CERTAIN = 100
"""The highest confidence, in per cent."""
CORRECTED = "corrected"
"""A status that goes with any other."""
SIDES = "SELECT +code FROM lists_members WHERE name IN ({})"
"""`+`, since columns of rows have no type: SQLite takes no index of them for a typed `code`."""


def names(column: str, wanted: Sequence[str]) -> Condition:
    """That a column's list holds one of these names."""
    if not wanted:
        return Condition()
    sql = f"{column} IN ({SIDES.format(marks(wanted))})"
    return Condition(sql, tuple(wanted), narrow=True)


def either(wanted: Sequence[str]) -> Condition:
    """That one of these names speaks or is spoken of."""
    if not wanted:
        return Condition()
    inner = SIDES.format(marks(wanted))
    sql = f"(sides IN ({inner}) OR target_sides IN ({inner}))"
    return Condition(sql, (*wanted, *wanted), narrow=True)


def kept(filters: Filters, view: str, columns: Iterable[str]) -> Condition:
    """What filters ask of fields that only some views keep. Raises: BadUse, naming what is not."""
    held = set(columns)
    asked: dict[str, object] = {
        "act": filters.act,
        "topics": filters.topic,
        "confidence": filters.min_confidence,
    }
    if CORRECTED in filters.status:
        asked[CORRECTED] = True
    for column, wanted in asked.items():
        if wanted and column not in held:
            raise BadUse(f"{view} does not keep {column}, so it cannot be asked of it.")
    acts = [act.lower() for act in filters.act]
    least = filters.min_confidence
    sure = range(least, max(least, CERTAIN) + 1) if least else ()
    status = [str(True) if one == CORRECTED else one for one in filters.status]
    condition = names("topics", filters.topic)
    for wanted in (status, acts, [str(one) for one in sure]):  # no two share a word
        condition &= names("terms", wanted)
    return condition


def is_so(one: Standing, wanted: Sequence[str]) -> bool:
    """Whether an assertion has one of these statuses, or was corrected where that is asked."""
    return one.status in wanted or (one.corrected and CORRECTED in wanted)


def window(filters: Filters) -> When | None:
    """The days between `since` and `until`; None if neither is asked."""
    if filters.since is None and filters.until is None:
        return None
    since = filters.since.earliest if filters.since else None
    until = filters.until.latest if filters.until else None
    if since and until and until < since:
        raise BadUse(f"Nothing lies between {since} and {until}: the first is the later one.")
    return When.between(since, until)


def dated(filters: Filters) -> Condition:
    """A condition that holds for every row whose own date may lie in the window."""
    days = window(filters)
    if days is None:
        return Condition()
    first = days.earliest.toordinal() if days.earliest else OPEN_START
    last = days.latest.toordinal() if days.latest else UNDATED - 1
    if filters.mode == "place":
        return Condition("place BETWEEN ? AND ?", (first, last))
    # `~` and `?` widen a date by a unit of its own, which is no longer than the whole of it.
    open_ = f"earliest = {OPEN_START} OR latest = {OPEN_END}"
    margin = f"CASE WHEN {open_} THEN {WIDEST} ELSE latest-earliest+1 END"
    return Condition(f"latest + {margin} >= ? AND earliest - {margin} <= ?", (first, last))


def lies_in(said: When, filters: Filters, days: When | None) -> bool:
    """Whether a date lies in the window, as the filters mean it."""
    if days is None:
        return True
    if filters.mode == "possible":
        return said.overlaps(days)
    if filters.mode == "certain":
        return said.within(days)
    place = said.place
    if place is None:
        return False
    return not (days.earliest and place < days.earliest) and not (
        days.latest and place > days.latest
    )
