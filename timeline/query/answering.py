"""One answer: a view brought up to date, asked, and stamped with what it rests on."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

from timeline.errors import NotFound, StoreLocked, ViewError
from timeline.projection import Asked
from timeline.query import asking, naming, renewing, shelf, sources, times, words
from timeline.query.lazy import Lazy
from timeline.query.occasions import Occasions
from timeline.query.sealing import sealed
from timeline.query.shorts import Shorts
from timeline.query.values import Answer, Filters
from timeline.replay.engine import Engine, Kept
from timeline.views import Rows
from timeline.views.faults import Damaged, told

T = TypeVar("T")
ACTORS = frozenset({"WHO", "ABOUT", "ACTOR"})
"""Positional words of a command that name actors."""


def answer(engine: Engine, name: str, filters: Filters, typed: tuple[str, ...]) -> Answer:
    """Ask the view of a projection. Raises: NotFound, BadUse, ViewError."""
    late = catch_up(engine, name)
    renewed = "" if late else renew(engine, name)
    words_of(engine, name, filters)
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
    query = _query(engine, kept, filters, typed, articles)
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


def holds(engine: Engine, name: str, filters: Filters) -> bool:
    """Whether what the views hold can answer at all where they cannot be written."""
    kept = engine.kept(name)
    return kept is not None and not (
        _searched(engine, name, filters) and words.behind(engine, kept.build.position)
    )


def words_of(engine: Engine, name: str, filters: Filters) -> None:
    """Make the words of a view searchable, where they are searched and can be."""
    if _searched(engine, name, filters) and engine.file.writable and (kept := engine.kept(name)):
        words.index(engine, kept.build.position)


def _searched(engine: Engine, name: str, filters: Filters) -> bool:
    return bool(filters.text) or "TEXT" in engine.projections[name].takes


def catch_up(engine: Engine, *names: str) -> str:
    """Bring views up to date if that can be done; else the reason why not, as a sentence."""
    return _tried(engine, lambda: engine.catch_up(*names))


def renew(engine: Engine, name: str) -> str:
    """Replay a stale view if a read may; a sentence on what was done or hindered it, or none."""
    return _tried(engine, lambda: renewing.renew(engine, name))


def _tried(engine: Engine, work: Callable[[], str | None]) -> str:
    """Do what writes to the views if that can be done; else the reason why not, as a sentence."""
    if not engine.file.writable:
        return f"{engine.file.path.name} cannot be written here: what it holds is shown as it is."
    try:
        return work() or ""
    except StoreLocked as fault:
        return str(fault)
    except sqlite3.OperationalError as fault:
        reason = told(engine.file.path, fault)
        if isinstance(reason, Damaged):
            raise
        return str(reason)  # the disk is full, say: what is there still answers


def _query(
    engine: Engine, kept: Kept, filters: Filters, typed: tuple[str, ...], articles: Shorts
) -> asking.Query:
    name, as_of = kept.build.projection, articles.as_of
    projection = engine.projections[name]
    rows = engine.rows(name, kept.build, kept.seen)
    known = rows if kept.build.position == engine.ledger.checkpoint()[0] else None
    resolved = tuple(
        (naming.canonical(engine, word, known, as_of) if word else word)
        if takes in ACTORS
        else words.bare(word)
        for word, takes in _taken(typed, projection.takes)
    )
    asked = Asked(
        words=resolved,
        points=filters.points,
        everything=filters.everything,
        articles=articles,
        occasions=Lazy(lambda: _named(engine, as_of)),
        text=lambda article: shelf.text(engine, article),
    )
    by, about = (
        tuple(naming.canonical(engine, word, known, as_of) for word in some)
        for some in (filters.by, filters.about)
    )
    meant = sources.sources(engine, filters.source, as_of) if filters.source else None
    topic = naming.topics(filters.topic, rows) if _on_topics(rows) else filters.topic
    filters = filters._replace(by=by, about=about, topic=topic)
    return asking.Query(projection, rows, filters, asked, meant, as_of)


def topics(engine: Engine, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Topics as any of the views keeps them, for whoever asks no view. Raises: NotFound."""
    unknown: NotFound | None = None
    for name in engine.projections if typed else ():
        catch_up(engine, name)
        kept = engine.kept(name)
        if kept and _on_topics(rows := engine.rows(name, kept.build)):
            try:
                return naming.topics(typed, rows)
            except NotFound as fault:  # a view of less than all may keep it not
                unknown = fault
    if unknown is not None:
        raise unknown
    return typed


def _on_topics(rows: Rows) -> bool:
    return "topics" in rows.codec.columns


def _taken(typed: tuple[str, ...], takes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(typed):
        yield word, takes[at] if at < len(takes) else ""


def _named(engine: Engine, as_of: int | None) -> Iterator[tuple[str, str]]:
    held = Occasions(engine.shelves.dates(as_of=as_of))
    for key in held.dated():
        yield key, held.name(key)


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
