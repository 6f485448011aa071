"""Verifying the views: the chronicle is folded afresh, elsewhere, and the rows are compared."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from timeline.chronicle import Chronicle
from timeline.query import Library
from timeline.replay.engine import Engine
from timeline.transfer.verifying import Flaw, Progress
from timeline.views import Build, Rows
from timeline.views.codec import WHOLE, canonical, weight

NAMED = 10
"""Rows that are named of those that differ."""
TRIES = 3
"""While others write."""


class Compared(NamedTuple):
    """A view and the same made anew."""

    view: str
    position: int
    digest: str
    """As recomputed from the rows; hexadecimal."""
    flaws: tuple[Flaw, ...]
    why_not: str = ""
    """Why it was not compared, if it was not."""


def compare(library: Library, chronicle: Chronicle, progress: Progress) -> Iterator[Compared]:
    """Compare each view that answers with what a fold of the whole chronicle makes.

    Args:
        library: of the views as they are.
        chronicle: the record.
        progress: told of positions.
    """
    place = library.file.path.parent if library.file.path.name != ":memory:" else None
    with TemporaryDirectory(prefix=".verify-", dir=place) as folder:
        path = Path(folder, "views.db")
        fresh = Library(chronicle, path, progress=progress, found=library.catalogue)
        names = sorted(library.catalogue.projections)
        try:
            built = [name for name in names if library.engine.kept(name)]
            if built:
                fresh.engine.catch_up(*built, anyway=True)
            for name in names:
                yield _compare(library, fresh, name)
        finally:
            fresh.close()


def _compare(library: Library, fresh: Library, name: str) -> Compared:
    kept = library.engine.kept(name)
    if kept is None:
        return Compared(name, 0, "", (), "not built yet")
    if kept.stale:
        why = f"made by other code; timeline projection replay {name}"
        return Compared(name, kept.build.position, kept.build.digest, (), why)
    if kept.build.error:
        flaw = Flaw(name, f"failed {kept.build.error}")
        return Compared(name, kept.build.position, kept.build.digest, (flaw,))
    for _ in range(TRIES):
        library.engine.catch_up(name, anyway=True)
        fresh.engine.catch_up(name, anyway=True)
        ours, theirs = _build(library.engine, name), _build(fresh.engine, name)
        if ours.position == theirs.position:
            break
    rows = library.engine.rows(name, ours), fresh.engine.rows(name, theirs)
    return Compared(
        name, ours.position, f"{_digest(rows[0]):064x}", tuple(_flaws(name, ours, rows))
    )


def _build(engine: Engine, name: str) -> Build:
    kept = engine.kept(name)
    assert kept is not None
    return kept.build


def _flaws(name: str, build: Build, rows: tuple[Rows, Rows]) -> Iterator[Flaw]:
    stored, anew = (_digest(one) for one in rows)
    if stored != anew:
        differing = list(islice(_differing(*rows), NAMED + 1))
        told = ", ".join(differing[:NAMED]) + (", …" if len(differing) > NAMED else "")
        yield Flaw(name, f"its rows are not those of the record: {told or 'their order'}")
    elif int(build.digest or "0", 16) != stored:
        yield Flaw(name, "its digest is not that of its rows")


def _digest(rows: Rows) -> int:
    return weight(text for row in _rows(rows) for text in canonical((row.entry,))) % WHOLE


def _rows(rows: Rows) -> Iterator[Any]:
    return rows.entries("1", (), None)


def _differing(stored: Rows, anew: Rows) -> Iterator[str]:
    """Handles of entries that one has and the other has not, or has otherwise."""
    for one, other in ((anew, stored), (stored, anew)):
        for row in _rows(one):
            found = other.at(row.entry.position)
            if found is None or (one is anew and found.entry != row.entry):
                yield row.entry.handle
