"""The rows of one build of a view: those that hold, and those that once held."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from timeline.projection import Entry
from timeline.views.chunks import chunked, marks
from timeline.views.codec import (
    WHOLE,
    WHOLE_ENTRY,
    Codec,
    Columns,
    canonical,
    hexadecimal,
    weight,
)
from timeline.views.condition import ALL, Condition
from timeline.views.connecting import going_through
from timeline.views.moves import Moves

INDEXED = (
    ("place", "place, earliest, latest"),
    ("by", "sides, target_sides"),
    ("about", "target_sides"),
    ("moves", "moves"),
)
PARTIAL = {"moves": " WHERE moves <> 0"}


class Row(NamedTuple):
    """An entry and what the engine keeps of it."""

    entry: Entry
    since: int
    moves: Moves


class Ended(NamedTuple):
    """A row, and the position from which it no longer held."""

    row: Row
    until: int


class Rows:
    """Two tables: `rows_N` by position of the assertion, and `past_N` with intervals.

    `digest` is the sum of the weights of all live entries, modulo 2^256; whoever changes rows in
    a transaction that is rolled back sets it back.
    """

    def __init__(self, connection: sqlite3.Connection, build: int, codec: Codec) -> None:
        self.connection, self.codec = connection, codec
        self.live, self.past = f"rows_{build}", f"past_{build}"
        self.digest = 0
        self._own = f"since, moves, position, {WHOLE_ENTRY}"
        self._named = ", ".join(f'"{name}"' for name in codec.written)
        self._marks = marks(codec.written)

    def create(self) -> None:
        """Make the tables, empty."""
        columns = ", ".join(f'"{name}"' for name in self.codec.written if name != "position")
        self.connection.execute(
            f"CREATE TABLE {self.live} (position INTEGER PRIMARY KEY, {columns})"
        )
        self.connection.execute(
            f"CREATE TABLE {self.past} (position INTEGER, until INTEGER, {columns})"
        )

    def index(self) -> None:
        """Make the indexes; a bulk load goes without."""
        made = [
            f"{self.live}_{name} ON {self.live} ({columns}){PARTIAL.get(name, '')}"
            for name, columns in INDEXED
        ]
        with going_through(self.connection):
            for index in (*made, f"{self.past}_held ON {self.past} (position, since)"):
                self.connection.execute(f"CREATE INDEX IF NOT EXISTS {index}")

    def changed(self, first: int, last: int) -> list[int]:
        """Positions of assertions known at `first` whose rows changed after it, up to `last`."""
        sql = (
            f"SELECT position FROM {self.live} WHERE since > ?1 AND since <= ?2 AND position <= ?1"  # noqa: S608
            f" UNION SELECT position FROM {self.past} WHERE position <= ?1"
            " AND (since > ?1 AND since <= ?2 OR until > ?1 AND until <= ?2) ORDER BY 1"
        )
        return [row[0] for row in self.connection.execute(sql, (first, last))]

    def drop(self) -> None:
        """Delete the tables."""
        self.connection.execute(f"DROP TABLE IF EXISTS {self.live}")
        self.connection.execute(f"DROP TABLE IF EXISTS {self.past}")

    def count(self) -> int:
        """How many entries hold."""
        found = self.connection.execute(f"SELECT count(*) FROM {self.live}").fetchone()  # noqa: S608
        return int(found[0])

    def write(
        self, stored: Mapping[int, Row | None], now: Mapping[int, Row | None], ended: list[Ended]
    ) -> None:
        """Write what a page made of rows.

        Args:
            stored: rows as they are stored, by position; one that is not named is not stored.
            now: rows as they are to be stored; None for none.
            ended: rows that held for a while, to be kept as past.
        """
        gone = [row for position in now if (row := stored.get(position)) is not None]
        rows = [row for row in now.values() if row is not None]
        codec, total = self.codec, self.digest - weight(canonical([row.entry for row in gone]))
        if len(rows) < len(now):
            delete = f"DELETE FROM {self.live} WHERE position = ?"  # noqa: S608 - our own name
            nothing = [(position,) for position, row in now.items() if row is None]
            self.connection.executemany(delete, nothing)
        if ended:
            sql = f"INSERT INTO {self.past} ({self._named}, until) VALUES ({self._marks}, ?)"  # noqa: S608
            made = codec.coded(_columns(codec, [one.row for one in ended]))
            past = [(*row, one.until) for row, one in zip(made, ended, strict=True)]
            self.connection.executemany(sql, past)
        columns = _columns(codec, rows)
        self._put("INSERT OR REPLACE", columns)
        self.digest = (total + weight(columns[-1])) % WHOLE

    def add(self, pages: Iterable[Columns], share: int) -> None:
        """Write rows of assertions of which none is stored.

        Args:
            pages: of rows, each as `Codec.rows` makes it.
            share: of the digest, of all of them.
        """
        for columns in pages:
            self._put("INSERT", columns)
        self.digest = (self.digest + share) % WHOLE

    def _put(self, how: str, columns: Columns) -> None:
        sql = f"{how} INTO {self.live} ({self._named}) VALUES ({self._marks})"
        self.connection.executemany(sql, self.codec.coded(columns))

    def at(self, position: int) -> Row | None:
        """What is held of an assertion, by its position."""
        return self.many((position,))[position]

    def many(self, positions: Sequence[int]) -> dict[int, Row | None]:
        """What is held of assertions, by their positions."""
        found: dict[int, Row | None] = dict.fromkeys(positions)
        sql = f"SELECT {self._own} FROM {self.live} WHERE position IN ({{}})"  # noqa: S608 - ours
        for row in chunked(self.connection, sql, positions):
            found[row[2]] = self._row(row)
        return found

    def entries(self, where: Condition = ALL, as_of: int | None = None) -> Iterator[Row]:
        """Rows that meet a condition, sorted by (place, earliest, latest, position).

        Args:
            where: on the columns of `rows_N`.
            as_of: the position as of which; None for what holds now.
        """
        own, meets, values = self._own, where.sql, where.values
        # `+`: where another index finds them, that of the order is not to be gone through.
        order = f"ORDER BY {'+' if where.narrow else ''}place, earliest, latest, position"
        if as_of is None:
            sql = f"SELECT {own} FROM {self.live} WHERE {meets} {order}"  # noqa: S608 - ours
        else:
            held = f"{own}, place, earliest, latest"
            sql = (
                f"SELECT {own} FROM (SELECT {held} FROM {self.live}"  # noqa: S608 - ours
                f" WHERE since <= {as_of} AND {meets} UNION ALL SELECT {held} FROM {self.past}"
                f" WHERE since <= {as_of} AND until > {as_of} AND {meets}) {order}"
            )
            values += values
        yield from map(self._row, self.connection.execute(sql, values))

    def sealed(self, as_of: int) -> str:
        """The digest as it was at a position, in hexadecimal; it takes a pass over the rows."""
        sql = (
            f"SELECT {WHOLE_ENTRY} FROM {self.live} WHERE since <= ?1 UNION ALL"  # noqa: S608 - ours
            f" SELECT {WHOLE_ENTRY} FROM {self.past} WHERE since <= ?1 AND until > ?1"
        )
        return hexadecimal(weight(text for (text,) in self.connection.execute(sql, (as_of,))))

    def _row(self, found: Sequence[Any]) -> Row:
        since, moves, position, text, *_ = found
        return Row(self.codec.read(position, text), since, self.codec.moves(moves))


def _columns(codec: Codec, rows: Sequence[Row]) -> Columns:
    entries = [row.entry for row in rows]
    since, moves = [row.since for row in rows], [row.moves for row in rows]
    return codec.rows(entries, since, moves, canonical(entries))
