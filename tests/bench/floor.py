"""The floor: what SQLite and a JSON decoder take for the same bytes, with nothing between."""

import sqlite3
from pathlib import Path

from pydantic_core import from_json

PAGE = 1000


def floor(store: Path, target: Path) -> int:
    """Read states by position in pages, decode each, write (position, state) rows.

    Args:
        store: a store's file.
        target: a new file for the rows.

    Returns:
        How many events there were.
    """
    source = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    rows = sqlite3.connect(target, isolation_level=None)
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = NORMAL")
    rows.execute("CREATE TABLE rows (position INTEGER PRIMARY KEY, state BLOB)")
    select = "SELECT rowid, state FROM stored_events WHERE rowid > ? ORDER BY rowid LIMIT ?"
    position = count = 0
    while page := source.execute(select, (position, PAGE)).fetchall():
        for _, state in page:
            from_json(state)
        rows.execute("BEGIN")
        rows.executemany("INSERT INTO rows VALUES (?, ?)", page)
        rows.execute("COMMIT")
        position = page[-1][0]
        count += len(page)
    source.close()
    rows.close()
    return count
