"""The tables of the store, what guards them, and the number of its format."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from timeline.chronicle.hardening import Hardening

APPLICATION = 0x544D4C4E
"""`TMLN`: SQLite's `application_id` of a timeline store."""

FORMAT = 2
"""The newest format of the store that this version reads and writes: its `user_version`."""

FORMATS: Mapping[str, int] = {"article-read.2": 2, "assertion-dated.2": 2}
"""By event name: the format that first holds it, where that is not 1.

An older version meets the number before it meets an event that it cannot read.
"""


def format_for(names: Iterable[str]) -> int:
    """Tell the lowest format that may hold events of these names."""
    return max((FORMATS.get(name, 1) for name in names), default=1)


def statements(hardening: Hardening) -> Iterator[str]:
    """Tell what makes a new store, statement by statement."""
    # `rowid` under that very name: the library selects its positions by it.
    key = "INTEGER PRIMARY KEY" + (" AUTOINCREMENT" if hardening.autoincrement else "")
    yield (
        f"CREATE TABLE stored_events (rowid {key}, originator_id TEXT NOT NULL, "
        "originator_version INTEGER NOT NULL, topic TEXT NOT NULL, state BLOB, "
        "UNIQUE (originator_id, originator_version))"
    )
    yield (
        "CREATE TABLE article_bytes (article TEXT NOT NULL PRIMARY KEY, "
        "content BLOB NOT NULL, salt BLOB NOT NULL)"
    )
    if hardening.append_only:
        for table in ("stored_events", "article_bytes"):
            for act in ("UPDATE", "DELETE"):
                yield (
                    f"CREATE TRIGGER no_{act.lower()}_of_{table} BEFORE {act} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
                )
    if hardening.no_replace:
        yield (
            "CREATE TRIGGER no_replacing_of_stored_events BEFORE INSERT ON stored_events "
            "WHEN EXISTS (SELECT 1 FROM stored_events WHERE rowid = NEW.rowid) "
            "OR EXISTS (SELECT 1 FROM stored_events WHERE originator_id = NEW.originator_id "
            "AND originator_version = NEW.originator_version) "
            "BEGIN SELECT RAISE(ABORT, 'this place in the record is taken'); END"
        )
        yield (
            "CREATE TRIGGER no_replacing_of_article_bytes BEFORE INSERT ON article_bytes "
            "WHEN EXISTS (SELECT 1 FROM article_bytes WHERE article = NEW.article) "
            "BEGIN SELECT RAISE(ABORT, 'the bytes of this article are stored'); END"
        )
    yield f"PRAGMA application_id = {APPLICATION}"
    # The lowest: a format rises with the first event that needs it, not with the program.
    yield "PRAGMA user_version = 1"


def faults(connection: sqlite3.Connection, hardening: Hardening) -> str | None:
    """Tell how a store's tables and triggers differ from ours; None if they do not.

    A trigger or view of somebody else's would run with our writes.
    """
    query = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    found = dict(connection.execute(query).fetchall())
    ours = {s.split(maxsplit=3)[2]: s for s in statements(hardening) if s.startswith("CREATE")}
    if missing := sorted(ours.keys() - found.keys()):
        return f"{missing[0]} is missing"
    if foreign := sorted(found.keys() - ours.keys()):
        return f"{foreign[0]} does not belong there"
    return next((f"{name} was changed" for name in sorted(ours) if found[name] != ours[name]), None)
