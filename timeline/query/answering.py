"""One answer: a view brought up to date, asked, and stamped with what it rests on."""

import sqlite3
from collections.abc import Iterator
from typing import TypeVar

from timeline.errors import ViewError
from timeline.query import asking, refreshing, renewing, resolving, times
from timeline.query.lazy import Lazy
from timeline.query.occasions import Occasions
from timeline.query.sealing import sealed
from timeline.query.shorts import Shorts
from timeline.query.values import Answer, Filters
from timeline.replay.engine import Engine, Kept

T = TypeVar("T")


def answer(engine: Engine, name: str, filters: Filters, typed: tuple[str, ...]) -> Answer:
    """Ask the view of a projection. Raises: NotFound, BadUse, ViewError."""
    late = refreshing.catch_up(engine, name)
    renewed = "" if late else refreshing.renew(engine, name)
    refreshing.index_words(engine, name, filters)
    seen = engine.file.snapshot()
    try:
        return _answer(engine, _kept(engine, name, seen, late), filters, typed, (late, renewed))
    except BaseException:
        engine.file.drop(seen)
        raise


def _kept(engine: Engine, name: str, seen: sqlite3.Connection, late: str) -> Kept:
    kept = engine.kept(name, seen)
    if kept is None:
        raise ViewError(f"There is no view of {name} yet, and none can be made now: {late}")
    return kept


def _answer(
    engine: Engine, kept: Kept, filters: Filters, typed: tuple[str, ...], done: tuple[str, str]
) -> Answer:
    (late, renewed), build = done, kept.build
    name = build.projection
    as_of, doubt = None, ""
    if filters.as_of is not None:
        head = engine.head()
        as_of = times.position_of(engine, filters.as_of, head)
        doubt = times.doubt(engine, filters.as_of, as_of, head)
        as_of = min(as_of, build.position)
    articles = Shorts(engine, as_of)
    query = resolving.resolved(engine, kept, filters, typed, articles)
    behind = max(0, engine.head() - build.position)
    upto = build.position if as_of is None else as_of
    occasions = Occasions(Lazy(lambda: engine.shelves.dates(as_of=upto)))
    entries = guarded(engine, asking.entries(engine, query, occasions), kept.seen)
    return Answer(
        entries=articles.expecting(entries),
        asked=query.asked,
        projection=query.projection,
        view=name,
        version=build.version,
        position=build.position if as_of is None else as_of,
        sealed=lambda: sealed(
            engine, build.digest if as_of is None else query.rows.sealed(as_of), upto
        ),
        state="stale" if kept.stale else "failed" if build.error else "live",
        behind=behind,
        warnings=(
            *filter(None, (late if behind or kept.stale else "", renewed, doubt)),
            *_warnings(engine, kept, query, behind),
        ),
    )


def guarded(
    engine: Engine, found: Iterator[T], seen: sqlite3.Connection | None = None
) -> Iterator[T]:
    """What is read of the views, or a snapshot of them, bit by bit.

    Raises: StoreLocked, ViewError.
    """
    try:
        with engine.file.in_our_words():
            yield from found
    finally:
        if seen is not None:
            engine.file.drop(seen)


def _warnings(engine: Engine, kept: Kept, query: asking.Query, behind: int) -> Iterator[str]:
    name, build = kept.build.projection, kept.build
    if kept.stale:
        yield from renewing.stale(engine, kept, behind)
        if missing := query.rows.codec.missing:
            yield f"{name} does not hold yet, and shows as empty: {', '.join(missing)}."
    elif build.error:
        yield f"{name} failed {build.error}; this is as of #{build.position}, {behind:,} behind."
    elif behind:
        again = f": timeline projection replay {name}" if engine.file.writable else "."
        yield f"{name} is as of #{build.position}, {behind:,} behind{again}"
