"""Staging: a file's events, each checked, on disk and nowhere yet: all of them or none go on.

They wait in a nameless SQLite database, which the system removes whatever happens to us.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import BinaryIO, Self

from timeline.chronicle import ArticleBytes, Recorded
from timeline.events import AnyEvent, ArticleAdmitted, AssertionRecorded
from timeline.replay.steps import Progress, without_collection
from timeline.transfer import checking, form
from timeline.transfer.reading import Reader
from timeline.transfer.sources import Texts, altered, misnamed

PAGE = 1000
TABLES = """
CREATE TABLE events (position INTEGER PRIMARY KEY, line INTEGER, stream TEXT, version INTEGER,
 name TEXT, state BLOB);
CREATE TABLE bytes (article TEXT PRIMARY KEY, content BLOB, salt BLOB) WITHOUT ROWID;
CREATE TABLE asserted (id TEXT, stream TEXT)
"""
OUT_OF_TURN = (
    "SELECT line, stream, version, n FROM (SELECT line, stream, version, row_number() OVER"
    " (PARTITION BY stream ORDER BY position) AS n FROM events WHERE ? OR stream <> 'store')"
    " WHERE version <> n ORDER BY line LIMIT 1"
)
BASELESS = (
    "SELECT min(line), stream FROM events WHERE stream >= 'dossier:' AND stream < 'dossier;'"
    " AND substr(stream, 9) NOT IN (SELECT id FROM asserted) GROUP BY stream ORDER BY 1 LIMIT 1"
)
BytesOf = Callable[[str], ArticleBytes | None]


class Staged:
    """What a file holds, checked: each line, and what the lines say of each other."""

    def __init__(self, reader: Reader, here: BytesOf, progress: Progress) -> None:
        """Read a file to its end. Raises: BadInput, with file, line and reason."""
        self.header, self.name = reader.header, reader.name
        self._reader, self._here = reader, here
        self._connection = sqlite3.connect("", isolation_level=None)
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA cache_size = -32768"):
            self._connection.execute(statement)
        self._connection.executescript(TABLES)
        self._connection.execute("BEGIN")  # for ever: nobody else ever sees it
        self._texts = Texts(self._bytes)
        self._rows: list[tuple[int, int, str, int, str, bytes | None]] = []
        self._asserted: list[tuple[str, str]] = []
        self._erased = False
        self._awaited: tuple[int, ArticleAdmitted] | None = None
        self._last = 0
        try:
            with without_collection():
                self._stage(progress)
        except BaseException:
            self.close()
            raise

    @classmethod
    def of(cls, file: BinaryIO, name: str, here: BytesOf, progress: Progress) -> Self:
        """Read and check a file; `here` tells the bytes of articles that the store has already."""
        return cls(Reader(file, name), here, progress)

    @property
    def footer(self) -> form.Footer:
        """Its counts and its SHA-256."""
        assert self._reader.footer is not None
        return self._reader.footer

    def close(self) -> None:
        """Let it go."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def events(self, after: int = 0) -> Iterator[list[form.Event]]:
        """Its events after a position, in pages."""
        sql = "SELECT line, position, stream, version, name, state FROM events"
        while True:
            rows = self._connection.execute(
                f"{sql} WHERE position > ? ORDER BY position LIMIT {PAGE}", (after,)
            ).fetchall()
            if not rows:
                return
            yield [form.Event(row[0], Recorded._make(row[1:])) for row in rows]
            after = rows[-1][1]

    def bytes_of(self, article: str) -> ArticleBytes | None:
        """The bytes of an article that the file carries."""
        sql = "SELECT * FROM bytes WHERE article = ?"
        row = self._connection.execute(sql, (article,)).fetchone()
        return ArticleBytes._make(row) if row else None

    def recorded_in(self, assertion: str) -> list[str]:
        """The streams that record an assertion."""
        self._connection.execute("CREATE INDEX IF NOT EXISTS by_id ON asserted (id)")
        sql = "SELECT stream FROM asserted WHERE id = ?"
        return [name for (name,) in self._connection.execute(sql, (assertion,))]

    def _bytes(self, article: str) -> bytes | None:
        kept = self.bytes_of(article) or self._here(article)
        return kept.content if kept else None

    def _stage(self, progress: Progress) -> None:
        for found in self._reader.records():
            if isinstance(found, form.Bytes):
                self._take_bytes(found)
            else:
                self._take(found)
                if len(self._rows) >= PAGE:
                    self._flush()
                    progress(f"checking {self.name}", self._last, self.header.head)
        self._without_bytes()
        self._flush()
        self._check_together()
        progress(f"checking {self.name}", self.header.head, self.header.head)

    def _take(self, found: form.Event) -> None:
        self._without_bytes()
        line, recorded = found
        if recorded.position <= self._last:
            self._reader.refuse(f"position {recorded.position} comes after {self._last}", line)
        self._last = recorded.position
        event, reason = checking.examine(recorded, self._texts)
        if reason:
            self._reader.refuse(reason, line)
        self._note(line, recorded, event)
        self._rows.append((recorded.position, line, *recorded[1:]))

    def _note(self, line: int, recorded: Recorded, event: AnyEvent | None) -> None:
        if isinstance(event, AssertionRecorded):
            self._asserted.append((event.id, recorded.stream))
        elif isinstance(event, ArticleAdmitted):
            if reason := misnamed(event):
                self._reader.refuse(reason, line)
            self._awaited = (line, event)
        elif event is None and recorded.name.startswith("assertion-recorded."):
            self._erased = True

    def _take_bytes(self, found: form.Bytes) -> None:
        if self._awaited is None or self._awaited[1].article != found.kept.article:
            self._reader.refuse(
                "bytes that do not follow the admission of their article", found.line
            )
        if reason := altered(self._awaited[1], found.kept):
            self._reader.refuse(reason, found.line)
        self._awaited = None
        # Admitted twice they are the same, and the second admission is told as out of turn.
        self._connection.execute("INSERT OR IGNORE INTO bytes VALUES (?, ?, ?)", found.kept)

    def _without_bytes(self) -> None:
        """An article whose bytes did not follow: erased, or left out and then known here."""
        if self._awaited and not self.header.texts and not self._here(self._awaited[1].article):
            line, event = self._awaited
            self._reader.refuse(
                f"the bytes of {event.name} are neither in this file nor in the store, so its"
                " quotes cannot be checked; add that article first",
                line,
            )
        self._awaited = None

    def _flush(self) -> None:
        self._connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", self._rows)
        self._connection.executemany("INSERT INTO asserted VALUES (?, ?)", self._asserted)
        self._rows, self._asserted = [], []

    def _check_together(self) -> None:
        """Refuse streams with gaps, and decisions on what nobody recorded."""
        row = self._connection.execute(OUT_OF_TURN, (self.header.whole,)).fetchone()
        if row:
            line, stream, version, wanted = row
            self._reader.refuse(f"{stream} goes on with {version}, where {wanted} is next", line)
        row = None if self._erased else self._connection.execute(BASELESS).fetchone()
        if row:
            self._reader.refuse(f"decides on {row[1][8:]}, which the file does not record", row[0])
