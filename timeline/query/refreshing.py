"""Views brought up to date before they are asked, as far as they can be written."""

import sqlite3
from collections.abc import Callable

from timeline.errors import StoreLocked
from timeline.query import renewing, words
from timeline.query.values import Filters
from timeline.replay.engine import Engine
from timeline.views.faults import Damaged, told


def holds(engine: Engine, name: str, filters: Filters) -> bool:
    """Whether what the views hold can answer at all where they cannot be written."""
    kept = engine.kept(name)
    return kept is not None and not (
        _searched(engine, name, filters) and words.behind(engine, kept.build.position)
    )


def index_words(engine: Engine, name: str, filters: Filters) -> None:
    """Make the words of a view searchable, where they are searched and can be."""
    if _searched(engine, name, filters) and engine.file.writable and (kept := engine.kept(name)):
        words.index(engine, kept.build.position)


def _searched(engine: Engine, name: str, filters: Filters) -> bool:
    return bool(filters.text) or "TEXT" in engine.projections[name].takes


def catch_up(engine: Engine, *names: str) -> str:
    """Bring views up to date if that can be done; else the reason why not, as a sentence."""
    return _tried(engine, lambda: engine.catch_up(*names))


def renew(engine: Engine, name: str) -> str:
    """Replay a stale view if a read may; a sentence on what was done or hindered it, or none."""
    return _tried(engine, lambda: renewing.renew(engine, name))


def _tried(engine: Engine, work: Callable[[], str | None]) -> str:
    """Do what writes to the views if that can be done; else the reason why not, as a sentence."""
    if not engine.file.writable:
        return f"{engine.file.path.name} cannot be written here: what it holds is shown as it is."
    try:
        return work() or ""
    except StoreLocked as fault:
        return str(fault)
    except sqlite3.OperationalError as fault:
        reason = told(engine.file.path, fault)
        if isinstance(reason, Damaged):
            raise
        return str(reason)  # the disk is full, say: what is there still answers
