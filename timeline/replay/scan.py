"""One scan of the chronicle that feeds every build that is behind."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

from timeline.chronicle import Chronicle
from timeline.projection import Change
from timeline.replay.fold import Fold
from timeline.replay.preparing import Prepared, ProjectionFault, SecondFault, Span, prepare, spans
from timeline.replay.steps import (
    WRITTEN,
    Progress,
    enough_room,
    overtaken_unless,
    without_collection,
)  # fmt: skip
from timeline.replay.target import Target
from timeline.views import Builds, ViewsFile

if TYPE_CHECKING:
    from timeline.replay.second import Second

TOGETHER = 1000
"""Changes held at once: one event about actors can bring as many as there are assertions."""
WORTH = 50_000
"""Events from which on it is started: it takes half a second to be there."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Scan:
    """Reads on from where the last of its builds is, and feeds them all."""

    def __init__(
        self, chronicle: Chronicle, file: ViewsFile, fold: Fold, progress: Progress
    ) -> None:
        self._chronicle, self._file, self._fold = chronicle, file, fold
        self._builds, self._progress = Builds(file.connection), progress

    def run(self, targets: Sequence[Target], upto: int) -> None:
        """Bring builds up to a position; rows and checkpoint of a span commit together.

        Raises:
            Overtaken: another process moved a checkpoint; nothing of the span was written.
        """
        told = ", ".join(target.projection.name for target in targets)
        at = min(target.build.position for target in targets)
        with without_collection(), ExitStack() as stack:
            second = self._second(targets, upto, stack)
            while at < upto:
                self._fold.rewind(at)
                try:
                    for reached in self._stretch(targets, at, upto, second):
                        at = reached
                        self._progress(told, at, upto)
                except ProjectionFault as fault:
                    second = None
                    for target in targets:
                        if target.projection is fault.projection:
                            target.fail(fault)
                except SecondFault:
                    second = None

    def _stretch(
        self, targets: Sequence[Target], after: int, upto: int, second: "Second | None"
    ) -> Iterator[int]:
        """Up to where names change their meaning, and that event; each position reached."""
        turns = self._fold.turning(upto)
        ahead = spans(after, turns[0] - 1 if turns else upto)
        wanted = [target.wanted() for target in targets]

        def here(span: Span) -> list[Prepared]:
            return prepare(self._chronicle, self._fold, wanted, span)

        made = (
            second.prepared(after, ahead, here) if second else ((one, here(one)) for one in ahead)
        )
        for (start, last), rows in made:
            enough_room(self._file.path, WRITTEN * (last - start) * len(targets))
            self._write(targets, last, rows, self._fold.decisions(last))
            yield last
        if turns:
            self._write(targets, turns[0], [], self._fold.turn(turns[0]))
            yield turns[0]

    def _write(
        self,
        targets: Sequence[Target],
        last: int,
        prepared: Sequence[Prepared],
        changes: Iterator[Change],
    ) -> None:
        """Write one span: its new rows, then what came to pass with others; all or nothing."""
        try:
            with self._file.transaction():
                # First, so that whoever was overtaken does not run into what is written already.
                overtaken_unless(all(self._builds.stands(target.build) for target in targets))
                for target, rows in zip(targets, prepared, strict=False):
                    target.rows.add(*rows)
                while some := list(islice(changes, TOGETHER)):
                    for target in targets:
                        target.take(some)
                moved = [target.commit(self._builds, last) for target in targets]
                overtaken_unless(all(moved))
        except BaseException:
            self._fold.lose()
            for target in targets:
                target.reset()
            raise
        for target in targets:
            target.moved(self._builds)

    def _second(self, targets: Sequence[Target], upto: int, stack: ExitStack) -> "Second | None":
        """A second process, where it is worth while: all views are at one place, and far behind."""
        (start, *others) = {target.build.position for target in targets}
        file = self._file.path
        if others or upto - start < WORTH or cores() < 2 or file.name == ":memory:":
            return None
        from timeline.replay.second import Second  # here, since few reads have so much to do

        projections = [target.projection for target in targets]
        try:
            return stack.enter_context(Second(self._chronicle.path, file, projections))
        except (SecondFault, OSError):
            return None
