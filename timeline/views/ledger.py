"""The ledger: what the fold has to know beyond an event itself, each fact with its position.

It only ever grows, so that one table answers for now and for any position before: the fold of
a replay that began anew reads it as of the event that it is at.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec.json import encode

from timeline.terms import Basis, Status
from timeline.views.chunks import chunked, marks
from timeline.views.connecting import going_through
from timeline.views.positions import upto as up_to
from timeline.views.schema import INDEXES


class Dossier(NamedTuple):
    """How an assertion stands after somebody, or a later reading, came back to it."""

    position: int
    """Of its first event."""
    since: int
    record: int
    """Of the event that holds the whole of it as it stands."""
    status: Status
    checked_by: str | None
    decided: int
    """1 accepted, rejected or retracted; 2 corrected; 4 dated by a person; a sum of these."""
    said: str | None
    """Set where it was dated apart from its record."""
    basis: Basis | None
    about: str | None
    """Set where what it speaks of was dated apart from its record."""
    who: int
    whom: int
    links: str = ""
    """What a person linked it to: a line each, relation, space, the other's id; in their order."""


class Learnt(NamedTuple):
    """An assertion's row: its first event, and the numbers of the lists of its names."""

    position: int
    id: str
    handle: str
    who: int
    whom: int
    occasion: str | None


class Ledger:
    """The tables of facts in a views file; whoever writes holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    # How far it goes.
    def checkpoint(self) -> tuple[int, int, bool]:
        """Learnt up to, decisions resolved up to, whether the indexes stand."""
        row = self._one("SELECT position, settled, indexed FROM ledger")
        return int(row[0]), int(row[1]), bool(row[2])

    def tip(self) -> str:
        """Which event stood at the checkpoint."""
        return str(self._one("SELECT tip FROM ledger")[0])

    def advance(self, before: int, after: int, tip: str) -> bool:
        """Move the checkpoint by compare-and-set: False if somebody else moved it."""
        cursor = self.connection.execute(
            "UPDATE ledger SET position = ?, tip = ? WHERE position = ?", (after, tip, before)
        )
        return cursor.rowcount == 1

    def settled(self, position: int) -> None:
        """Note that all decisions up to here are resolved."""
        self.connection.execute("UPDATE ledger SET settled = ?", (position,))

    def index(self) -> None:
        """Make the indexes; a bulk load goes without."""
        with going_through(self.connection):
            for statement in INDEXES.split(";"):
                self.connection.execute(statement)
        self.connection.execute("UPDATE ledger SET indexed = 1")

    # Facts in.
    def learn(self, assertions: Sequence[Learnt], turns: Iterable[tuple[int, str, str]]) -> None:
        """Note first events of assertions, and all other events by what they are about."""
        self.connection.executemany("INSERT INTO assertions VALUES (?, ?, ?, ?, ?, ?)", assertions)
        self.connection.executemany("INSERT INTO turns VALUES (?, ?, ?)", turns)

    def settle(self, dossier: Dossier) -> None:
        """Note how an assertion stands from here on."""
        self.connection.execute(
            "INSERT OR REPLACE INTO dossiers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", dossier
        )

    def tick(self, position: int, at: str) -> str:
        """Note the latest instant up to a position; give the running maximum."""
        latest = max(at, self.now())
        self.connection.execute("INSERT OR REPLACE INTO clock VALUES (?, ?)", (position, latest))
        return latest

    # Facts out.
    def now(self) -> str:
        """The running maximum of instants at the checkpoint."""
        row = self._one("SELECT at FROM clock ORDER BY position DESC LIMIT 1")
        return str(row[0]) if row else ""

    def clock(self, at: str) -> int:
        """The last noted position whose running maximum is not later than an instant; 0 if none."""
        row = self._one(
            "SELECT position FROM clock WHERE at <= ? ORDER BY position DESC LIMIT 1", at
        )
        return int(row[0]) if row else 0

    def dossier(self, position: int, as_of: int | None = None) -> Dossier | None:
        """How an assertion stood, if anybody ever came back to it."""
        row = self._one(
            "SELECT * FROM dossiers WHERE position = ? AND since <= ? ORDER BY since DESC LIMIT 1",
            position,
            up_to(as_of),
        )
        return Dossier._make(row) if row else None

    def dossiers(self, positions: Sequence[int]) -> dict[int, list[Dossier]]:
        """All that was ever noted of these assertions, each oldest first."""
        found: dict[int, list[Dossier]] = {position: [] for position in positions}
        sql = "SELECT * FROM dossiers WHERE position IN ({}) ORDER BY position, since"
        for row in chunked(self.connection, sql, positions):
            found[row[0]].append(Dossier._make(row))
        return found

    def positions(self, assertions: Sequence[str]) -> dict[str, int]:
        """The positions of first events by id; one that is unknown is left out."""
        sql = "SELECT id, position FROM assertions WHERE id IN ({})"
        return dict(chunked(self.connection, sql, assertions))

    def position(self, assertion: str) -> int | None:
        """The position of an assertion's first event, by its id."""
        row = self._one("SELECT position FROM assertions WHERE id = ?", assertion)
        return int(row[0]) if row else None

    def learnt(self, position: int) -> Learnt | None:
        """An assertion's row."""
        row = self._one("SELECT * FROM assertions WHERE position = ?", position)
        return Learnt._make(row) if row else None

    def touching(self, codes: Sequence[int], before: int) -> Iterator[int]:
        """Positions of assertions first recorded before, that name what is in these lists.

        In their order, one by one: a name can stand in most assertions that there are.
        """
        asked = " UNION ".join(
            f"SELECT position FROM {table} WHERE position < ?2 AND {column} IN"  # noqa: S608 - ours
            " (SELECT value FROM json_each(?1))"
            for table in ("assertions", "dossiers")
            for column in ("who", "whom")
        )
        values = encode(list(codes)).decode(), before
        for (position,) in self.connection.execute(f"{asked} ORDER BY position", values):
            yield position

    def turns(
        self, names: Sequence[str], after: int = 0, upto: int | None = None
    ) -> list[tuple[int, str, str]]:
        """Events of these kinds after a position: position, name, subject.

        Args:
            names: kinds, stored names without the version: `actor-defined`.
            after: the last position already known.
            upto: the last to tell; None for all.
        """
        return self.connection.execute(
            "SELECT * FROM turns WHERE position > ? AND position <= ?"  # noqa: S608 - ours
            f" AND name IN ({marks(names)}) ORDER BY +position",  # `+`: found by kind, then sorted
            (after, up_to(upto), *names),
        ).fetchall()

    def decisions(self, after: int, upto: int) -> list[tuple[int, int]]:
        """What dossiers note in a stretch of positions: since when, and of which assertion."""
        return self.connection.execute(
            "SELECT since, position FROM dossiers WHERE since > ? AND since <= ? ORDER BY since",
            (after, upto),
        ).fetchall()

    def last(self, subject: str, name: str, upto: int) -> int | None:
        """The position of the last event of a kind about a subject, up to a position."""
        row = self._one(
            "SELECT max(position) FROM turns WHERE subject = ? AND +name = ? AND position <= ?",
            subject,
            name,
            upto,
        )
        return None if row is None else row[0]

    def about(self, subject: str) -> list[int]:
        """Positions of all later events about a subject."""
        sql = "SELECT position FROM turns WHERE subject = ? ORDER BY position"
        return [row[0] for row in self.connection.execute(sql, (subject,))]

    def _one(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - a row, or None
        return self.connection.execute(sql, values).fetchone()
