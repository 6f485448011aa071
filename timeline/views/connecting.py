"""Connections to a views file, all made alike; a file that is new gets its tables."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.errors import ViewError
from timeline.views.schema import APPLICATION, FORMAT, TABLES

CACHE = 16_384
"""KiB of pages that SQLite keeps: enough for the inner pages at 10^7 rows."""
ONCE = 1024
"""KiB kept where a table is gone through once: pages used again at once stay in the processor's
cache, and what is sorted in memory is no more either. Indexes then take two thirds of the time."""

PAGE = 16_384
"""Bytes of a page: an entry has some 600, and a replay writes fewer of them."""


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection, and whether the file can be written.

    Raises:
        ViewError: it cannot be opened, nor made.
        sqlite3.DatabaseError: it is no database, or another process holds it.
    """
    where, writable = _where(path)
    if not writable and not path.exists():
        raise ViewError(f"{path.name} cannot be made here.")
    if writable and path.name != ":memory:":
        with suppress(OSError):  # it holds what the record holds, which nobody else may read
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        connection = sqlite3.connect(where, timeout=5, isolation_level=None, uri=True)
    except sqlite3.OperationalError as fault:
        raise ViewError(f"{path} cannot be opened: {fault}.") from fault
    try:
        return connection, _prepared(connection, writable=writable)
    except BaseException:
        connection.close()
        raise


@contextmanager
def going_through(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep few pages: whole tables are gone through, and none of their pages comes again."""
    connection.execute(f"PRAGMA cache_size = -{ONCE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = -{CACHE}")


def format_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is, and of which format."""
    return (
        connection.execute("PRAGMA application_id").fetchone()[0],
        connection.execute("PRAGMA user_version").fetchone()[0],
    )


def _prepared(connection: sqlite3.Connection, *, writable: bool) -> bool:
    connection.execute("PRAGMA trusted_schema = OFF")
    ready = writable and _made(connection)
    # Last: SQLite counts pages by their size as it is now, and would keep four times as many.
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    return ready


def _made(connection: sqlite3.Connection) -> bool:
    """See to it that a file has its tables; whether it can be written."""
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")  # of a file that is new
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        # What a power cut takes from a view, the chronicle gives back.
        connection.execute("PRAGMA synchronous = NORMAL")
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            _create(connection)
    except sqlite3.OperationalError as fault:
        if "readonly" not in str(fault):
            raise
        return False
    return True


def _where(path: Path) -> tuple[str, bool]:
    """The address to open it at, and whether it can be written there, or made."""
    if path.name == ":memory:":
        return ":memory:", True
    address = path.resolve().as_uri()
    if os.access(path.parent, os.W_OK) and (os.access(path, os.W_OK) or not path.exists()):
        return f"{address}?mode=rwc", True
    # Without a log beside it nothing can change: SQLite then needs no lock nor file of its own.
    log = path.with_name(f"{path.name}-wal")
    still = not (log.exists() and log.stat().st_size)
    return f"{address}?mode=ro{'&immutable=1' * still}", False


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
