"""Which articles a word means: a short name, an id, a file, the start of a SHA-256, a publisher."""

from collections.abc import Sequence

from timeline.errors import NotFound
from timeline.query import described
from timeline.query.conditions import Condition, marks, one_of
from timeline.query.shorts import LAST, SHORTEST, short
from timeline.replay.engine import Engine

FEW = 100
"""Articles that are looked up one by one; of more of them a view is gone through."""


def within(engine: Engine, articles: Sequence[str]) -> Condition:
    """That a row is of one of these articles; of a few of them, as their handles tell it."""
    found = one_of("article", articles or ("",))
    if not 0 < len(articles) <= FEW:
        return found
    sql = f"SELECT substr(sha256, 1, 8) FROM articles WHERE id IN ({marks(articles)})"  # noqa: S608
    starts = [start for (start,) in engine.file.connection.execute(sql, articles)]
    if not all(starts):  # the admission of one was erased
        return found
    ranges = " OR ".join(["handle >= ? AND handle < ?"] * len(starts))
    ends = tuple(end for start in starts for end in (f"{start}@", f"{start}@{LAST}"))
    inner = f"SELECT position FROM assertions WHERE {ranges}"  # noqa: S608 - as above
    return found & Condition(f"position IN ({inner})", ends)


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
    start = word.lower() if len(word) >= SHORTEST else LAST
    named = engine.file.connection.execute(
        "SELECT position, id FROM articles WHERE id = ?1 OR name = ?1"
        " OR sha256 >= ?2 AND sha256 < ?3",
        (word, start, start + LAST),
    )
    upto = described.upto(as_of)
    places = {id_: position for position, id_ in named if position <= upto}
    for id_ in ids - places.keys():
        sql = "SELECT position FROM articles WHERE id = ?"
        places[id_] = engine.file.connection.execute(sql, (id_,)).fetchone()[0]
    return sorted(places, key=places.__getitem__)
