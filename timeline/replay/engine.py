"""The engine: keeps the ledger and the views of one file up with one chronicle."""

from collections.abc import Mapping, Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.json import decode

from timeline.chronicle import Chronicle, glance
from timeline.projection import Projection
from timeline.replay.bluegreen import begin, waiting
from timeline.replay.records import Records, tip
from timeline.replay.steps import Progress
from timeline.replay.whom import Who
from timeline.views import (
    Build,
    Builds,
    Codec,
    Ledger,
    Lists,
    Rows,
    Shelves,
    ViewsFile,
    fingerprint,
)  # fmt: skip

if TYPE_CHECKING:
    from timeline.replay.fold import Fold
    from timeline.replay.preparing import ProjectionFault

SMALL = 40_000
"""Events that a read catches up by itself: some two seconds."""


def is_of(ledger: Ledger, chronicle: Chronicle) -> bool:
    """Whether the last event that a ledger has learnt is still what it was."""
    position = ledger.checkpoint()[0]
    return not position or ledger.tip() == tip(chronicle.at(position))


class Kept(NamedTuple):
    """The build that answers for a projection, and whether other code made it."""

    build: Build
    stale: bool
    seen: Connection | None = None
    """The snapshot in which it does."""


class Engine:
    """Brings views up to date and builds them anew beside the live ones."""

    def __init__(
        self,
        chronicle: Chronicle,
        file: ViewsFile,
        projections: Mapping[str, Projection[Any]],
        progress: Progress | None = None,
    ) -> None:
        self.chronicle, self.file, self.projections = chronicle, file, projections
        self.progress = progress or (lambda *_: None)
        self.fetch = Records(chronicle)
        self.faults: list[ProjectionFault] = []
        """What projections could not take while this engine fed their views."""
        self.take()

    def take(self) -> None:
        """Take the tables of the file as it is open now."""
        connection = self.file.connection
        self.ledger, self.shelves = Ledger(connection), Shelves(connection)
        self.lists = Lists(connection)
        self.builds = Builds(connection)
        self.who = Who(self.ledger, self.fetch)
        self.casts = Lists(connection, "casts")
        """To be looked up; only what learns new ones knows by which keys they are found."""
        self._fold: Fold | None = None

    @property
    def fold(self) -> "Fold":
        """From later events to changes."""
        if self._fold is None:
            from timeline.replay.fold import Fold  # here, since most reads ask for none

            self._fold = Fold(self.ledger, self.shelves, self.casts, self.fetch, self.who)
        return self._fold

    def only_of_this(self) -> None:
        """Throw the views away if they are of another chronicle."""
        if not is_of(self.ledger, self.chronicle):
            self.file.throw_away("was made of another chronicle")
            self.take()

    def head(self) -> int:
        """The position of the chronicle's last event."""
        return glance(self.chronicle.path).head

    def learn(self, upto: int) -> None:
        """Bring the ledger up to a position. Raises: StoreLocked."""
        position, settled, _ = self.ledger.checkpoint()
        if position < upto or settled < upto:
            from timeline.replay.learning import learn  # here, since most reads find it learnt

            learn(self, upto)

    # Views.
    def shape(self, name: str) -> tuple[int, str]:
        """Version and fingerprint of a projection's code."""
        projection = self.projections[name]
        return projection.version, fingerprint(projection.entry)

    def kept(self, name: str, seen: Connection | None = None) -> Kept | None:
        """The build that answers for a projection, if there is one; as a snapshot sees it."""
        build = (Builds(seen) if seen else self.builds).live(name)
        return build and Kept(build, (build.version, build.fingerprint) != self.shape(name), seen)

    def rows(self, name: str, build: Build, seen: Connection | None = None) -> Rows:
        """The rows of a build of this projection, as its code reads them, and a snapshot sees."""
        held = decode(build.fingerprint)
        codec = Codec(self.projections[name].entry, self.lists, held)
        return Rows(seen or self.file.connection, build.build, codec)

    def catch_up(self, *names: str, anyway: bool = False) -> None:
        """Bring views up to the head, where that is small work, or they have never been built.

        Args:
            names: of projections.
            anyway: also if it takes its time.

        Raises:
            StoreLocked: another process is writing to the views.
        """
        head = self.head()
        kept = {name: self.kept(name) for name in names}
        late = [name for name, view in kept.items() if view is None]
        late += [
            name
            for name, view in kept.items()
            if view and not view.stale and head - view.build.position > 0
            and (anyway or head - view.build.position <= SMALL)
        ]  # fmt: skip
        if not late and kept and head > self.ledger.checkpoint()[0] + SMALL:
            return
        self.learn(head)
        while late:
            self.feed([self._live(name) for name in late], head)
            late = [name for name in late if self.builds.live(name) is None]

    def _live(self, name: str) -> Build:
        """The live build of a projection; a first one is begun, and answers when it is done."""
        return self.builds.live(name) or waiting(self, name) or begin(self, name, first=True)

    def feed(self, builds: Sequence[Build], upto: int) -> None:
        """Bring builds up to a position in one scan; a first one of its projection goes live.

        One that another process drops meanwhile, having replayed its view twice, is let go.
        """
        from timeline.replay.feeding import feed  # here, since most reads find it done

        feed(self, builds, upto)
