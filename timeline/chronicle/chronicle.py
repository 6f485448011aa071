"""The chronicle of a store: append events, read them again in the order of their positions."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline.chronicle.address import address
from timeline.chronicle.faults import in_our_words
from timeline.chronicle.glance import events_at, glance
from timeline.chronicle.hardening import Hardening
from timeline.chronicle.values import ArticleBytes, Batch, Recorded, State
from timeline.errors import StoreError

if TYPE_CHECKING:
    from timeline.chronicle.application import Library

PAGE = 1000
"""Events read at once; ten times as many are slower, for garbage collection."""


class Chronicle:
    """An open store: `with Chronicle.open(path) as chronicle: …`."""

    def __init__(self, path: Path, patience: float, hardening: Hardening) -> None:
        self.path = path
        self._patience = patience
        self._hardening = hardening
        self._library: Library | None = None
        self.writable = glance(path, patience, hardening).writable

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        patience: float = 5.0,
        hardening: Hardening = Hardening(),  # noqa: B008 — a frozen value
    ) -> Self:
        """Open a store that exists; one that cannot be written is opened for reading only.

        Args:
            path: of the store's file; never created here.
            patience: seconds to wait for another process.
            hardening: only for tests.

        Raises:
            StoreMissing: there is no such file.
            StoreNewer: a newer version than this one has written to it.
            StoreLocked: another process holds it.
            StoreError: it is not a timeline store, or it is damaged.
        """
        return cls(path, patience, hardening)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        patience: float = 5.0,
        hardening: Hardening = Hardening(),  # noqa: B008 — a frozen value
    ) -> Self:
        """Open a store, and make it first where there is none.

        Only what puts something in may call it: `add`, `assert`, `import`, `actors`.

        Raises:
            StoreError: as `open`, or it cannot be made.
        """
        from timeline.chronicle.making import make

        make(path, patience, hardening)
        return cls(path, patience, hardening)

    @property
    def library(self) -> "Library":
        """The library's application; started when first needed, kept until closed."""
        if self._library is None:
            from timeline.chronicle.application import Library

            self._library = Library(address(self.path, self._patience, self._hardening))
        return self._library

    def close(self) -> None:
        """Close all connections; the last one folds SQLite's log into the store's file."""
        if self._library is not None:
            self._library.close()
            self._library = None

    reopen = close
    """The next use opens new connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def append(self, *batches: Batch, articles: Sequence[ArticleBytes] = ()) -> Sequence[int]:
        """Append batches of events in one transaction, on disk when this returns.

        Args:
            batches: each for a stream of its own.
            articles: the bytes of articles that these events admit.

        Returns:
            The positions of the events, in the order given.

        Raises:
            Conflict: a stream was changed meanwhile; nothing was saved.
            StoreLocked: another process holds the store; nothing was saved.
            StoreError: it says whether it was saved, or that this is not known.
        """
        from timeline.chronicle.appending import append

        if not self.writable:
            raise StoreError(f"{self.path} is read-only; nothing was saved")
        return append(self, batches, articles)

    def pages(
        self, position: int = 0, upto: int | None = None, page: int = PAGE
    ) -> Iterator[list[Recorded]]:
        """Read the events after a position, in pages: one page is in memory at a time.

        Args:
            position: the last one already known; 0 for none.
            upto: the last position to read; None for the head as it is when reading begins.
            page: events a page.
        """
        last = self.head() if upto is None else upto
        while position < last:
            with in_our_words(self.path):
                rows = self.library.recorder.rows(
                    "rowid > ? AND rowid <= ?", (position, last), limit=page
                )
            if not rows:
                return
            yield rows
            position = rows[-1].position

    def after(
        self, position: int = 0, upto: int | None = None, page: int = PAGE
    ) -> Iterator[Recorded]:
        """Read the events after a position one by one; see `pages`."""
        for rows in self.pages(position, upto, page):
            yield from rows

    def states(self, kind: str, after: int, upto: int, page: int = PAGE) -> Iterator[list[State]]:
        """Read what a replay asks of the events of one kind in a stretch, in pages; none erased.

        Args:
            kind: their stored name without its version.
            after: the position before the stretch.
            upto: its last position.
            page: events a page.
        """
        with in_our_words(self.path):
            yield from self.library.recorder.states(kind, after, upto, page)

    def stream(self, stream: str) -> list[Recorded]:
        """Read all events of one stream, in their order; none if it does not exist."""
        with in_our_words(self.path):
            return self.library.recorder.rows("originator_id = ?", (stream,))

    def streams(self, prefix: str) -> list[str]:
        """Tell the streams whose names begin so, the oldest first; see `streams.readings`."""
        with in_our_words(self.path):
            return self.library.recorder.streams(prefix)

    def stream_version(self, stream: str) -> int:
        """Tell the version of a stream's last event; 0 if it has none."""
        with in_our_words(self.path):
            return self.library.recorder.stream_version(stream)

    def at(self, position: int) -> Recorded | None:
        """Read the event at a position; None if there is none."""
        return next(iter(self.these((position,))), None)

    def these(self, positions: Sequence[int]) -> list[Recorded]:
        """Read the events at these positions, at most 500 of them, in their order."""
        marks = ",".join("?" * len(positions))
        with in_our_words(self.path):
            if self._library is None:
                return events_at(address(self.path, self._patience, self._hardening), positions)
            return self.library.recorder.rows(f"rowid IN ({marks})", positions)

    def head(self) -> int:
        """Tell the position of the last event; 0 if there is none."""
        with in_our_words(self.path):
            return self.library.recorder.max_notification_id() or 0

    def bytes_of(self, article: str) -> ArticleBytes | None:
        """Read an article's bytes and their salt; None if it is not here, or erased."""
        with in_our_words(self.path):
            return self.library.recorder.bytes_of(article)

    def backup(self, path: Path) -> int:
        """Copy the whole store, while others may write, and check the copy.

        Returns:
            The position of the last event in the copy.

        Raises:
            StoreError: there is a file at `path` already, or the copy is not whole.
        """
        from timeline.chronicle.copying import backup

        return backup(self, path)
