"""The digest of a replay that waits beside its view, as of where that view is."""

from timeline.query.library import Library
from timeline.query.sealing import sealed
from timeline.replay import bluegreen


def replayed(library: Library, name: str) -> str:
    """The digest that the view would have, hexadecimal; empty where there is nothing to compare.

    The replay may go further than the view; then this takes a pass over its rows.
    """
    engine = library.engine
    kept, build = engine.kept(name), bluegreen.waiting(engine, name)
    if kept is None or build is None:
        return ""
    at = kept.build.position
    digest = build.digest if build.position == at else engine.rows(name, build).sealed(at)
    return sealed(engine, digest, at)
