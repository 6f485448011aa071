"""The engine: keeps the ledger and the views of one file up with one chronicle."""

from collections.abc import Mapping, Sequence
from json import loads
from sqlite3 import Connection
from typing import Any, NamedTuple

from timeline.chronicle import Chronicle, Recorded, glance
from timeline.projection import Projection
from timeline.replay.bluegreen import begin, waiting
from timeline.replay.fold import Fold
from timeline.replay.learn import Learner, tip
from timeline.replay.reads import take_apart
from timeline.replay.records import Records
from timeline.replay.scan import Overtaken, Progress, Scan, overtaken_unless, without_collection
from timeline.replay.settle import Settler
from timeline.replay.target import Target
from timeline.replay.whom import Who, keys
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

SMALL = 40_000
"""Events that a read catches up by itself: some two seconds."""
BULK = 20_000
"""Events from which on a load goes without indexes."""
TRIES = 100


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
        self._progress = progress or (lambda *_: None)
        self.fetch = Records(chronicle)
        self.take()
        self._check()

    def take(self) -> None:
        """Take the tables of the file as it is open now."""
        connection = self.file.connection
        self.ledger, self.shelves = Ledger(connection), Shelves(connection)
        self.lists = Lists(connection)
        self.builds = Builds(connection)
        self.who = Who(self.ledger, self.fetch)
        self.casts = Lists(connection, "casts", lambda cast: keys(self._directory, cast))
        self.fold = Fold(self.ledger, self.shelves, self.casts, self.fetch, self.who)

    def _check(self) -> None:
        """Throw the views away if they are of another chronicle."""
        position = self.ledger.checkpoint()[0]
        if position and self.ledger.tip() != tip(self.chronicle.at(position)):
            self.file.throw_away("was made of another chronicle")
            self.take()

    def head(self) -> int:
        """The position of the chronicle's last event."""
        return glance(self.chronicle.path).head

    # The ledger.
    def learn(self, upto: int) -> None:
        """Bring the ledger up to a position. Raises: StoreLocked."""
        while True:
            position, settled, indexed = self.ledger.checkpoint()
            if position >= upto and settled >= upto:
                return
            if not indexed and upto - position <= BULK:
                with self.file.transaction():
                    self.ledger.index()
            try:
                self._learn(position, upto)
                self._settle(upto)
            except Overtaken:
                continue

    def _learner(self, position: int) -> Learner:
        self._directory = self.who.as_of(position)
        return Learner(self.ledger, self.shelves, self.casts, self._directory)

    def _learn(self, position: int, upto: int) -> None:
        learner = self._learner(position)
        with without_collection():
            for page in self.chronicle.pages(position, upto):
                self._learn_page(learner, position, page)
                position = page[-1].position
                self._progress("ledger", position, upto)

    def _learn_page(self, learner: Learner, position: int, page: Sequence[Recorded]) -> None:
        try:
            with self.file.transaction():
                # First, so that whoever was overtaken does not run into what is learnt already.
                held = self.ledger.advance(position, page[-1].position, tip(page[-1]))
                overtaken_unless(held)
                learner.learn(take_apart(page))
        except BaseException:
            self.casts.forget()
            raise

    def _settle(self, upto: int) -> None:
        with self.file.transaction():
            position, settled, indexed = self.ledger.checkpoint()
            if not indexed:
                self.ledger.index()
            if settled < position:
                self._learner(position)
                Settler(self.ledger, self.casts).settle(self.fetch, min(position, upto))

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
        held = loads(build.shape)
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
        if late:
            self.feed([self._live(name) for name in late], head)

    def _live(self, name: str) -> Build:
        """The live build of a projection; a first one is begun, and answers when it is done."""
        return self.builds.live(name) or waiting(self, name) or begin(self, name)

    def feed(self, builds: Sequence[Build], upto: int) -> None:
        """Bring builds up to a position in one scan; a first one of its projection goes live.

        One that another process drops meanwhile, having replayed its view twice, is let go.
        """
        targets: list[Target] = []
        for _ in range(TRIES):
            fresh = [held for build in builds if (held := self.builds.find(build.build))]
            targets = [
                Target(self.projections[build.projection], build, self.lists, self.ledger)
                for build in fresh
            ]
            if not targets:
                return
            try:
                self._index(targets, upto)
                Scan(self.chronicle, self.file, self.fold, self._progress).run(targets, upto)
                self._index(targets, 0)
            except Overtaken:
                continue
            break
        for target in targets:
            if self.builds.live(target.projection.name) is None:
                with self.file.transaction():
                    self.builds.switch(target.build)

    def _index(self, targets: Sequence[Target], upto: int) -> None:
        """Make indexes that do not stand; before a bulk load they wait until it is done."""
        for target in targets:
            if not target.build.indexed and upto - target.build.position <= BULK:
                with self.file.transaction():
                    overtaken_unless(self.builds.stands(target.build))
                    target.rows.index()
                    self.builds.indexed(target.build)
                target.moved(self.builds)
