"""Articles, occasions and actors of a store, as lists."""

import re
from collections import Counter
from json import loads
from typing import NamedTuple

from timeline.errors import NotFound
from timeline.query.occasions import Occasions
from timeline.query.values import ActorStanding, ArticleStanding, OccasionStanding
from timeline.replay.engine import Engine

NUMBER = re.compile(r"(\d{1,8})(?=[_.\- ])")
"""What a file's name begins with where files are numbered: `003_107764234a96fc29.txt`."""
SHORTEST = 4
COLUMNS = (
    "position, id, sha256, name, title, publisher, url, published, basis, rule, phrase,"
    " phrase_start, phrase_end, size, media_type, at, by, found, refused, findings"
)


class Short(NamedTuple):
    """An article, as briefly as it can be named here."""

    id: str
    sha256: str
    name: str
    short: str
    published: str


def shorts(engine: Engine, as_of: int | None = None) -> list[Short]:
    """All articles, in the order in which they came."""
    rows = engine.file.connection.execute(
        "SELECT id, sha256, name, published FROM articles WHERE position <= ? ORDER BY position",
        ((1 << 62) if as_of is None else as_of,),
    ).fetchall()
    numbers = [match[1] if (match := NUMBER.match(row[2])) else "" for row in rows]
    counts, starts = Counter(numbers), Counter(row[1][:SHORTEST] for row in rows)
    then = {} if as_of is None else _dated_then(engine, as_of)
    return [
        Short(
            row[0], row[1], row[2], _short(number, row[1], counts, starts), then.get(row[0], row[3])
        )
        for row, number in zip(rows, numbers, strict=True)
    ]


def _dated_then(engine: Engine, as_of: int) -> dict[str, str]:
    """When articles were published, as was held at a position, of those dated anew since."""
    sql = (
        "SELECT max(position) FROM turns"
        " WHERE subject = ? AND name = 'article-dated' AND position <= ?"
    )
    found = {}
    for article in {subject for _, _, subject in engine.ledger.turns(("article-dated",), as_of)}:
        (place,) = engine.file.connection.execute(sql, (article, as_of)).fetchone()
        event = place and engine.fetch(place)
        found[article] = (event["published"] if event else "") or "unknown"
    return found


def _short(number: str, sha256: str, counts: Counter[str], starts: Counter[str]) -> str:
    if number and counts[number] == 1:
        return number
    return sha256[:SHORTEST] if starts[sha256[:SHORTEST]] == 1 else sha256[:8]


def short(engine: Engine, word: str) -> list[Short]:
    """The articles whose short name is this."""
    return [one for one in shorts(engine) if one.short == word]


def sources(engine: Engine, wanted: tuple[str, ...], as_of: int | None) -> tuple[str, ...]:
    """Ids of the articles that words mean: short name, id, file, SHA-256, publisher.

    Raises: NotFound, for a word that means none.
    """
    held = shorts(engine, as_of)
    publishers = dict(engine.file.connection.execute("SELECT id, publisher FROM articles"))
    found: list[str] = []
    for word in wanted:
        ids = [
            one.id
            for one in held
            if word in (one.short, one.id, one.name)
            or publishers.get(one.id, "").casefold() == word.casefold()
            or (len(word) >= SHORTEST and one.sha256.startswith(word.lower()))
        ]
        if not ids:
            raise NotFound(f"There is no article “{word}”: `timeline articles` lists all.")
        found += ids
    return tuple(dict.fromkeys(found))


def articles(engine: Engine) -> list[ArticleStanding]:
    """All that is known of every article, in the order in which they came."""
    names = {one.id: one.short for one in shorts(engine)}
    notes: dict[str, list[str]] = {}
    for position, _, subject in engine.ledger.turns(("noted",)):
        event = engine.fetch(position)
        if event is not None and subject in names:
            notes.setdefault(subject, []).append(event["text"])
    rows = engine.file.connection.execute(f"SELECT {COLUMNS} FROM articles ORDER BY position")  # noqa: S608
    return [
        ArticleStanding._make(
            (
                *row[:4],
                names[row[1]],
                *row[4:18],
                *(tuple(loads(lists)) for lists in row[18:]),
                tuple(notes.get(row[1], ())),
            )
        )
        for row in rows
    ]


def article(engine: Engine, word: str) -> ArticleStanding:
    """The one article that a word means. Raises: NotFound, also for a word that means several."""
    first, *more = sources(engine, (word,), None)
    if more:
        raise NotFound(f"“{word}” is {len(more) + 1} articles: `timeline articles` lists all.")
    return next(one for one in articles(engine) if one.id == first)


def text(engine: Engine, article: str) -> str:
    """The stored text of an article; empty where it is not here, or was erased."""
    held = engine.chronicle.bytes_of(article)
    return held.content.decode("utf-8", "replace") if held else ""


def occasions(engine: Engine, held: Occasions) -> list[OccasionStanding]:
    """Every occasion that has a name, the most spoken of first."""
    counts = Counter(
        dict(
            engine.file.connection.execute(
                "SELECT occasion, count(*) FROM assertions WHERE occasion IS NOT NULL GROUP BY 1"
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


def actors(engine: Engine) -> list[ActorStanding]:
    """All that speak or are spoken of, with how often, the most frequent first."""
    directory = engine.who.as_of(engine.ledger.checkpoint()[0])
    by: Counter[str] = Counter()
    about: Counter[str] = Counter()
    for code, count in _counts(engine, "who"):
        _, name, role, body, kind = engine.casts.names(code)
        if name:
            by[directory.actor(name, role or None, body or None, kind)] += count
    for code, count in _counts(engine, "whom"):
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


def _counts(engine: Engine, column: str) -> list[tuple[int, int]]:
    sql = f"SELECT {column}, count(*) FROM assertions GROUP BY 1"  # noqa: S608 - our own name
    return engine.file.connection.execute(sql).fetchall()
