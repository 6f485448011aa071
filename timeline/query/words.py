"""Search words: each is a word, whatever signs it holds; all must be there."""

import re
from functools import reduce
from itertools import chain, islice
from operator import and_
from typing import Any

from timeline.chronicle import Recorded, fields
from timeline.projection import searched
from timeline.projection.searching import ALIKE, APOSTROPHES, QUOTES
from timeline.query.conditions import SIDES
from timeline.replay.engine import Engine
from timeline.views.chunks import marks
from timeline.views.condition import Condition

SOUNDS = re.compile(r"\w")
FOUND = "SELECT rowid FROM words WHERE words MATCH ?"
MOST = 500
"""Actors that one word may be of: a question to SQLite takes so many."""
WORDED = ("speaker", "speaker_name", "asserted", "occasion")
LETTER = "ʼ"
"""An apostrophe that FTS5 takes for a letter; every other one parts words."""
AROUND = f".,;:!?…()[]{{}}\"'{QUOTES}{APOSTROPHES}"
LISTED = ("targets", "targets_name", "reporters")


def bare(text: str) -> str:
    """Search words without the signs around them, which are of a sentence and not of a word.

    >>> print(bare('"ballot stuffing", C++ R&D! don’t «U.S.» ""'))
    ballot stuffing C++ R&D don’t U.S
    """
    return " ".join(filter(None, (word.strip(AROUND) for word in text.split())))


def quoted(word: str) -> str:
    """A word as FTS5 takes it for nothing but a word, whatever apostrophe stands in it.

    >>> quoted("R&D"), quoted("C++")
    ('"R&D"', '"C++"')
    >>> print(quoted("don’t"))
    ("don't" OR "donʼt")
    """
    doubled = word.translate(ALIKE).replace('"', '""')
    lettered = doubled.replace("'", LETTER)
    return f'"{doubled}"' if lettered == doubled else f'("{doubled}" OR "{lettered}")'


def index(engine: Engine, upto: int) -> None:
    """Make words searchable up to a position: those of each assertion as recorded or corrected."""
    connection = engine.file.connection
    position = connection.execute("SELECT words FROM ledger").fetchone()[0]
    for page in engine.chronicle.pages(position, upto):
        with engine.file.transaction():
            held = connection.execute("SELECT words FROM ledger").fetchone()[0]
            if held != position:  # another process is at it: what it did stands
                return index(engine, upto)
            connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", _texts(page))
            position = page[-1].position
            connection.execute("UPDATE ledger SET words = ?", (position,))
    return None


def behind(engine: Engine, upto: int) -> bool:
    """Whether words up to a position are not all searchable yet."""
    (position,) = engine.file.connection.execute("SELECT words FROM ledger").fetchone()
    return bool(position < upto)


def _texts(page: list[Recorded]) -> list[tuple[int, str]]:
    texts = []
    for recorded in page:
        if recorded.name.startswith(("assertion-recorded.", "assertion-corrected.")):
            held = fields(recorded)
            if held is not None:
                texts.append((recorded.position, _text(held[1])))
    return texts


def _text(event: dict[str, Any]) -> str:
    words = [event.get(name) or "" for name in WORDED]
    for name in LISTED:
        words += event.get(name, ())
    return "\n".join(words)


def condition(engine: Engine, words: list[str], live: str = "") -> Condition:
    """That a row has all these words: in its text, or as the name of one of its actors.

    Args:
        engine: of the views.
        words: as typed.
        live: the table of the rows, where none but those that hold now are asked: positions are
            then told by indexes alone, and only rows that have all the words are looked at.
    """
    sounding = list(filter(SOUNDS.search, words))
    actors = _actors(engine, sounding)
    plain = " AND ".join(quoted(word) for word in sounding if not actors[word])
    asked = [(quoted(word), actors[word]) for word in sounding if actors[word]]
    asked += [(plain, [])] if plain else []
    if not live:
        return reduce(and_, (_in_rows(*one) for one in asked), Condition())
    found = [_positions(*one, live) for one in asked]
    if not found:
        return Condition()
    told = " INTERSECT ".join(f"SELECT * FROM ({one.sql})" for one in found)  # noqa: S608 - ours
    values = tuple(chain(*(one.values for one in found)))
    return Condition(f"position IN ({told})", values, narrow=True)


def in_a_row(text: str) -> Condition:
    """That an assertion has, or had before it was corrected, these words one after the other."""
    positions = _positions(quoted(text), [])
    return Condition(f"position IN ({positions.sql})", positions.values)


def _in_rows(text: str, actors: list[str]) -> Condition:
    positions = _positions(text, [])
    has = f"position IN ({positions.sql})"
    if not actors:
        return Condition(has, positions.values, narrow=True)
    inner = SIDES.format(marks(actors))
    return Condition(
        f"({has} OR sides IN ({inner}) OR target_sides IN ({inner}))",
        (*positions.values, *actors, *actors),
        narrow=True,
    )


def _positions(text: str, actors: list[str], live: str = "") -> Condition:
    """Assertions by their first event, or by the one that corrected it; or by their actors."""
    sql = f"{FOUND} UNION SELECT position FROM dossiers WHERE record IN ({FOUND})"  # noqa: S608
    for column in ("sides", "target_sides") if actors else ():
        inner = SIDES.format(marks(actors))
        sql += f" UNION ALL SELECT position FROM {live} WHERE {column} IN ({inner})"  # noqa: S608
    return Condition(sql, (text, text, *actors, *actors))


def _actors(engine: Engine, words: list[str]) -> dict[str, list[str]]:
    """Canonical names that are these words, or have them among theirs."""
    rows = (
        engine.file.connection.execute("SELECT DISTINCT name FROM lists_members") if words else ()
    )
    names = [(f" {searched(name)} ", name) for (name,) in rows]
    return {
        word: list(islice((name for told, name in names if f" {searched(word)} " in told), MOST))
        for word in words
    }


def superseded(engine: Engine, position: int, as_of: int | None, words: list[str]) -> bool:
    """Whether an assertion had these words only before it was corrected."""
    dossier = engine.ledger.dossier(position, as_of)
    if dossier is None or dossier.record == position:
        return False
    event = engine.fetch(dossier.record)
    text = searched(_text(event)) if event else ""
    before = searched(_text(engine.fetch(position) or {}))
    return any(word in before and word not in text for word in map(searched, words))
