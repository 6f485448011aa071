"""Articles, occasions and actors of a store, as lists."""

from collections import Counter

from msgspec.json import decode

from timeline.errors import NotFound
from timeline.query import described, naming
from timeline.query.occasions import Occasions
from timeline.query.shorts import ShortNames
from timeline.query.sources import sources
from timeline.query.values import ActorStanding, ArticleStanding, OccasionStanding
from timeline.replay.engine import Engine
from timeline.views.condition import Condition
from timeline.views.positions import upto

COLUMNS = (
    "position, id, sha256, name, title, publisher, url, published, basis, rule, phrase,"
    " phrase_start, phrase_end, size, media_type, at, by, found, refused, findings"
)


def articles(
    engine: Engine, as_of: int | None = None, only: str | None = None
) -> list[ArticleStanding]:
    """All that is known of every article, or was at a position, in the order in which they came.

    With `only`, of the one that has this id.
    """
    known = Condition("position <= ?", (upto(as_of),))
    where = known if only is None else known & Condition("id = ?", (only,))
    rows = engine.file.connection.execute(
        f"SELECT {COLUMNS} FROM articles WHERE {where.sql} ORDER BY position",  # noqa: S608
        where.values,
    ).fetchall()
    names = ShortNames(engine, as_of)
    names.expected.update(row[1] for row in rows)
    notes: dict[str, list[str]] = {}
    for position, _, subject in engine.ledger.turns(("noted",), upto=as_of):
        if subject in names.expected and (event := engine.fetch(position)) is not None:
            notes.setdefault(subject, []).append(event["text"])
    then = {} if as_of is None else described.told(engine, as_of)
    return [
        ArticleStanding._make(
            (
                *row[:4],
                names[row[1]],
                *row[4:18],
                *(tuple(decode(lists)) for lists in row[18:]),
                tuple(notes.get(row[1], ())),
            )
        )._replace(**then.get(row[1], {}))
        for row in rows
    ]


def article(engine: Engine, word: str, as_of: int | None = None) -> ArticleStanding:
    """The one article that a word means, as it was at a position.

    Raises: NotFound, also for a word that means several.
    """
    first, *more = _meant(engine, word, as_of)
    if more:
        raise NotFound(f"“{word}” is {len(more) + 1} articles: `timeline articles` lists all.")
    (found,) = articles(engine, as_of, only=first)
    return found


def _meant(engine: Engine, word: str, as_of: int | None) -> tuple[str, ...]:
    try:
        return sources(engine, (word,), as_of)
    except NotFound:
        if as_of is None:
            raise
    later = article(engine, word)
    raise NotFound(f"“{word}” was not held yet at #{as_of}: it was added at #{later.position}.")


def text(engine: Engine, article: str) -> str:
    """The stored text of an article; empty where it is not here, or was erased."""
    held = engine.chronicle.bytes_of(article)
    return held.content.decode("utf-8", "replace") if held else ""


def count(engine: Engine, as_of: int | None = None) -> int:
    """How many assertions are recorded."""
    sql = "SELECT count(*) FROM assertions WHERE position <= ?"
    return int(engine.file.connection.execute(sql, (upto(as_of),)).fetchone()[0])


def occasions(engine: Engine, held: Occasions, as_of: int | None = None) -> list[OccasionStanding]:
    """Every occasion that has a name, the most spoken of first; dated as `held` has it."""
    counts = Counter(
        dict(
            engine.file.connection.execute(
                "SELECT occasion, count(*) FROM assertions WHERE occasion IS NOT NULL"
                " AND +position <= ? GROUP BY 1",
                (upto(as_of),),
            )
        )
    )
    found = []
    for key in dict.fromkeys([*counts, *held.dated()]):
        date = held.held(key)
        basis = "person" if date.person else "article" if date.sources else "unknown"
        found.append(
            OccasionStanding(key, held.name(key), date.when.text, basis, date.sources, counts[key])
        )
    return sorted(found, key=lambda one: (-one.assertions, one.key))


def actors(engine: Engine, as_of: int | None = None) -> list[ActorStanding]:
    """All that speak or are spoken of, with how often, the most frequent first.

    As of a position: in what was recorded by then, under the names that they had then.
    """
    directory = naming.directory(engine, as_of)
    by: Counter[str] = Counter()
    about: Counter[str] = Counter()
    for code, count in _counts(engine, "who", as_of):
        _, name, role, body, kind = engine.casts.names(code)
        if name:
            by[directory.actor(name, role or None, body or None, kind)] += count
    for code, count in _counts(engine, "whom", as_of):
        names = engine.casts.names(code)
        for actor in {directory.actor(name) for name in names[1 : names.index("")]}:
            about[actor] += count
    found = [
        ActorStanding(
            name, directory.kind(name), tuple(directory.aliases(name)), by[name], about[name]
        )
        for name in by.keys() | about.keys()
    ]
    return sorted(found, key=lambda one: (-one.by - one.about, one.name))


def _counts(engine: Engine, column: str, as_of: int | None) -> list[tuple[int, int]]:
    upto = "" if as_of is None else f" WHERE position <= {as_of:d}"  # of all, the index tells
    sql = f"SELECT {column}, count(*) FROM assertions{upto} GROUP BY 1"  # noqa: S608 - our own name
    return engine.file.connection.execute(sql).fetchall()
