"""One scan of the chronicle that feeds every build that is behind."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from timeline.chronicle import Chronicle, Recorded
from timeline.replay.fold import Fold
from timeline.replay.reads import take_apart
from timeline.replay.target import ProjectionFault, Target
from timeline.views import Builds, ViewsFile

TOGETHER = 1000
"""Changes held at once: one event about actors can bring as many as there are assertions."""
Progress = Callable[[str, int, int], None]
"""Told what is built, positions done, positions in all."""


class Overtaken(Exception):
    """Another process moved a checkpoint: what it wrote stands."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the garbage collector out of a long scan: it makes no cycles, and costs a quarter."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def overtaken_unless(held: bool) -> None:
    """Raise Overtaken if a checkpoint was not where it was expected."""
    if not held:
        raise Overtaken


class Scan:
    """Reads on from where the last of its builds is, and feeds them all."""

    def __init__(
        self, chronicle: Chronicle, file: ViewsFile, fold: Fold, progress: Progress
    ) -> None:
        self._chronicle, self._file, self._fold = chronicle, file, fold
        self._builds, self._progress = Builds(file.connection), progress

    def run(self, targets: Sequence[Target], upto: int) -> None:
        """Bring builds up to a position; rows and checkpoint of a page commit together.

        Raises:
            Overtaken: another process moved a checkpoint; nothing of the page was written.
        """
        start = min(target.build.position for target in targets)
        told = ", ".join(target.projection.name for target in targets)
        self._fold.rewind(start)
        with without_collection():
            for page in self._chronicle.pages(start, upto):
                while (fault := self._page(targets, page)) is not None:
                    fault.target.fail(fault)
                    self._fold.rewind(start)
                start = page[-1].position
                self._progress(told, start, upto)

    def _apply(self, targets: Sequence[Target], page: list[Recorded]) -> None:
        reads = take_apart(page)
        decided = self._fold.ahead(reads)
        for target in targets:
            target.slot.ahead(decided)
        changes = self._fold.changes(reads)
        while some := list(islice(changes, TOGETHER)):
            for target in targets:
                target.take(some)
        for target in targets:
            overtaken_unless(target.commit(self._builds, page[-1].position))

    def _page(self, targets: Sequence[Target], page: list[Recorded]) -> ProjectionFault | None:
        """Apply one page; a fault, if a projection could not take it: then nothing is written."""
        try:
            with self._file.transaction():
                self._apply(targets, page)
        except BaseException as fault:
            self._fold.lose()
            for target in targets:
                target.reset()
            if isinstance(fault, ProjectionFault):
                return fault
            raise
        for target in targets:
            target.moved(self._builds)
        return None
