"""Batches: what is stored together, and when one is full."""

from collections.abc import Sequence

from timeline.chronicle import ArticleBytes, Chronicle, Envelope, Recorded, encode, streams
from timeline.chronicle.storing import store
from timeline.events import ChronicleImported

FULL = 2000
"""Events after which a batch ends with its stream."""
BURST = 20_000
"""Events after which it ends anyway."""
HEAVY = 16 * 1024 * 1024
"""Bytes of articles after which it ends with its stream."""


class Batch:
    """Events and articles' bytes that wait to be stored in one transaction."""

    def __init__(self) -> None:
        self.rows: list[Recorded] = []
        self.articles: list[ArticleBytes] = []
        self._weight = 0

    def add(self, row: Recorded, kept: ArticleBytes | None) -> None:
        """Put an event in, with the bytes of the article that it admits."""
        self.rows.append(row)
        if kept is not None:
            self.articles.append(kept)
            self._weight += len(kept.content)

    def is_full(self, following: str) -> bool:
        """Whether it should be stored before an event of this stream comes in.

        A reading is not torn apart, unless it is very long.
        """
        if not self.rows:
            return False
        full = len(self.rows) >= FULL or self._weight >= HEAVY
        return (full and following != self.rows[-1].stream) or len(self.rows) >= BURST

    def clear(self) -> None:
        """Begin the next."""
        self.rows, self.articles, self._weight = [], [], 0


def store_copied(chronicle: Chronicle, batch: Batch, after: int) -> int:
    """Store a batch at its own positions, right after what is here; give the new head."""
    store(chronicle, batch.rows, batch.articles, after=after)
    return batch.rows[-1].position


def store_merged(
    chronicle: Chronicle,
    batch: Batch,
    gazetteers: Sequence[Recorded],
    source: str,
    stamp: Envelope,
) -> None:
    """Store a batch after what is here: first whence it came, then what it holds.

    Gazetteers go on in our own stream of the store, whatever their number was in theirs.
    """
    version = chronicle.stream_version(streams.STORE)
    count = len(batch.rows) + len(gazetteers)
    told = ChronicleImported(**stamp, source=source, events=count)
    first = Recorded(0, streams.STORE, version + 1, told.NAME, encode(told))
    adopted = [
        row._replace(position=0, version=version + 2 + at) for at, row in enumerate(gazetteers)
    ]
    rows = [row._replace(position=0) for row in batch.rows]
    store(chronicle, [first, *adopted, *rows], batch.articles)
