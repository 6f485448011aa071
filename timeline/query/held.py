"""All assertions as they stand, for exports, reviews and cards: no view is asked."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from timeline.projection import Standing
from timeline.projection.standing import UNNAMED
from timeline.query import conditions, naming, resolving
from timeline.query.library import Library
from timeline.query.occasions import Occasions
from timeline.query.sources import sources as articles_meant
from timeline.query.sources import within
from timeline.query.values import Filters, Found
from timeline.replay.engine import Engine
from timeline.views.condition import Condition
from timeline.views.moves import moving
from timeline.when import When

PAGE = 500
Passes = Callable[[Standing], bool]


def held(library: Library, filters: Filters) -> Iterator[Found]:
    """All assertions that pass, as `standings` has them, each with its whole record."""
    position = library.position(filters.as_of)
    for one in standings(library, filters._replace(as_of=position)):
        yield Found(one, _record(library.engine, one.position, position))


def standings(library: Library, filters: Filters) -> Iterator[Standing]:
    """All assertions that pass, by position; in flat memory but for the positions of some.

    `said` is as read: joined with its occasion's date where it moves with one. Limit, order and
    what is no speech are the caller's matter.

    Raises: NotFound for an actor, article or topic, BadUse for a window in which nothing can lie.
    """
    position = library.position(filters.as_of)
    engine = library.engine
    by, about = (_actors(engine, some, position) for some in (filters.by, filters.about))
    articles = frozenset(articles_meant(engine, filters.source, position))
    filters = filters._replace(topic=resolving.topics(engine, filters.topic))
    passes = _passing(filters, by, about, articles)
    occasions = Occasions(engine.shelves.dates(as_of=position))
    for page in _pages(engine, _narrowed(engine, (by, about), articles, position), position):
        engine.fold.rewind(position)
        for one in engine.fold.standings(page, position):
            if one is not None and passes(read := occasions.joined(one, moving(one, one.days))):
                yield read


def _actors(engine: Engine, words: Sequence[str], as_of: int) -> frozenset[str]:
    return frozenset(naming.canonical(engine, word, as_of=as_of) for word in words)


def _narrowed(
    engine: Engine, actors: Sequence[frozenset[str]], articles: Collection[str], upto: int
) -> list[int] | None:
    """Where all that names these actors, and is of these articles, and more; None: anywhere.

    Found by the keys on which it ever hung whom names mean: no view needs to stand.
    """
    from timeline.actors.spelling import key  # here, since most reads ask for no actor so

    found: list[set[int]] = []
    for names in actors:
        if names and not names & UNNAMED:  # of whom no name tells
            codes = engine.casts.holding(map(key, names))
            found.append(set(engine.ledger.touching(codes, upto + 1)))
    if articles:
        found.append(set(_places(engine, within(engine, tuple(articles)), -1)))
    return sorted(set.intersection(*found)) if found else None


def _pages(engine: Engine, places: list[int] | None, upto: int) -> Iterator[list[int]]:
    """The positions of assertions known at a position, some at a time."""
    if places is not None:
        known = [place for place in places if place <= upto]
        yield from (known[start : start + PAGE] for start in range(0, len(known), PAGE))
        return
    last = 0
    while page := _places(engine, Condition("position > ? AND position <= ?", (last, upto)), PAGE):
        yield page
        last = page[-1]


def _places(engine: Engine, where: Condition, most: int) -> list[int]:
    sql = f"SELECT position FROM assertions WHERE {where.sql} ORDER BY position LIMIT {most}"  # noqa: S608
    return [place for (place,) in engine.file.connection.execute(sql, where.values)]


def _record(engine: Engine, place: int, as_of: int) -> dict[str, Any]:
    """The stored fields of the event that last recorded all of it; absent ones have defaults."""
    dossier = engine.ledger.dossier(place, as_of)
    return engine.fetch(dossier.record if dossier else place) or {}


def _passing(
    filters: Filters, by: frozenset[str], about: frozenset[str], articles: Collection[str]
) -> Passes:
    """The filters as one question of a standing."""
    acts = {act.lower() for act in filters.act}
    days = conditions.window(filters)

    def passes(one: Standing) -> bool:
        return (
            (not by or not by.isdisjoint(one.sides))
            and (not about or not about.isdisjoint(one.target_sides))
            and (not acts or one.act in acts or one.family in acts)
            and (not filters.topic or not set(filters.topic).isdisjoint(one.topics))
            and (not filters.source or one.article in articles)
            and (not filters.status or conditions.is_so(one, filters.status))
            and one.confidence >= filters.min_confidence
            and conditions.lies_in(When.parse(one.said), filters, days)
        )

    return passes
