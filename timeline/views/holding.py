"""Which names and topics the rows of a view hold."""

# ruff: noqa: S608 - nothing enters a statement but the names of our own tables

from msgspec.json import decode

from timeline.views.rows import Rows


def has_name(rows: Rows, name: str, as_of: int | None = None) -> bool:
    """Whether an entry that holds has this name as a speaker, a target, or a side of one.

    As of a position, only entries are asked that held then and still do: most did.
    """
    since = "" if as_of is None else f" AND since <= {as_of:d}"
    return any(_has(rows, rows.live, column, name, since) for column in ("sides", "target_sides"))


def has_topic(rows: Rows, name: str) -> bool:
    """Whether an entry that holds, or once held, is on a topic."""
    return any(_has(rows, table, "topics", name) for table in (rows.live, rows.past))


def topics(rows: Rows) -> set[str]:
    """All topics of entries that hold, or once held; every row is looked at."""
    sql = (
        f"SELECT value FROM lists WHERE code IN (SELECT topics FROM {rows.live}"
        f" UNION SELECT topics FROM {rows.past})"
    )
    return {name for (value,) in rows.connection.execute(sql) for name in decode(value)}


def _has(rows: Rows, table: str, column: str, name: str, more: str = "") -> bool:
    sql = (
        f"SELECT 1 FROM {table} WHERE {column} IN"
        f" (SELECT +code FROM lists_members WHERE name = ?){more} LIMIT 1"
    )
    return rows.connection.execute(sql, (name,)).fetchone() is not None
