"""The library's SQLite connections, with the settings that it leaves to chance pinned."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from eventsourcing.sqlite import (
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

from timeline.chronicle.address import Address, pragmas


class Immediate(SQLiteTransaction):
    """A transaction that takes the lock for writing before it reads."""

    def __enter__(self) -> SQLiteCursor:
        """Begin; a deferred one fails at once when another writer commits after its first read."""
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        return cursor


class PinnedConnection(SQLiteConnection):
    """A connection whose writing transactions are immediate."""

    immediate = True

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        """Open a transaction; reading ones stay deferred, so readers never wait."""
        kind = Immediate if commit and self.immediate else SQLiteTransaction
        with kind(self, commit=commit) as cursor, cursor:
            yield cursor


class PinnedPool(SQLiteConnectionPool):
    """A pool that makes every connection alike: pragmas on one would bind one of fifteen."""

    def __init__(self, address: Address) -> None:
        self.address = address
        super().__init__(db_name=address.uri, lock_timeout=max(1, round(address.patience)))
        # A store that cannot be written cannot be asked to change its journal either.
        self.is_journal_mode_wal = not address.writable

    def _create_connection(self) -> SQLiteConnection:
        made = super()._create_connection()
        raw = made._sqlite_conn  # noqa: SLF001 — the library offers no hook for pragmas
        for pragma in pragmas(self.address):
            raw.execute(f"PRAGMA {pragma}")
        connection = PinnedConnection(raw, max_age=self.max_age)
        connection.immediate = self.address.hardening.immediate
        return connection


class PinnedDatastore(SQLiteDatastore):
    """The library's datastore on a pinned pool, with stream ids as text."""

    def __init__(self, address: Address) -> None:
        # The library's own pool connects when first used: this one never is.
        super().__init__(address.uri, originator_id_type="text")
        self.address = address
        self.pool = PinnedPool(address)


def raw(connection: SQLiteConnection) -> sqlite3.Connection:
    """Give the connection of the standard library below one of the library's."""
    return connection._sqlite_conn  # noqa: SLF001 — for the backup API, which it does not pass on
