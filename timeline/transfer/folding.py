"""Verifying the views: the chronicle is folded afresh, elsewhere, and all tables are compared."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from timeline.chronicle import Chronicle
from timeline.query import Library
from timeline.query.sealing import sealed
from timeline.replay.bluegreen import begin
from timeline.replay.engine import Engine
from timeline.replay.steps import Progress
from timeline.transfer.facing import Compared, named, readable
from timeline.transfer.learnt import Learnt
from timeline.transfer.verifying import Flaw
from timeline.views import Build, Rows
from timeline.views.codec import hexadecimal
from timeline.views.differing import Row, differing
from timeline.views.facts import rows_told
from timeline.views.faults import Damaged

STOPPED = "it failed"


class Comparison(NamedTuple):
    """What a views file holds, beside the same made anew."""

    views: tuple[Compared, ...]
    ledger: Compared
    """What all views rest on."""
    words: Compared
    """What a search looks into."""

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """All that is not as the record has it."""
        return tuple(flaw for one in (self.ledger, self.words, *self.views) for flaw in one.flaws)

    @property
    def disposable(self) -> bool:
        """Whether something differs that is right again once the file was deleted."""
        return any(
            one.flaws and one.why_not != STOPPED for one in (self.ledger, self.words, *self.views)
        )


def compare(library: Library, chronicle: Chronicle, progress: Progress) -> Comparison:
    """Compare all that a views file holds with what a fold of the same events makes.

    The file is read as it is found, and not brought up to date: so it may be on a medium that
    cannot be written, and be read and written by others meanwhile.

    Args:
        library: of the views as they are.
        chronicle: the record.
        progress: told of positions.

    Raises:
        ViewError: there is no room to make the views anew, say.
    """
    seen = library.file.snapshot()
    try:
        with _elsewhere(library.file.path) as folder:
            path = Path(folder, "views.db")
            fresh = Library(chronicle, path, progress=progress, found=library.catalogue)
            try:
                with library.file.in_our_words():
                    return _compare(library.engine, fresh.engine, seen)
            except Damaged as damaged:
                flaw = Flaw(library.file.path.name, f"cannot be read: {damaged.fault}")
                return Comparison((), Compared("ledger", 0, flaws=(flaw,)), Compared("words", 0))
            finally:
                fresh.close()
    finally:
        library.file.drop(seen)


def _elsewhere(views: Path) -> "TemporaryDirectory[str]":
    """A folder beside the views, where there is room for more; if need be, the system's own."""
    if views.name != ":memory:":
        with suppress(OSError):
            return TemporaryDirectory(prefix=".verify-", dir=views.parent)
    return TemporaryDirectory(prefix="timeline-verify-")


def _compare(engine: Engine, fresh: Engine, seen: sqlite3.Connection) -> Comparison:
    learnt = Learnt(engine.file, seen, fresh)
    names = sorted(engine.projections)
    apart = {name: one for name in names if (one := _apart(engine, name, seen, learnt))}
    builds = {name: kept.build for name in names if (kept := engine.kept(name, seen))}
    with fresh.file.in_our_words():
        anew = _fed(fresh, {name: builds[name].position for name in names if name not in apart})
    views = tuple(
        apart.get(name) or _view(engine, fresh, seen, (builds[name], anew[name])) for name in names
    )
    return Comparison(views, learnt.ledger(), learnt.words())


def _apart(engine: Engine, name: str, seen: sqlite3.Connection, learnt: Learnt) -> Compared | None:
    """What is to be said of a view that cannot be compared; None if it can."""
    kept = engine.kept(name, seen)
    if kept is None:
        return Compared(name, 0, why_not="not built yet")
    build = kept.build
    one = Compared(name, build.position, behind=engine.head() - build.position)
    if build.projection != name:
        flaw = Flaw(name, f"a view of {build.projection} answers for it")
        return one._replace(flaws=(flaw,))
    if kept.stale:
        return one._replace(why_not=f"made by other code; timeline projection replay {name}")
    if build.error:
        return one._replace(flaws=(Flaw(name, f"failed {build.error}"),), why_not=STOPPED)
    if build.position > learnt.position:
        flaw = Flaw(name, f"is at #{build.position}, beyond the ledger's #{learnt.position}")
        return one._replace(flaws=(flaw,))
    return None


def _fed(fresh: Engine, places: Mapping[str, int]) -> dict[str, Build]:
    """Builds made anew, each up to its place: in one scan where these are one."""
    begun = {name: begin(fresh, name, first=True) for name in places}
    for upto in sorted({place for place in places.values() if place}):
        fresh.feed([begun[name] for name in places if places[name] >= upto], upto)
    return {name: fresh.builds.of(build.build) for name, build in begun.items()}


def _view(
    engine: Engine, fresh: Engine, seen: sqlite3.Connection, builds: tuple[Build, Build]
) -> Compared:
    build, anew = builds
    name = build.projection
    rows = _Weighed(engine.rows(name, build, seen)), fresh.rows(name, anew)
    flaws = tuple(readable(engine.file, name, _flaws(build, anew, rows, fresh)))
    digest = sealed(fresh, rows[0].digest, build.position)
    behind = engine.head() - build.position
    return Compared(name, build.position, digest, flaws, behind=behind)


class _Weighed:
    """Rows of a build that are weighed for its digest while they are compared."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._total = 0

    @property
    def digest(self) -> str:
        """Of those that went by."""
        return hexadecimal(self._total)

    def __iter__(self) -> Iterator[Row]:
        for row in rows_told(self.rows):
            text = row[-1]
            if isinstance(text, bytes):  # as it was written
                self._total += int.from_bytes(sha256(text).digest())
            yield row


def _flaws(build: Build, anew: Build, rows: tuple[_Weighed, Rows], fresh: Engine) -> Iterator[Flaw]:
    name = build.projection
    stored, made = rows
    if anew.error:
        yield Flaw(name, f"failed {anew.error} when it was made anew")
        return
    differs = False
    for what, width, ours, theirs in (
        ("rows", 1, iter(stored), rows_told(made)),
        ("past rows", 2, rows_told(stored.rows, past=True), rows_told(made, past=True)),
    ):
        keys = differing(ours, theirs, width)
        count, handles = named(_handle(fresh, position) for position, *_ in keys)
        if count:
            differs = True
            yield Flaw(name, f"its {what} are not those of the record: {handles}")
    if not differs and build.digest != stored.digest:
        yield Flaw(name, "its digest is not that of its rows")


def _handle(fresh: Engine, position: object) -> str:
    """What an assertion is called, by its position; the position, where none is there."""
    found = fresh.ledger.learnt(position) if isinstance(position, int) else None
    return found.handle if found else f"#{position}"
