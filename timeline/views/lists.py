"""Lists of names under one number each: a million assertions share a few thousand of them."""

# ruff: noqa: S608 - nothing enters a statement but the names of our two tables

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec.json import decode, encode

from timeline.views.chunks import chunked

KEPT = 30_000
"""Lists kept in memory; beyond that they are looked up again."""
Names = tuple[Any, ...]
"""Strings mostly; of terms there are others too, found again by their spelling: `75`, `True`."""


class _Codes(dict[Names, int]):
    """Found without Python where they are known: a replay asks three times an event."""

    def __init__(self, look_up: Callable[[Names], int]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, names: Names) -> int:
        return self._look_up(names)


class Lists:
    """Numbers of lists, found or given; and back. Numbers differ from file to file.

    After a transaction that was rolled back, call `forget`: numbers given in it are no more.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        table: Literal["lists", "casts"] = "lists",
        keys: Callable[[Names], Iterable[str]] = lambda names: map(str, names),
    ) -> None:
        """Take a table of lists.

        Args:
            connection: of the views file.
            table: `lists` of resolved names, or `casts` of names as written.
            keys: by what a list is found again; by its names if not said otherwise.
        """
        self._connection, self._table, self._keys = connection, table, keys
        self.codes: dict[Names, int] = _Codes(self._look_up)
        """Numbers by list; a new one is written when it is asked for."""
        self._names: dict[int, Names] = {}

    def forget(self) -> None:
        """Keep nothing in memory."""
        self.codes.clear()
        self._names.clear()

    def code(self, names: Names) -> int:
        """The number of a list; it is written where it is new."""
        return self.codes[names]

    def names(self, code: int) -> Names:
        """The list of a number."""
        found = self._names.get(code)
        if found is None:
            if len(self._names) > KEPT:
                self._names.clear()
            row = self._connection.execute(
                f"SELECT value FROM {self._table} WHERE code = ?", (code,)
            ).fetchone()
            found = self._names[code] = tuple(decode(row[0]))
        return found

    def holding(self, keys: Iterable[str]) -> list[int]:
        """The numbers of all lists that are found by one of these keys."""
        sql = f"SELECT code FROM {self._table}_members WHERE name IN ({{}})"
        return sorted({code for (code,) in chunked(self._connection, sql, list(keys))})

    def hang(self, code: int) -> None:
        """Let a list be found by its keys as they are now, beside those that it had."""
        self._hang(code, self.names(code))

    def _hang(self, code: int, names: Names) -> None:
        keys = sorted(set(self._keys(names)))
        self._connection.executemany(
            f"INSERT OR IGNORE INTO {self._table}_members VALUES (?, ?)",
            [(key, code) for key in keys],
        )

    def _look_up(self, names: Names) -> int:
        if len(self.codes) > KEPT:
            self.codes.clear()
        value, table = str(encode(names), "utf-8"), self._table
        row = self._connection.execute(
            f"SELECT code FROM {table} WHERE value = ?", (value,)
        ).fetchone()
        code = int(row[0]) if row else self._enter(names, value)
        self.codes[names] = code
        return code

    def _enter(self, names: Names, value: str) -> int:
        cursor = self._connection.execute(f"INSERT INTO {self._table} (value) VALUES (?)", (value,))
        code = cursor.lastrowid or 0
        self._hang(code, names)
        return code
