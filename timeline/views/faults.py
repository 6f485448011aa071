"""What SQLite complains of in a views file, told in our words: what failed, and what to do."""

import sqlite3
from pathlib import Path

from timeline.errors import StoreLocked, ViewError

SAID = (
    ("locked", "{name} is being written by another process; try again when that is done."),
    ("busy", "{name} is being written by another process; try again when that is done."),
    (
        "too little room",
        "The disk that holds {name} has too little room left; the views stand as they stood.",
    ),
    ("is full", "The disk that holds {name} is full; the views stand as they stood."),
    ("disk I/O", "{name} cannot be read or written ({fault}); the views stand as they stood."),
    ("readonly", "{name} cannot be written: it, or its folder, is read-only."),
    ("unable to open", "{name} cannot be opened."),
)
"""By a part of SQLite's own words."""


class Damaged(ViewError):
    """The file is not as we wrote it; it may be thrown away."""

    def __init__(self, path: Path, fault: Exception) -> None:
        self.fault = fault
        super().__init__(f"{path} is damaged ({fault}): delete it and ask again; it is built anew.")


def told(path: Path, fault: sqlite3.Error | UnicodeDecodeError) -> ViewError | StoreLocked:
    """Put a fault of a views file into one sentence; Damaged for what no circumstance explains."""
    while isinstance(fault.__context__, sqlite3.Error):  # what went wrong first led to all others
        fault = fault.__context__
    for part, sentence in SAID:
        if part in str(fault):
            kind = StoreLocked if part in ("locked", "busy") else ViewError
            return kind(sentence.format(name=path.name, fault=fault))
    return Damaged(path, fault)
