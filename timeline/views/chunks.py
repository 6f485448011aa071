"""Questions about many values, asked in chunks: SQLite takes only so many at once."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

CHUNK = 500
"""Values in one question: SQLite takes 999 at least."""


def marks(values: Sequence[object]) -> str:
    """As many question marks."""
    return ",".join("?" * len(values))


def chunked(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> Iterator[Any]:
    """The rows of a question about many values; `{}` in it stands for their marks."""
    for start in range(0, len(values), CHUNK):
        some = values[start : start + CHUNK]
        yield from connection.execute(sql.format(marks(some)), some)
