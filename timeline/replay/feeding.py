"""Builds brought up to the ledger in one scan, with indexes that are made where they pay."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.errors import StoreLocked
from timeline.replay import steps
from timeline.replay.scan import Scan
from timeline.replay.steps import Overtaken, overtaken_unless
from timeline.replay.target import Target
from timeline.views import Build

if TYPE_CHECKING:
    from timeline.replay.engine import Engine

TRIES = 100


def feed(engine: "Engine", builds: Sequence[Build], upto: int) -> None:
    """Bring builds up to a position; see `Engine.feed`.

    Raises:
        StoreLocked: other processes move the checkpoints, time and again.
    """
    targets: list[Target] = []
    for _ in range(TRIES):
        fresh = [held for build in builds if (held := engine.builds.find(build.build))]
        targets = [
            Target(engine.projections[build.projection], build, engine.lists, engine.ledger)
            for build in fresh
        ]
        if not targets:
            return
        try:
            _index(engine, targets, upto)
            Scan(engine.chronicle, engine.file, engine.fold, engine.progress).run(targets, upto)
            _index(engine, targets, 0)
        except Overtaken:
            continue
        break
    else:
        raise StoreLocked("The views are being written by other processes; try again.")
    engine.faults += [target.fault for target in targets if target.fault]
    for target in targets:
        if engine.builds.live(target.projection.name) is None:
            with engine.file.transaction():
                engine.builds.switch(target.build)


def _index(engine: "Engine", targets: Sequence[Target], upto: int) -> None:
    """Make indexes that do not stand; before a bulk load they wait until it is done."""
    for target in targets:
        if not target.build.indexed and upto - target.build.position <= steps.BULK:
            steps.enough_room(engine.file.path, steps.INDEXED * target.build.position)
            with engine.file.transaction():
                overtaken_unless(engine.builds.stands(target.build))
                target.rows.index()
                engine.builds.indexed(target.build)
            target.moved(engine.builds)
