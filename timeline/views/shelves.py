"""Shelves of the ledger: articles as they are described now, occasions as they were dated."""

import sqlite3
from typing import Any, NamedTuple

from timeline.views.positions import upto

TOLD = ("title", "published")
"""Columns that are written only when an article is described or dated."""


class OccasionDate(NamedTuple):
    """One event that dates an occasion."""

    position: int
    key: str
    name: str
    article: str
    """The article that dates it; empty if a person does."""
    said: str
    basis: str
    by: str


class Shelves:
    """Two small tables; whoever writes holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def admit(self, position: int, event: dict[str, Any]) -> None:
        """Put a new article on the shelf."""
        self.connection.execute(
            "INSERT OR IGNORE INTO articles (position, id, sha256, name, size, media_type, at, by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                position,
                *(event[name] for name in ("article", "sha256", "name", "size", "media_type")),
                event["at"],
                event["by"],
            ),
        )

    def describe(self, article: str, **columns: object) -> None:
        """Overwrite what is known of an article; a second description or date is noted as such."""
        sets = ", ".join(f"{name} = ?" for name in columns)
        if not columns.keys().isdisjoint(TOLD):
            sets += ", retold = retold OR first_read IS NOT NULL OR basis <> 'unknown'"
        self.connection.execute(
            f"UPDATE articles SET {sets} WHERE id = ?",  # noqa: S608 - names of ours
            (*columns.values(), article),
        )

    def read(self, position: int, article: str, event: dict[str, Any]) -> None:
        """Note that an article was read, and from where on its assertions may come again."""
        self.connection.execute(  # its admission may have been erased
            "INSERT OR IGNORE INTO articles (position, id, sha256, name, size, media_type, at, by)"
            " VALUES (?, ?, '', '', 0, '', ?, ?)",
            (position, article, event["at"], event["by"]),
        )
        self.connection.execute(
            "UPDATE articles SET read_again = CASE WHEN first_read IS NULL THEN NULL"
            " ELSE coalesce(read_again, ?1) END, first_read = coalesce(first_read, ?1)"
            " WHERE id = ?2",
            (position, article),
        )

    def second_reading(self, article: str) -> int | None:
        """The position of an article's second reading, if there was one."""
        row = self.connection.execute(
            "SELECT read_again FROM articles WHERE id = ?", (article,)
        ).fetchone()
        return row[0] if row else None

    def read_again(self) -> dict[str, int]:
        """Articles that were read more than once: the position of the second reading."""
        return dict(
            self.connection.execute(
                "SELECT id, read_again FROM articles WHERE read_again IS NOT NULL"
            )
        )

    def date(self, dated: OccasionDate) -> None:
        """Note a date of an occasion."""
        self.connection.execute(
            "INSERT OR REPLACE INTO occasions VALUES (?, ?, ?, ?, ?, ?, ?)", dated
        )

    def dates(self, key: str | None = None, as_of: int | None = None) -> list[OccasionDate]:
        """The dates of one occasion, or of all, oldest first."""
        sql = "SELECT * FROM occasions WHERE position <= ?"
        values: list[object] = [upto(as_of)]
        if key is not None:
            sql += " AND key = ?"
            values.append(key)
        rows = self.connection.execute(f"{sql} ORDER BY position", values)
        return [OccasionDate._make(row) for row in rows]
