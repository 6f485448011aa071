"""Which articles a word means: a short name, an id, a file, the start of a SHA-256, a publisher.

A file is meant with or without its suffix.
"""

from collections.abc import Sequence

from msgspec.json import encode

from timeline.errors import NotFound
from timeline.query import described
from timeline.query.shorts import HIGHEST, SHORTEST, short
from timeline.replay.engine import Engine
from timeline.views.condition import Condition
from timeline.views.positions import upto


def within(engine: Engine, articles: Sequence[str]) -> Condition:
    """That a row can be of one of these articles, as far as its handle tells.

    A handle begins like the article's SHA-256, which is not there where its admission was erased.
    """
    asked = encode(articles).decode()
    meant = "s.id IN (SELECT value FROM json_each(?))"
    erased = f"SELECT 1 FROM articles s WHERE {meant} AND s.sha256 = ''"  # noqa: S608 - ours
    if engine.file.connection.execute(erased, (asked,)).fetchone():
        return Condition()
    start = "substr(s.sha256, 1, 8)"
    handles = (
        f"SELECT a.position FROM articles s CROSS JOIN assertions a WHERE {meant}"  # noqa: S608
        f" AND a.handle >= {start} || '@' AND a.handle < {start} || '@{HIGHEST}'"
    )
    return Condition(f"position IN ({handles})", (asked,), narrow=True)


def sources(engine: Engine, wanted: tuple[str, ...], as_of: int | None) -> tuple[str, ...]:
    """Ids of the articles that words mean: short name, id, file, SHA-256, publisher.

    Raises: NotFound, for a word that means none.
    """
    found: list[str] = []
    for word in wanted:
        ids = _meant(engine, word, as_of)
        if not ids:
            raise NotFound(f"There is no article “{word}”: `timeline articles` lists all.")
        found += ids
    return tuple(dict.fromkeys(found))


def _meant(engine: Engine, word: str, as_of: int | None) -> list[str]:
    """In the order in which they came."""
    spelt = word.casefold()
    publishers = described.publishers(engine, as_of).items()
    ids = {id_ for id_, publisher in publishers if publisher.casefold() == spelt}
    ids |= short(engine, word, as_of).keys()
    start = word.lower() if len(word) >= SHORTEST else HIGHEST
    named = engine.file.connection.execute(
        "SELECT position, id FROM articles WHERE id = ?1 OR name = ?1"
        " OR name > ?1 || '.' AND name < ?1 || '/' OR sha256 >= ?2 AND sha256 < ?3",
        (word, start, start + HIGHEST),
    )
    last = upto(as_of)
    places = {id_: position for position, id_ in named if position <= last}
    for id_ in ids - places.keys():
        sql = "SELECT position FROM articles WHERE id = ?"
        places[id_] = engine.file.connection.execute(sql, (id_,)).fetchone()[0]
    return sorted(places, key=places.__getitem__)
