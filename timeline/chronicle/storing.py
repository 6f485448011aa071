"""Storing events again that another store held: their states as they are, byte for byte."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.chronicle.faults import is_of_the_store, told
from timeline.chronicle.schema import format_for
from timeline.chronicle.values import ArticleBytes, Recorded
from timeline.errors import Conflict, StoreError, StoreLocked

if TYPE_CHECKING:
    from eventsourcing.sqlite import SQLiteCursor

    from timeline.chronicle.chronicle import Chronicle

INSERT = (
    "INSERT INTO stored_events (rowid, originator_id, originator_version, topic, state)"
    " VALUES (?, ?, ?, ?, ?)"
)


def store(
    chronicle: "Chronicle",
    rows: Sequence[Recorded],
    articles: Sequence[ArticleBytes] = (),
    *,
    after: int | None = None,
) -> None:
    """Append stored events in one transaction, on disk when this returns.

    Nothing is checked or encoded here: whoever calls has done that.

    Args:
        chronicle: where to.
        rows: in their order; with the position 0 each takes the next one.
        articles: the bytes of articles that these events admit.
        after: the position that the chronicle ends at, or nothing is stored; None for any.

    Raises:
        Conflict: somebody else wrote meanwhile; nothing was saved.
        StoreLocked: another process holds the store; nothing was saved.
        StoreError: doing the same again shows what was saved, and goes on from there.
    """
    if not chronicle.writable:
        raise StoreError(f"{chronicle.path} is read-only; nothing was saved")
    try:
        with chronicle.library.recorder.datastore.transaction(commit=True) as cursor:
            _insert(cursor, rows, articles, after)
    except _Taken:
        raise Conflict(f"somebody else wrote to {chronicle.path} meanwhile") from None
    except Exception as fault:
        if not is_of_the_store(fault):
            raise
        if "is taken" in str(fault):
            raise Conflict(f"somebody else wrote to {chronicle.path} meanwhile") from None
        sentence = told(chronicle.path, fault)
        saved = "nothing" if isinstance(sentence, StoreLocked) else "perhaps not all"
        raise type(sentence)(f"{sentence}; {saved} was saved") from fault


class _Taken(Exception):
    """The chronicle does not end where it was expected to."""


def _insert(
    cursor: "SQLiteCursor",
    rows: Sequence[Recorded],
    articles: Sequence[ArticleBytes],
    after: int | None,
) -> None:
    if after is not None:
        cursor.execute("SELECT max(rowid) FROM stored_events")
        if (cursor.fetchone()[0] or 0) != after:
            raise _Taken
    cursor.execute("PRAGMA user_version")
    newest = format_for(row.name for row in rows)
    if newest > cursor.fetchone()[0]:
        cursor.execute(f"PRAGMA user_version = {newest:d}")
    cursor.executemany(INSERT, [(row.position or None, *row[1:]) for row in rows])
    if articles:
        cursor.executemany("INSERT INTO article_bytes VALUES (?, ?, ?)", articles)
