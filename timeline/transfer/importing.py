"""Importing: what a checked file holds goes into a store, in batches, each whole or not at all.

Into an empty store it is copied, positions and all, and the store is then the same chronicle.
Into any other what is missing is merged. A run that was stopped goes on when it is run again:
what is there is known, and the beginning of a copy is a copy.
"""

from typing import BinaryIO

from timeline.add.adopt import adopted, newest
from timeline.chronicle import ArticleBytes, Chronicle, Recorded, new_envelope, streams
from timeline.replay.steps import Progress
from timeline.transfer import batches
from timeline.transfer.batches import Batch
from timeline.transfer.comparing import Ours, is_beginning, same
from timeline.transfer.form import Event
from timeline.transfer.staging import Staged
from timeline.transfer.values import Clash, Imported


def stage(
    file: BinaryIO,
    name: str,
    chronicle: Chronicle | None,
    progress: Progress = lambda *_: None,
) -> Staged:
    """Read and check a whole file; nothing is stored.

    Args:
        file: as `timeline export --full` wrote it.
        name: what to call it in messages.
        chronicle: the store that it will go into; None if there is none yet.
        progress: told of positions.

    Raises:
        BadInput: the file, the line and the reason.
    """
    return Staged.of(file, name, chronicle.bytes_of if chronicle else lambda _: None, progress)


def store(
    chronicle: Chronicle,
    staged: Staged,
    by: str,
    source: str,
    progress: Progress = lambda *_: None,
) -> Imported:
    """Put a checked file into a store.

    Args:
        chronicle: where to.
        staged: what `stage` gave.
        by: who imports it.
        source: what the record will call the file.
        progress: told of positions of the file.

    Raises:
        Conflict: somebody else wrote meanwhile; what was stored is whole, run it again.
    """
    beginning = is_beginning(chronicle, staged) if staged.header.whole else None
    if beginning is not None:
        return _copy(chronicle, staged, beginning, progress)
    told = f"{source} sha256:{staged.footer.sha256}"
    return _Merge(chronicle, staged, by, told, progress).run()


def _copy(chronicle: Chronicle, staged: Staged, after: int, progress: Progress) -> Imported:
    batch, head = Batch(), after
    events = articles = count = 0
    for page in staged.events(after):
        for event in page:
            if batch.is_full(event.recorded.stream):
                head = batches.store_copied(chronicle, batch, head)
                count += 1
                batch.clear()
            kept = _bytes(staged, event.recorded)
            batch.add(event.recorded, kept)
            events += 1
            articles += kept is not None
        progress("storing", page[-1].recorded.position, staged.header.head)
    if batch.rows:
        head = batches.store_copied(chronicle, batch, head)
        count += 1
    known = staged.footer.events - events
    return Imported("copy", events, articles, known, count, head)


def _bytes(staged: Staged, recorded: Recorded) -> ArticleBytes | None:
    if not recorded.name.startswith("article-admitted."):
        return None
    return staged.bytes_of(recorded.stream.partition(":")[2])


class _Merge:
    """One merge: each event is the same as ours, missing here, or a clash of its stream."""

    def __init__(
        self, chronicle: Chronicle, staged: Staged, by: str, source: str, progress: Progress
    ) -> None:
        self._chronicle, self._staged, self._by, self._source = chronicle, staged, by, source
        self._progress = progress
        self._ours, self._batch = Ours(chronicle), Batch()
        self._newest = newest(chronicle.stream(streams.STORE))
        self._gazetteers: list[Recorded] = []
        self._clashes: dict[str, Clash] = {}
        self._events = self._articles = self._known = self._stored = 0

    def run(self) -> Imported:
        """Merge all."""
        for page in self._staged.events():
            for event in page:
                self._take(event)
            self._progress("merging", page[-1].recorded.position, self._staged.header.head)
        self._flush()
        return Imported(
            "merge", self._events, self._articles, self._known, self._stored,
            self._chronicle.head(), tuple(self._clashes.values()),
        )  # fmt: skip

    def _take(self, event: Event) -> None:
        theirs = event.recorded
        if theirs.stream == "store":
            self._adopt(event)
        elif theirs.stream in self._clashes:
            return
        elif ours := self._ours.at(theirs.stream, theirs.version):
            if same(ours, theirs):
                self._known += 1
            else:
                self._clashes[theirs.stream] = Clash(event.line, ours, theirs)
        elif self._is_baseless(theirs):
            self._clashes[theirs.stream] = Clash(event.line, None, theirs)
        else:
            if self._batch.is_full(theirs.stream):
                self._flush()
            kept = _bytes(self._staged, theirs)
            self._batch.add(theirs, kept)
            self._articles += kept is not None

    def _adopt(self, event: Event) -> None:
        """Take a gazetteer newer than ours; whence other events came is their store's history."""
        version = adopted(event.recorded)
        if version > self._newest:
            self._gazetteers.append(event.recorded)
            self._newest = version
        else:
            self._known += 1

    def _is_baseless(self, theirs: Recorded) -> bool:
        """Whether it decides on an assertion that a clash kept out of here."""
        kind, _, assertion = theirs.stream.partition(":")
        if not self._clashes or kind != "dossier":
            return False
        recorded_in = self._staged.recorded_in(assertion)
        clashing = [stream for stream in recorded_in if stream in self._clashes]
        if not clashing or len(clashing) < len(recorded_in):
            return False
        return not any(self._ours.records(stream, assertion) for stream in clashing)

    def _flush(self) -> None:
        if not (self._batch.rows or self._gazetteers):
            return
        stamp = new_envelope(self._by)
        batches.store_merged(self._chronicle, self._batch, self._gazetteers, self._source, stamp)
        self._events += len(self._batch.rows) + len(self._gazetteers)
        self._stored += 1
        self._gazetteers = []
        self._batch.clear()
