"""Stale views: replayed by the read that finds them where that is small work, else told of."""

from collections.abc import Iterator

from timeline.errors import Conflict
from timeline.replay import bluegreen
from timeline.replay.engine import Engine, Kept


def renew(engine: Engine, name: str) -> str:
    """Replay a view that other code made, if a read may; what was done, or hindered it.

    Returns:
        A sentence; empty where nothing was to be done, or nothing was tried.

    Raises:
        StoreLocked: another process is writing to the views.
    """
    kept = engine.kept(name)
    if kept is None or not kept.stale or bluegreen.left(engine, name, kept.build):
        return ""
    try:
        if not bluegreen.renew(engine, name):
            return ""
    except Conflict as fault:
        return str(fault)
    made, now = kept.build.version, engine.projections[name].version
    by = f"version {made} of its code" if made != now else f"other code of its version {made}"
    return (
        f"{name} was made by {by} and was replayed; back: timeline projection switch {name} --back"
    )


def stale(engine: Engine, kept: Kept, behind: int) -> Iterator[str]:
    """That a view is stale, and the command that mends it."""
    build, name = kept.build, kept.build.projection
    made = f"version {build.version} of its code"
    place = f"as of #{build.position}, {behind:,} behind"
    again = f"timeline projection replay {name}"
    begun = bluegreen.waiting(engine, name)
    match bluegreen.left(engine, name, build):
        case "newer":
            now = engine.projections[name].version
            yield f"{name} was made by {made}, newer than the version {now} here, {place}: {again}"
        case "back":
            yield f"{name} was switched back to {made} and stays there, {place}: {again}"
        case "compared":
            yield (
                f"{name} was made by {made}, {place}. A replay waits: timeline projection diff"
                f" {name} tells what it changes, timeline projection switch {name} lets it answer."
            )
        case "failed" if begun:
            yield f"{name} was made by {made}, {place}. Its replay failed {begun.error}: {again}"
        case _:
            yield f"{name} was made by {made}, {place}: {again}"
