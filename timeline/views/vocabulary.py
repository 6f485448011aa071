"""The index of words read back: which word stands where, and whether a search finds it."""

import sqlite3
from collections.abc import Iterator
from typing import Self

from timeline.views.differing import Row

TABLES = ("instance", "row")


class Vocabulary:
    """The index of one connection; used as `with Vocabulary(connection) as words:`.

    Its two tables are temporary: they need no file that can be written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        for kind in TABLES:
            self._connection.execute(
                f"CREATE VIRTUAL TABLE temp.words_{kind} USING fts5vocab('main', 'words', '{kind}')"
            )
        return self

    def __exit__(self, *_: object) -> None:
        for kind in TABLES:
            self._connection.execute(f"DROP TABLE IF EXISTS temp.words_{kind}")

    def places(self) -> Iterator[Row]:
        """Every place of every word: the word, the position of its event, its number in that."""
        return self._connection.execute("SELECT term, doc, offset FROM temp.words_instance")

    def found(self) -> Iterator[Row]:
        """Of every word: what a search for it finds, as the number and the sum of positions."""
        for (term,) in self._connection.execute("SELECT term FROM temp.words_row"):
            yield term, *self.find(term)

    def find(self, term: str) -> Row:
        """What a search for a word finds, as the number and the sum of positions."""
        asked = '"' + term.replace('"', '""') + '"'
        sql = "SELECT count(*), total(rowid) FROM words WHERE words MATCH ?"
        found: Row = self._connection.execute(sql, (asked,)).fetchone()
        return found
