"""A backup: a copy of an open store, which copying its file is not."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.chronicle.faults import in_our_words
from timeline.chronicle.glance import glance
from timeline.chronicle.naming import name_it
from timeline.errors import StoreError

if TYPE_CHECKING:
    from timeline.chronicle.chronicle import Chronicle


def backup(chronicle: "Chronicle", path: Path) -> int:
    """Copy a store through SQLite's backup API; see `Chronicle.backup`."""
    if path.exists():
        raise StoreError(f"{path} is there already, and a backup replaces nothing")
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent} for a backup")
    least = chronicle.head()
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with in_our_words(path):
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with closing(sqlite3.connect(draft)) as copy:
                chronicle.library.recorder.copy_to(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            head = _checked(draft, least, path)
            if not name_it(draft, path):
                raise StoreError(f"{path} is there already, and a backup replaces nothing")
    finally:
        draft.unlink(missing_ok=True)
    return head


def _checked(draft: Path, least: int, path: Path) -> int:
    with closing(sqlite3.connect(draft)) as copy:
        said = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        raise StoreError(f"the backup {path} would be damaged ({said}); it was not kept")
    head = glance(draft).head
    if head < least:
        raise StoreError(f"the backup {path} would end at {head}, not {least}; it was not kept")
    return head
