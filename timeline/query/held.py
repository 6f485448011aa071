"""All assertions with their whole records, for exports and cards: no view is asked."""

from collections.abc import Callable, Iterator
from typing import Any

from timeline.projection import Standing
from timeline.query import conditions, naming
from timeline.query.assertions import joined
from timeline.query.library import Library
from timeline.query.occasions import Occasions
from timeline.query.sources import sources as articles_meant
from timeline.query.values import Filters, Found
from timeline.replay.engine import Engine
from timeline.when import When

Passes = Callable[[Standing], bool]


def held(library: Library, filters: Filters) -> Iterator[Found]:
    """All assertions that pass, by position; in flat memory.

    `standing.said` is as read: joined with its occasion's date where it moves with one. Limit,
    order and what is no speech are the caller's matter.

    Raises: NotFound for an actor or article, BadUse for a window in which nothing can lie.
    """
    position = library.position(filters.as_of)
    engine = library.engine
    passes = _passing(engine, filters, position)
    occasions = Occasions(engine.shelves.dates(as_of=position))
    last = 0
    while rows := _page(engine, last, position):
        engine.fold.rewind(position)
        engine.fetch.ahead(rows)
        for place in rows:
            standing = engine.fold.standing(place, position)
            if standing is not None and passes(standing := joined(standing, occasions)):
                yield Found(standing, _record(engine, place, position))
        last = rows[-1]


def _page(engine: Engine, after: int, upto: int) -> list[int]:
    sql = (
        "SELECT position FROM assertions WHERE position > ? AND position <= ?"
        " ORDER BY position LIMIT 1000"
    )
    return [place for (place,) in engine.file.connection.execute(sql, (after, upto))]


def _record(engine: Engine, place: int, as_of: int) -> dict[str, Any]:
    """The stored fields of the event that last recorded all of it; absent ones have defaults."""
    dossier = engine.ledger.dossier(place, as_of)
    return engine.fetch(dossier.record if dossier else place) or {}


def _passing(engine: Engine, filters: Filters, position: int) -> Passes:
    """The filters as one question of a standing."""
    by, about = (
        {naming.canonical(engine, word, as_of=position) for word in some}
        for some in (filters.by, filters.about)
    )
    acts = {act.lower() for act in filters.act}
    sources = set(articles_meant(engine, filters.source, position)) if filters.source else None
    days = conditions.window(filters)

    def passes(one: Standing) -> bool:
        return (
            (not by or not by.isdisjoint(one.sides))
            and (not about or not about.isdisjoint(one.target_sides))
            and (not acts or one.act in acts or one.family in acts)
            and (not filters.topic or not set(filters.topic).isdisjoint(one.topics))
            and (sources is None or one.article in sources)
            and (not filters.status or conditions.is_so(one, filters.status))
            and one.confidence >= filters.min_confidence
            and conditions.lies_in(When.parse(one.said or "unknown"), filters, days)
        )

    return passes
