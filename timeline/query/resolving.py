"""What was typed, as a query: actors, topics and articles by the names by which they are kept."""

from collections.abc import Iterator

from timeline.errors import NotFound
from timeline.projection import Asked
from timeline.query import naming, refreshing, shelf, sources, words
from timeline.query.asking import Query
from timeline.query.lazy import Lazy
from timeline.query.occasions import Occasions
from timeline.query.shorts import Shorts
from timeline.query.values import Filters
from timeline.replay.engine import Engine, Kept
from timeline.views import Rows

ACTORS = frozenset({"WHO", "ABOUT", "ACTOR"})
"""Positional words of a command that name actors."""


def resolved(
    engine: Engine, kept: Kept, filters: Filters, typed: tuple[str, ...], articles: Shorts
) -> Query:
    """The query of a view that is meant by filters, and by the words of a command as typed.

    Raises: NotFound, for what means nobody and nothing, with what was perhaps meant.
    """
    name, as_of = kept.build.projection, articles.as_of
    projection = engine.projections[name]
    rows = engine.rows(name, kept.build, kept.seen)
    known = rows if kept.build.position == engine.ledger.checkpoint()[0] else None
    typed = tuple(
        (naming.canonical(engine, word, known, as_of) if word else word)
        if takes in ACTORS
        else words.bare(word)
        for word, takes in _taken(typed, projection.takes)
    )
    asked = Asked(
        words=typed,
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
    return Query(projection, rows, filters, asked, meant, as_of)


def topics(engine: Engine, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Topics as any of the views keeps them, for whoever asks no view. Raises: NotFound."""
    unknown: NotFound | None = None
    for name in engine.projections if typed else ():
        refreshing.catch_up(engine, name)
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
