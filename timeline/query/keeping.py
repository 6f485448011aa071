"""Keeping views: their states, replays, the dry run, the switch."""

from collections.abc import Iterator
from inspect import getdoc
from itertools import islice

from timeline.catalogue import Catalogue
from timeline.errors import ViewError
from timeline.projection import Entry
from timeline.query.because import because
from timeline.query.sealing import sealed
from timeline.query.values import Difference, ProjectionState, State
from timeline.replay import bluegreen
from timeline.replay.engine import Engine
from timeline.views import Rows
from timeline.views.condition import Condition

PAGE = 500
"""Rows that differ whose events are looked for together."""
SPAN = 2000
"""Positions whose rows are compared together."""


def states(engine: Engine, catalogue: Catalogue, head: int) -> list[ProjectionState]:
    """All projections by name, then what could not be loaded."""
    found = [state(engine, name, head) for name in sorted(catalogue.projections)]
    found += [
        ProjectionState(one.name, 0, 0, head, "failed", "", 0, one.error, "")
        for one in catalogue.broken
    ]
    return found


def state(engine: Engine, name: str, head: int) -> ProjectionState:
    """One projection, and the view that answers for it."""
    told = (getdoc(type(engine.projections[name])) or "").partition("\n")[0]
    kept, waiting = engine.kept(name), bluegreen.waiting(engine, name)
    if kept is None:
        position = waiting.position if waiting else 0
        version = engine.projections[name].version
        how: State = "building" if waiting else "absent"
        return ProjectionState(name, version, position, head - position, how, "", 0, "", told)
    build = kept.build
    how = "stale" if kept.stale else "failed" if build.error else "live"
    behind = max(0, head - build.position)
    rows = engine.rows(name, build).count()
    error = build.error or (waiting.error if waiting else "")  # a replay fails behind what answers
    digest = sealed(engine, build.digest, build.position)
    return ProjectionState(
        name, build.version, build.position, behind, how, digest, rows, error, told
    )


def replay(engine: Engine, names: tuple[str, ...]) -> dict[str, str]:
    """Build views anew beside the live ones, and switch to those that did not fail.

    Returns:
        How the others failed, by name: at which position, and why.
    """
    failed = {}
    for build in bluegreen.build(engine, names):
        if build.error:
            failed[build.projection] = build.error
        else:
            bluegreen.switch(engine, build)
    return failed


def stale(engine: Engine, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the views that other code made, or that failed."""
    kept = {name: engine.kept(name) for name in names}
    return tuple(name for name, view in kept.items() if view and (view.stale or view.build.error))


def switch(engine: Engine, name: str, *, back: bool) -> None:
    """Let a finished replay answer, or the build that answered before. Raises: ViewError."""
    if back:
        build = engine.builds.previous(name)
        if build is None:
            raise ViewError(f"There is no earlier view of {name} to switch back to.")
    else:
        build = bluegreen.waiting(engine, name)
        if build is None:
            raise ViewError(
                f"There is no finished replay of {name}: `timeline projection diff {name}` makes"
                f" one to look at, `timeline projection replay {name}` makes one and switches."
            )
        if build.error:
            raise ViewError(f"The replay of {name} failed {build.error}; nothing was switched.")
        kept = engine.kept(name)
        if kept and build.position < kept.build.position:
            raise ViewError(
                f"The replay of {name} was stopped at #{build.position}, before #"
                f"{kept.build.position}, where the view is: `timeline projection replay {name}`"
                " goes on with it."
            )
    bluegreen.switch(engine, build)


def diff(engine: Engine, name: str) -> Iterator[Difference]:
    """Compare the live view, as it stands, with what the code of now makes of the same events."""
    kept = engine.kept(name)
    if kept is None:
        return
    (build,) = bluegreen.build(engine, (name,))
    if build.error:
        raise ViewError(f"The replay of {name} failed {build.error}.")
    old, new = engine.rows(name, kept.build), engine.rows(name, build)
    at = kept.build.position
    found = _differing(old, new, at)
    while page := list(islice(found, PAGE)):
        behind = because(engine, [one.position for one, _, _ in page], at)
        for one, before, after in page:
            yield Difference(name, one.id, one.handle, before, after, behind[one.position])


def _differing(
    old: Rows, new: Rows, as_of: int
) -> Iterator[tuple[Entry, Entry | None, Entry | None]]:
    """Rows that differ: the entry, before, after."""
    for start in range(0, as_of, SPAN):
        befores, afters = (
            {row.entry.position: row.entry for row in rows.entries(_between(start, as_of), as_of)}
            for rows in (old, new)
        )
        for position in sorted(befores.keys() | afters.keys()):
            before, after = befores.get(position), afters.get(position)
            one = after or before
            if one is not None and before != after:
                yield one, before, after


def _between(start: int, last: int) -> Condition:
    ends = start, min(start + SPAN, last)
    return Condition("position > ? AND position <= ?", ends, narrow=True)
