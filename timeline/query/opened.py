"""The views opened beside a record: thrown away where damaged, in memory where none can be made."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from timeline.catalogue import Catalogue, catalogue
from timeline.chronicle import Chronicle
from timeline.errors import ViewError
from timeline.replay.engine import Engine
from timeline.replay.steps import Progress
from timeline.views import ViewsFile
from timeline.views.faults import Damaged

T = TypeVar("T")
MEMORY = Path(":memory:")
ONCE = "The views are built in memory, for this once."


class Opened:
    """A chronicle, the file of its views, and the engine that keeps them up with it."""

    def __init__(
        self,
        chronicle: Chronicle,
        views: Path,
        *,
        progress: Progress | None = None,
        found: Catalogue | None = None,
        as_found: bool = False,
    ) -> None:
        """Take an open chronicle; the views are made where they are missing.

        Args:
            chronicle: the record, open.
            views: the file of the views, `timeline.views.db` beside the store.
            progress: told of work that takes its time: of what, positions done, in all.
            found: the projections; those installed if None.
            as_found: take the views as they are, to say how they differ from the record.
        """
        self.catalogue = catalogue() if found is None else found
        self.file = _file(views, as_found=as_found)
        self._chronicle, self._progress, self._as_found = chronicle, progress, as_found
        self.engine = self.safely(self._engine)

    def _engine(self) -> Engine:
        projections = self.catalogue.projections
        engine = Engine(self._chronicle, self.file, projections, self._progress)
        if not self._as_found:
            engine.only_of_this()
        return engine

    @property
    def warnings(self) -> list[str]:
        """Sentences to be said once: that views were thrown away, that none can be written."""
        return self.file.warnings

    def close(self) -> None:
        """Let go of the file of the views."""
        self.file.close()

    def in_memory(self, reason: str) -> str:
        """Build views in memory from here on, for `reason`; what to say of it."""
        self.file.close()
        self.file = _memory(reason)
        self.engine = self._engine()
        return self.file.warnings[-1]

    def safely(self, work: Callable[[], T]) -> T:
        """Do it; where the views turn out to be damaged, throw them away and do it again."""
        for _ in range(2):  # twice, since a replay may drop the rows of a build that is read
            with suppress(Damaged), self.file.in_our_words():
                return work()
        self.file.throw_away("was damaged")
        if hasattr(self, "engine"):
            self.engine.take()
        with self.file.in_our_words():
            return work()


def _file(path: Path, *, as_found: bool) -> ViewsFile:
    """The file of the views; where none can be made, views live in memory for once."""
    try:
        return ViewsFile(path, as_found=as_found)
    except ViewError as fault:
        return _memory(str(fault))


def _memory(reason: str) -> ViewsFile:
    held = ViewsFile(MEMORY)
    held.warnings.append(f"{reason} {ONCE}")
    return held
