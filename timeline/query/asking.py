"""Asking one view: filters pushed down to its columns, dates joined with their occasions."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, islice
from typing import Any, NamedTuple

from timeline.projection import Asked, Entry, Projection
from timeline.query import conditions, sources, words
from timeline.query.arranging import selecting
from timeline.query.occasions import Occasions, dated
from timeline.query.values import Filters
from timeline.replay.engine import Engine
from timeline.views import Rows
from timeline.views.bounds import UNDATED, bounds
from timeline.views.condition import Condition
from timeline.views.rows import Row
from timeline.when import When

Key = tuple[int, int, int, int]


class Query(NamedTuple):
    """What is read of one view."""

    projection: Projection[Any]
    rows: Rows
    filters: Filters
    asked: Asked
    articles: tuple[str, ...] | None
    """Ids of the articles that `source` means; None for all."""
    as_of: int | None


def condition(engine: Engine, query: Query) -> Condition:
    """All that can be asked of columns, but for the days."""
    filters, projection = query.filters, query.projection
    found = _sides(query) & conditions.kept(filters, projection.name, query.rows.codec.columns)
    if query.articles is not None:
        found &= sources.within(engine, query.articles)
    if text := _text(query):
        found &= words.condition(engine, text, query.rows.live if query.as_of is None else "")
    return found


def _sides(query: Query) -> Condition:
    """Who speaks, and of whom: as filtered, and by the words of the command."""
    filters = query.filters
    typed = zip(query.projection.takes, query.asked.words, strict=False)
    taken = {name: (word,) for name, word in typed if word}
    by = conditions.names("sides", filters.by) & conditions.names("sides", taken.get("WHO", ()))
    # The index of who speaks knows of whom as well; no other is to be looked into then.
    column = "+target_sides" if by.values else "target_sides"
    about = conditions.names(column, filters.about)
    about &= conditions.names(column, taken.get("ABOUT", ()))
    return by & about & conditions.either(taken.get("ACTOR", ()))


def _text(query: Query) -> list[str]:
    """All search words: of the filter, and of a command that takes TEXT."""
    found = words.bare(query.filters.text).split()
    for name, word in zip(query.projection.takes, query.asked.words, strict=False):
        if name == "TEXT":
            found += word.split()
    if query.projection.takes[-1:] == ("TEXT",):  # it takes as many as there are
        for word in query.asked.words[len(query.projection.takes) :]:
            found += word.split()
    return found


def entries(engine: Engine, query: Query, occasions: Occasions) -> Iterator[Entry]:
    """What answers, sorted by (place, earliest, latest, position); undated ones at the end."""
    filters, as_of = query.filters, query.as_of
    days = conditions.window(filters)
    still, moving = _rows(query, condition(engine, query))
    found: Iterator[Entry] = (row.entry for row in still)
    if days is not None:
        found = (one for one in found if conditions.lies_in(When.parse(one.said), filters, days))
    moved = sorted(_moved(moving, query, occasions), key=_key)
    together = merge(found, moved, key=_key) if moved else found
    if query.articles is not None:  # its handle alone tells no article from another for sure
        own = frozenset(query.articles)
        together = (one for one in together if one.article in own)
    if text := _text(query):
        together = (
            one for one in together if not words.superseded(engine, one.position, as_of, text)
        )
    chosen = filter(selecting(query.projection, query.asked), together)
    return islice(_reversed(chosen) if filters.reverse else chosen, filters.limit)


def _rows(query: Query, where: Condition) -> tuple[Iterable[Row], Iterable[Row]]:
    """The rows with a date of their own, and those that an occasion dates."""
    rows, as_of = query.rows, query.as_of
    dated = conditions.dated(query.filters)
    if not where.narrow:  # so many that they are read as they come, by the index of days
        still = rows.entries(where & Condition("moves = 0") & dated, as_of)
        return still, rows.entries(where & Condition("moves <> 0"), as_of)
    if dated.values:
        where &= Condition(f"(moves <> 0 OR {dated.sql})", dated.values)
    held = list(rows.entries(where, as_of))
    return [row for row in held if not row.moves], [row for row in held if row.moves]


def _moved(rows: Iterable[Row], query: Query, occasions: Occasions) -> Iterator[Entry]:
    days = conditions.window(query.filters)
    for entry, _, moves in rows:
        said = occasions.said(entry, moves)  # first: most may lie outside
        if conditions.lies_in(When.parse(said), query.filters, days):
            yield dated(entry, said)


def _key(entry: Entry) -> Key:
    return (*bounds(entry.said), entry.position)


def _reversed(found: Iterator[Entry]) -> Iterator[Entry]:
    """The newest first; what has no date stays at the foot."""
    held = list(found)
    dated = [one for one in held if bounds(one.said)[0] != UNDATED]
    return chain(reversed(dated), held[len(dated) :])
