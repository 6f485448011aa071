"""Actors and unresolved names, as a list."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from timeline.cli import stamped
from timeline.cli.door import Door
from timeline.cli.options import RECORDS, Format
from timeline.projection.coverage import plural
from timeline.projection.sheet import Block, Heading, Sentence, Table
from timeline.query import ActorStanding
from timeline.review.actors import Unresolved, unplaced, unresolved

SHOWN = 20
"""Rows of a page, where nobody says how many; a pipe and records hold all."""


def tell(
    door: Door,
    limit: int | None,
    how: Format,
    as_of: str | int | None = None,
    *,
    only_open: bool,
) -> None:
    """Write the actors, or the names that mean nobody, in the format asked for."""
    directory = door.library.directory(as_of)
    held = door.library.actors(as_of)
    if doubt := door.library.doubt(as_of):
        door.hint(doubt)
    if how is Format.AUTO:
        how = Format.TABLE if sys.stdout.isatty() else Format.LINES
    most = limit or (SHOWN if how in (Format.TABLE, Format.MD) else None)
    rows = [(one, directory.sides(one.name)[1:]) for one in held[:most]]
    stamp = stamped.of_record(door, "actors/1", as_of)
    # Whom each of them may mean is looked for only where it is told: of many, it takes long.
    open_ = partial(unresolved, held, directory, most)
    if how in RECORDS:
        _records(door, rows, open_, (how, stamp), only_open=only_open)
        return
    from timeline.cli.reading import show

    all_open = len(unplaced(held, directory))
    says = f"{plural(len(held), 'name')} speak or are spoken of; {all_open} of them not placed."
    blocks: list[Block] = [Sentence(says, "count")]
    if not only_open:
        blocks += _actors(rows, len(held))
    if only_open or how is not Format.LINES:
        blocks += _open(open_(), all_open)
    show(door, tuple(blocks), how, stamp)


def _actors(rows: Sequence[tuple[ActorStanding, tuple[str, ...]]], total: int) -> Iterator[Block]:
    cells = tuple(
        (one.name, one.kind, str(one.by), str(one.about), ", ".join(sides)) for one, sides in rows
    )
    yield Table(("actor", "kind", "says", "is said of", "counts under"), cells)
    if len(rows) < total:
        yield Sentence(f"{total - len(rows)} more: give a greater --limit", "hint")


def _open(rows: Sequence[Unresolved], total: int) -> Iterator[Block]:
    if not rows:
        return
    yield Heading("NAMES THAT MEAN NOBODY KNOWN HERE")
    cells = tuple((one.name, str(one.by), str(one.about), ", ".join(one.perhaps)) for one in rows)
    yield Table(("name", "says", "is said of", "perhaps"), cells)
    if len(rows) < total:
        yield Sentence(f"{total - len(rows)} more: give a greater --limit", "hint")
    yield Sentence("timeline actors alias NAME ACTOR, or define NAME --kind KIND", "hint")


def _records(
    door: Door,
    rows: Sequence[tuple[ActorStanding, tuple[str, ...]]],
    open_: Callable[[], Sequence[Unresolved]],
    form: tuple[Format, stamped.Stamp],
    *,
    only_open: bool,
) -> None:
    """JSON lines and CSV hold one kind of record: the actors, or the names that are no actors."""
    how, stamp = form
    records = (one._asdict() | {"sides": list(sides)} for one, sides in rows)
    actors = stamped.Rows("actors", records, (*ActorStanding._fields, "sides"))
    if how is not Format.JSON and not only_open:
        stamped.write(door, how, stamp, actors)
        return
    names = [one._asdict() for one in open_()]
    if how is Format.JSON:
        stamped.write(door, how, stamp, actors, unresolved=names)
        return
    stamped.write(door, how, stamp, stamped.Rows("unresolved", names, Unresolved._fields))
