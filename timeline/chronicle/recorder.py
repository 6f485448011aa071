"""The library's SQLite recorder, lean: text ids, one statement a batch, tuples for rows."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor

from timeline.chronicle.connection import PinnedDatastore, raw
from timeline.chronicle.schema import statements
from timeline.chronicle.values import ArticleBytes, Recorded, State

COLUMNS = "rowid, originator_id, originator_version, topic, state"


_as_recorded = cast("Callable[[object], Recorded]", partial(tuple.__new__, Recorded))
"""As `Recorded._make`, without its Python: replay makes one of each row."""


class Behind(Exception):
    """A stream is not at the version that a batch was decided on; told as a `Conflict`."""

    def __init__(self, stream: str, expected: int, actual: int) -> None:
        super().__init__(stream, expected, actual)
        self.stream, self.expected, self.actual = stream, expected, actual


class LeanRecorder(SQLiteApplicationRecorder):
    """Stores and selects events; the library's own way of reading them works on it too."""

    def __init__(self, datastore: PinnedDatastore) -> None:
        self.hardening = datastore.address.hardening
        super().__init__(datastore)
        self.insert_events_statement = (
            f"INSERT INTO {self.events_table_name} "  # noqa: S608 — no word of it comes from outside
            "(originator_id, originator_version, topic, state) VALUES (?, ?, ?, ?)"
        )

    def construct_create_table_statements(self) -> list[str]:
        """Give the statements that make a new store."""
        return list(statements(self.hardening))

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        expected: Mapping[str, int] = {},
        articles: Sequence[ArticleBytes] = (),
        store_format: int = 1,
        **_: Any,  # noqa: ANN401 — the library's signature
    ) -> Sequence[int]:
        for stream, version in expected.items():
            if (actual := self._version(c, stream)) != version:
                raise Behind(stream, version, actual)
        self._raise_format(c, store_format)
        *rows, last = [
            (s.originator_id, s.originator_version, s.topic, s.state) for s in stored_events
        ]
        if rows:
            c.executemany(self.insert_events_statement, rows)
        c.execute(self.insert_events_statement, last)
        # One writer at a time, and AUTOINCREMENT counts on from the last: no gap in a batch.
        head = c.lastrowid
        if articles:
            c.executemany("INSERT INTO article_bytes VALUES (?, ?, ?)", articles)
        return range(head - len(rows), head + 1)

    def _raise_format(self, c: SQLiteCursor, needed: int) -> None:
        """Mark the store for older programs, when it first holds what they cannot read."""
        c.execute("PRAGMA user_version")
        if needed > c.fetchone()[0]:
            c.execute(f"PRAGMA user_version = {needed:d}")

    def stream_version(self, stream: str) -> int:
        """Tell the version of a stream's last event; 0 if it has none."""
        with self.datastore.transaction(commit=False) as c:
            return self._version(c, stream)

    def _version(self, c: SQLiteCursor, stream: str) -> int:
        c.execute(
            f"SELECT max(originator_version) FROM {self.events_table_name} "  # noqa: S608
            "WHERE originator_id = ?",
            (stream,),
        )
        return c.fetchone()[0] or 0

    def rows(self, where: str, params: Sequence[object], limit: int = -1) -> list[Recorded]:
        """Select stored events as tuples, in the order of their positions.

        Args:
            where: a condition of SQL, written here in the chronicle.
            params: the values of its question marks.
            limit: at most so many; -1 for all.
        """
        with self.datastore.transaction(commit=False) as c:
            c.sqlite_cursor.row_factory = (
                None  # the library's rows are found by name, at four times the cost
            )
            c.execute(
                f"SELECT {COLUMNS} FROM {self.events_table_name} "  # noqa: S608
                f"WHERE {where} ORDER BY rowid LIMIT ?",
                (*params, limit),
            )
            return list(map(_as_recorded, c.sqlite_cursor))

    def states(self, kind: str, after: int, upto: int, page: int) -> Iterator[list[State]]:
        """Select what a replay asks of the events of one kind, in the order of their positions.

        Two columns less, and no row that is not asked for, take two thirds of the time of `rows`.
        """
        with self.datastore.transaction(commit=False) as c:
            c.sqlite_cursor.row_factory = None
            c.execute(
                f"SELECT rowid, topic, state FROM {self.events_table_name} "  # noqa: S608
                "WHERE rowid > ? AND rowid <= ? AND topic >= ? AND topic < ? "
                "AND state IS NOT NULL ORDER BY rowid",
                (after, upto, f"{kind}.", f"{kind}/"),
            )
            while some := c.sqlite_cursor.fetchmany(page):
                yield some

    def streams(self, prefix: str) -> list[str]:
        """Select the names of streams that begin so, in the order of their first events."""
        with self.datastore.transaction(commit=False) as c:
            c.sqlite_cursor.row_factory = None
            c.execute(
                f"SELECT originator_id FROM {self.events_table_name} "  # noqa: S608
                "WHERE originator_id >= ? AND originator_id < ? AND originator_version = 1 "
                "ORDER BY rowid",
                (prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)),
            )
            return [name for (name,) in c.fetchall()]

    def bytes_of(self, article: str) -> ArticleBytes | None:
        """Select an article's bytes and salt."""
        with self.datastore.transaction(commit=False) as c:
            c.sqlite_cursor.row_factory = None
            c.execute("SELECT * FROM article_bytes WHERE article = ?", (article,))
            row = c.fetchone()
            return ArticleBytes(*row) if row else None

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy the whole store, as it is at one instant, into another database."""
        with self.datastore.get_connection(commit=False) as connection:
            raw(connection).backup(target)
