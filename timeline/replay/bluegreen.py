"""Views built anew beside the live ones, resumed after any stop, and switched by one statement."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline.views import Build
from timeline.views.lock import alone as held_alone

if TYPE_CHECKING:
    from timeline.replay.engine import Engine

RATE = 10_000
"""Events a second that a replay takes in at the least: 16 thousand were measured, on a busy core
half as fast as most."""
PATIENCE = 2
"""Seconds that a read may take to replay a view by itself."""
Left = Literal["", "newer", "back", "compared", "failed", "large"]
"""Why a read leaves a stale view as it is; empty: it need not."""


def waiting(engine: "Engine", name: str) -> Build | None:
    """A build of the code as it is now that was begun and is not live."""
    build = engine.builds.waiting(name)
    return build if build and (build.version, build.fingerprint) == engine.shape(name) else None


def begin(engine: "Engine", name: str, *, first: bool = False) -> Build:
    """Begin an empty build; those that nobody finished with other code are dropped.

    One that another process began in this very moment is taken instead, and if it is to be the
    `first` of its projection, also one that answers since.
    """
    with engine.file.transaction():
        held = (engine.builds.live(name) if first else None) or waiting(engine, name)
        if held is not None:
            return held
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
        return _build(engine, names)


def _build(engine: "Engine", names: Sequence[str]) -> list[Build]:
    head = engine.head()
    engine.learn(head)
    begun = [waiting(engine, name) or begin(engine, name) for name in names]
    engine.feed(begun, head)
    return [engine.builds.of(one.build) for one in begun]


def left(engine: "Engine", name: str, live: Build) -> Left:
    """Why a read does not replay a stale view by itself.

    `newer`: code of a later version made it, so that this program is the one that is behind.
    `back`: somebody switched back to it, which holds until somebody switches again. A build is
    numbered when it is begun, so the one that is left for an older one has the higher number.
    `compared`: a replay of the code as it is now waits to be looked at, as a dry run leaves it.
    `failed`: that replay could not take an event. `large`: it would take longer than `PATIENCE`.
    """
    before, begun = engine.builds.previous(name), waiting(engine, name)
    if live.version > engine.projections[name].version:
        return "newer"
    if before and before.build > live.build:
        return "back"
    if begun and begun.error:
        return "failed"
    if begun and begun.position >= live.position:
        return "compared"
    events = engine.head() - (begun.position if begun else 0)
    return "large" if events > RATE * PATIENCE else ""


def renew(engine: "Engine", name: str) -> bool:
    """Build a stale view anew and switch to it, where nothing speaks against it: see `left`.

    Returns:
        Whether it was done; not where another process just did it, or the build failed.

    Raises:
        Conflict: another process is replaying it.
    """
    with alone(engine, (name,)):
        kept = engine.kept(name)
        if kept is None or not kept.stale or left(engine, name, kept.build):
            return False
        (build,) = _build(engine, (name,))
        if not build.error:
            switch(engine, build)
        return not build.error


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
