"""A look at a file before it is opened: is it a store, ours, not newer, and how far does it go?

It needs only the standard library, so that a reading command whose view is up to date starts
without the event store's own machinery.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from timeline.chronicle.address import Address, address, pragmas
from timeline.chronicle.faults import in_our_words
from timeline.chronicle.hardening import Hardening
from timeline.chronicle.schema import APPLICATION, FORMAT, faults
from timeline.chronicle.values import Recorded
from timeline.errors import StoreError, StoreMissing, StoreNewer


class Glance(NamedTuple):
    """What a store is, seen from outside."""

    head: int
    """The position of its last event; 0 if it has none."""
    format: int
    writable: bool


def glance(path: Path, patience: float = 5.0, hardening: Hardening = Hardening()) -> Glance:  # noqa: B008 — a frozen value
    """Look at a store.

    Args:
        path: of the store's file; never created.
        patience: seconds to wait for another process.
        hardening: only for tests.

    Raises:
        StoreMissing: there is no such file.
        StoreNewer: a newer version than this one has written to it.
        StoreLocked: another process holds it.
        StoreError: it is not a timeline store, or it is damaged.
    """
    with in_our_words(path):
        _refuse_what_is_no_database(path)
        where = address(path, patience, hardening)
        with closing(_connection(where)) as connection:
            return _seen(path, connection, where)


def events_at(where: Address, positions: Sequence[int]) -> list[Recorded]:
    """Read the events at these positions of a store that was looked at before, in their order."""
    sql = "SELECT rowid, originator_id, originator_version, topic, state FROM stored_events"
    marks = ",".join("?" * len(positions))
    with closing(_connection(where)) as connection:
        rows = connection.execute(f"{sql} WHERE rowid IN ({marks}) ORDER BY rowid", positions)
        return list(map(Recorded._make, rows))


def _connection(where: Address) -> sqlite3.Connection:
    connection = sqlite3.connect(where.uri, uri=True, timeout=where.patience)
    for pragma in pragmas(where):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _refuse_what_is_no_database(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a timeline store")
    try:
        # Never opened here: to close a file gives up all locks that this process holds on it, also
        # SQLite's own; another process then took our log for abandoned, and decisions were lost.
        size = path.stat().st_size
    except FileNotFoundError:
        raise StoreMissing(f"there is no timeline store at {path}") from None
    if not os.access(path, os.R_OK):
        raise StoreError(f"{path} may not be read by you")
    if not size:
        raise StoreError(f"{path} is an empty file, not a timeline store")


def _seen(path: Path, connection: sqlite3.Connection, where: Address) -> Glance:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise StoreError(f"{path} is an SQLite database, but not a timeline store")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > FORMAT:
        raise StoreNewer(
            f"{path} was written by a newer version (format {version}; this one reads up to"
            f" {FORMAT}); update timeline to open it"
        )
    if fault := faults(connection, where.hardening):
        raise StoreError(f"{path} is not as timeline made it: {fault}; go back to a backup")
    head = connection.execute("SELECT max(rowid) FROM stored_events").fetchone()[0] or 0
    return Glance(head, version, where.writable)
