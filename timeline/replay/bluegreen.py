"""Views built anew beside the live ones, resumed after any stop, and switched by one statement."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.views import Build
from timeline.views.lock import alone as held_alone

if TYPE_CHECKING:
    from timeline.replay.engine import Engine


def waiting(engine: "Engine", name: str) -> Build | None:
    """A build of the code as it is now that was begun and is not live."""
    build = engine.builds.waiting(name)
    return build if build and (build.version, build.fingerprint) == engine.shape(name) else None


def begin(engine: "Engine", name: str) -> Build:
    """Begin an empty build; those that nobody finished with other code are dropped."""
    with engine.file.transaction():
        for number in engine.builds.unused(name):
            _drop(engine, name, number)
        projection = engine.projections[name]
        build = engine.builds.begin(name, projection.version, projection.entry)
        engine.rows(name, build).create()
    return build


def build(engine: "Engine", names: Sequence[str]) -> list[Build]:
    """Build views anew up to the head, beside the live ones; what was begun is resumed.

    Raises:
        Conflict: another process is replaying one of them.
    """
    with alone(engine, names):
        head = engine.head()
        engine.learn(head)
        begun = [waiting(engine, name) or begin(engine, name) for name in names]
        engine.feed(begun, head)
        return [engine.builds.of(one.build) for one in begun]


def switch(engine: "Engine", build: Build) -> None:
    """Let a build answer; the one that did is kept, older ones are dropped."""
    with engine.file.transaction():
        engine.builds.switch(build)
        for number in engine.builds.unused(build.projection):
            _drop(engine, build.projection, number)


@contextmanager
def alone(engine: "Engine", names: Sequence[str]) -> Iterator[None]:
    """Hold the locks of these replays; views in memory need none."""
    with ExitStack() as stack:
        for name in sorted(names) if engine.file.path.name != ":memory:" else ():
            lock = Path(f"{engine.file.path}.{name}.lock")
            stack.enter_context(held_alone(lock, f"Another process is replaying {name}."))
        yield


def _drop(engine: "Engine", name: str, number: int) -> None:
    engine.rows(name, engine.builds.of(number)).drop()
    engine.builds.forget(number)
