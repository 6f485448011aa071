"""New assertions made into rows: the most of a replay, and the part that needs no view.

An entry belongs to one assertion, and nobody has come back to one that is new: so its row hangs
on its own event and on whom names mean there, and pages can be prepared in any order, anywhere.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from timeline.chronicle import Chronicle
from timeline.errors import raised
from timeline.projection import Change, Entry, Projection
from timeline.replay.fold import Fold, changed
from timeline.replay.reads import RECORDED, fresh
from timeline.views import Codec
from timeline.views.codec import ANOTHERS, POSITION, Columns, canonical, weight
from timeline.views.moves import moved
from timeline.views.positions import EVER

SPAN = 2000
"""Positions prepared at once."""
BECAUSE = itemgetter(3)
HOT = 100
"""Events taken through all steps together: what they are made into stays in the processor's cache
(2,000 together took a fifth longer)."""
Span = tuple[int, int]
"""The position after which it begins, and its last one."""


class Prepared(NamedTuple):
    """The rows that new assertions give one view."""

    pages: list[Columns]
    weight: int
    """Their share of its digest."""


class ProjectionFault(Exception):
    """A projection could not take a change, or what it made of it cannot be kept."""

    def __init__(self, projection: Projection[Any], position: int, fault: BaseException) -> None:
        super().__init__(f"at #{position}: {raised(fault)}")
        self.projection, self.position, self.why = projection, position, fault


class SecondFault(Exception):
    """The second process could not go on."""


class Wanted(NamedTuple):
    """A view that takes new assertions, and from where to where it takes them."""

    projection: Projection[Any]
    codec: Codec
    after: int = 0
    upto: int = EVER


def spans(after: int, upto: int) -> list[Span]:
    """The positions after one up to another, in stretches."""
    return [(start, min(start + SPAN, upto)) for start in range(after, upto, SPAN)]


def prepare(
    chronicle: Chronicle,
    fold: Fold,
    views: Sequence[Wanted],
    span: Span,
) -> list[Prepared]:
    """The rows of the new assertions of a span, for each view.

    Args:
        chronicle: where they are recorded.
        fold: at a position from which on up to the end of the span no name changes its meaning.
        views: whom it is prepared for.
        span: of positions.

    Raises:
        ProjectionFault: a projection could not take one.
    """
    stand, again = fold.stand, fold.again
    parts: list[list[Prepared]] = []
    for page in chronicle.states(RECORDED, *span, HOT):
        events = fresh(page, again)
        changes = [changed((told.id, None, stand(told, at), at)) for at, told in events]
        parts.append([_prepared(view, changes, span) for view in views])
    return [_together(of_one) for of_one in zip(*parts, strict=True)]


def _together(parts: Sequence[Prepared]) -> Prepared:
    pages = [page for part in parts for page in part.pages]
    return Prepared(pages, sum(part.weight for part in parts))


def _prepared(wanted: Wanted, changes: list[Change], span: Span) -> Prepared:
    projection, codec, after, upto = wanted
    if span[0] < after or upto < span[1]:
        changes = [change for change in changes if after < change.because <= upto]
    try:
        return _rows(projection, codec, changes)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as fault:  # noqa: BLE001 - a stranger's code stops only itself
        caught = fault
    failed = _first(projection, codec, changes, caught)
    raise failed from failed.why


def _rows(projection: Projection[Any], codec: Codec, changes: list[Change]) -> Prepared:
    entries: list[Entry] = []
    view: dict[str, Entry] = {}  # each sees only its own: what it makes must not hang on the span
    apply = projection.apply
    for change in changes:
        apply(change, view)
        while view:
            entries.append(view.popitem()[1])
    codec.declared(entries)
    positions, known = list(map(POSITION, entries)), list(map(BECAUSE, changes))
    if positions != known and len(set(known).intersection(positions)) != len(positions):
        raise ValueError(ANOTHERS)
    moves = moved(entries, lambda position: _days(changes[bisect_left(known, position)]))
    texts = canonical(entries)
    columns = codec.rows(entries, positions, moves, texts)
    return Prepared([columns], weight(texts))


def _days(change: Change) -> Sequence[int]:
    return change.after.days if change.after else ()


def _first(
    projection: Projection[Any], codec: Codec, changes: list[Change], fault: BaseException
) -> ProjectionFault:
    """The first of these changes that the projection cannot take, one by one.

    A page is not looked at so before it fails: that would cost every replay.
    """
    for change in changes:
        try:
            _rows(projection, codec, [change])
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as own:  # noqa: BLE001 - as above
            return ProjectionFault(projection, change.because, own)
    return ProjectionFault(projection, changes[0].because, fault)
