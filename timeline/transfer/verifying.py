"""Verifying the record: its file, its streams, each event, each article, every quote, again.

It finds what accident or a clumsy hand did. Who rewrites an event and all that it says of itself
leaves no trace here: against that, keep an export elsewhere and compare its SHA-256.
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple, Self

from timeline.chronicle import Chronicle, Recorded
from timeline.chronicle.inspecting import articles_with_bytes, damage
from timeline.errors import StoreError, StoreLocked
from timeline.events import AnyEvent, ArticleAdmitted
from timeline.replay.steps import Progress, without_collection
from timeline.transfer import checking
from timeline.transfer.sources import Texts, altered, misnamed


class Flaw(NamedTuple):
    """Something that is not as it was recorded."""

    where: str
    """`#11`, an article's id, the name of a view, or the file."""
    reason: str


class Counts(NamedTuple):
    """What was gone through."""

    events: int
    articles: int
    erased: int


class Verification:
    """One pass through a chronicle; `flaws` gives what differs, `counts` what was looked at."""

    def __init__(self, chronicle: Chronicle, progress: Progress = lambda *_: None) -> None:
        self._chronicle, self._progress = chronicle, progress
        self._texts = Texts(self._bytes)
        self._versions = sqlite3.connect("", isolation_level=None)
        self._versions.execute("CREATE TABLE seen (stream TEXT PRIMARY KEY, version INTEGER)")
        self._versions.execute("CREATE TABLE admitted (article TEXT PRIMARY KEY)")
        self._versions.execute("BEGIN")
        self._last = ("", 0)
        self._events = self._articles = self._erased = 0

    @property
    def counts(self) -> Counts:
        """What was gone through so far."""
        return Counts(self._events, self._articles, self._erased)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._versions.close()

    def flaws(self) -> Iterator[Flaw]:
        """All that is not as it was recorded, as it is found. Raises: StoreLocked."""
        try:
            for said in damage(self._chronicle):
                yield Flaw("file", said)
            with without_collection():
                yield from self._record()
        except StoreLocked:
            raise
        except StoreError as damaged:
            yield Flaw("file", str(damaged))

    def _record(self) -> Iterator[Flaw]:
        head = self._chronicle.head()
        for page in self._chronicle.pages(0, head):
            for recorded in page:
                if reason := self._event(recorded):
                    yield Flaw(f"#{recorded.position}", reason)
            self._progress("verify", page[-1].position, head)
        for article in articles_with_bytes(self._chronicle):
            sql = "SELECT 1 FROM admitted WHERE article = ?"
            if not self._versions.execute(sql, (article,)).fetchone():
                yield Flaw(str(article), "bytes of an article that nothing admits")

    def _event(self, recorded: Recorded) -> str | None:
        self._events += 1
        self._erased += recorded.state is None
        if str(recorded.name).startswith("article-admitted."):
            article = str(recorded.stream).partition(":")[2]
            self._versions.execute("INSERT OR IGNORE INTO admitted VALUES (?)", (article,))
        event, reason = checking.examine(recorded, self._texts)
        gap = self._gap(recorded)
        return gap or reason or self._article(event)

    def _gap(self, recorded: Recorded) -> str | None:
        if not (isinstance(recorded.stream, str) and isinstance(recorded.version, int)):
            return None
        if recorded.stream != self._last[0]:
            self._versions.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", self._last)
            sql = "SELECT version FROM seen WHERE stream = ?"
            seen = self._versions.execute(sql, (recorded.stream,)).fetchone()
            self._last = (recorded.stream, seen[0] if seen else 0)
        wanted = self._last[1] + 1
        self._last = (recorded.stream, recorded.version)
        if recorded.version == wanted:
            return None
        return f"{recorded.stream} goes on with {recorded.version}, where {wanted} is next"

    def _article(self, event: AnyEvent | None) -> str | None:
        if not isinstance(event, ArticleAdmitted):
            return None
        self._articles += 1
        if reason := misnamed(event):
            return reason
        kept = self._chronicle.bytes_of(event.article)
        return altered(event, kept) if kept else f"the bytes of {event.name} are not here"

    def _bytes(self, article: str) -> bytes | None:
        kept = self._chronicle.bytes_of(article)
        return kept.content if kept and isinstance(kept.content, bytes) else None
