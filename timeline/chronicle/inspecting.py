"""Inspecting a store: is its file whole, and whose bytes does it hold?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.chronicle.faults import in_our_words

if TYPE_CHECKING:
    from timeline.chronicle.chronicle import Chronicle

PAGE = 1000


def damage(chronicle: "Chronicle") -> list[str]:
    """What SQLite finds broken in the file; nothing if it is whole. It sees structure only."""
    with in_our_words(chronicle.path):
        return [said for (said,) in _rows(chronicle, "PRAGMA integrity_check") if said != "ok"]


def articles_with_bytes(chronicle: "Chronicle") -> Iterator[object]:
    """The ids of all articles whose bytes are stored, sorted; text, if nobody changed them."""
    last: object = ""
    sql = "SELECT article FROM article_bytes WHERE article > ? ORDER BY article LIMIT ?"
    while True:
        with in_our_words(chronicle.path):
            page = [name for (name,) in _rows(chronicle, sql, last, PAGE)]
        if not page:
            return
        yield from page
        last = page[-1]


def _rows(chronicle: "Chronicle", sql: str, *values: object) -> list[tuple[Any]]:
    with chronicle.library.recorder.datastore.transaction(commit=False) as cursor:
        cursor.sqlite_cursor.row_factory = None
        cursor.execute(sql, values)
        return [(row[0],) for row in cursor.fetchall()]
