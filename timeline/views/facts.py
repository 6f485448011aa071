"""The tables of a views file as they are the same from file to file: codes told as their lists."""

# ruff: noqa: S608 - nothing enters a statement but our own names

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import DecodeError
from msgspec.json import decode

from timeline.views.differing import Row
from timeline.views.positions import EVER
from timeline.views.rows import Rows

PARTS = ("rows_", "past_", "words_", "sqlite_")
"""What tables of builds and of the index of words are named like, and SQLite's own."""


class Facts(NamedTuple):
    """A table of the ledger, told by value."""

    table: str
    sql: str
    """Sorted by its key; `:settled` is where decisions are not resolved any more."""
    width: int = 1
    """How many columns make the key."""
    placed: bool = True
    """Whether a key begins with a position."""


_CASTS = "LEFT JOIN casts w ON w.code = t.who LEFT JOIN casts m ON m.code = t.whom"
# What only a later reading found is noted when decisions are resolved, and is among the turns.
_RESOLVED = "t.position <= :settled OR t.position NOT IN (SELECT position FROM turns)"
FACTS = (
    Facts(
        "assertions",
        "SELECT t.position, t.id, t.handle, w.value, m.value, t.occasion"
        f" FROM assertions t {_CASTS} WHERE {_RESOLVED} ORDER BY t.position",
    ),
    Facts(
        "dossiers",
        "SELECT t.position, t.since, t.record, t.status, t.checked_by, t.decided, t.said, t.basis,"
        f" t.about, w.value, m.value, t.links FROM dossiers t {_CASTS}"
        " WHERE t.since <= :settled ORDER BY t.position, t.since",
        2,
    ),
    Facts("turns", "SELECT * FROM turns ORDER BY position"),
    Facts("articles", "SELECT * FROM articles ORDER BY position"),
    Facts("occasions", "SELECT * FROM occasions ORDER BY position"),
    Facts("casts", "SELECT value FROM casts ORDER BY value", placed=False),
    Facts(
        "casts_members",
        "SELECT m.name, c.value FROM casts_members m LEFT JOIN casts c USING (code)"
        " ORDER BY m.name, c.value",
        2,
        placed=False,
    ),
)


def told(connection: sqlite3.Connection, facts: Facts, settled: int = EVER) -> Iterator[Row]:
    """The rows of a table of the ledger, with decisions that were resolved up to a position."""
    return connection.execute(facts.sql, {"settled": settled})


def rows_told(rows: Rows, *, past: bool = False) -> Iterator[Row]:
    """The rows of a build, or those that once held; the whole entry comes last.

    A code that is none, or not an integer, by which no list is found, is told as NULL.
    """
    codec = rows.codec
    numbered = codec.numbered
    keys = ("position", "since") if past else ("position",)
    plain = [name for name in codec.written if name not in numbered and name not in keys]
    plain[:0] = ["until"] if past else []
    columns = [f'r."{name}"' for name in keys]
    columns += [
        f"CASE typeof(r.\"{name}\") WHEN 'integer' THEN {name}_.value END" for name in numbered
    ]
    columns += [f'r."{name}"' for name in plain]
    joined = " ".join(f'LEFT JOIN lists {name}_ ON {name}_.code = r."{name}"' for name in numbered)
    order = ", ".join(f"r.{name}" for name in keys)
    return rows.connection.execute(
        f"SELECT {', '.join(columns)} FROM {rows.past if past else rows.live} r {joined}"
        f" ORDER BY {order}"
    )


def members(connection: sqlite3.Connection) -> Iterator[Row]:
    """By which names lists are found: code, name."""
    return connection.execute("SELECT code, name FROM lists_members ORDER BY code, name")


def members_due(connection: sqlite3.Connection) -> Iterator[Row]:
    """By which names lists must be found: by all that they hold."""
    for code, value in connection.execute("SELECT code, value FROM lists ORDER BY code"):
        try:
            names = sorted({str(name) for name in decode(value)})
        except (DecodeError, TypeError):
            names = []
        yield from ((code, name) for name in names)


def strange(stored: sqlite3.Connection, fresh: sqlite3.Connection) -> Iterator[str]:
    """What the file is made of otherwise than a fresh one: names of tables, triggers, views."""
    sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
    held = dict(stored.execute(sql).fetchall())
    for name, made in fresh.execute(sql):
        if not name.startswith(PARTS) and held.get(name) != made:
            yield name
    more = (
        "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"
        " OR type = 'index' AND sql LIKE 'CREATE UNIQUE %'"
    )
    yield from (name for (name,) in stored.execute(more))
