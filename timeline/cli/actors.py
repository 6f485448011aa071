"""Actors and unresolved names, as a list."""

import sys
from collections.abc import Iterator, Sequence

from timeline.cli import stamped
from timeline.cli.door import Door
from timeline.cli.options import RECORDS, Format
from timeline.projection.sheet import Block, Heading, Sentence, Table
from timeline.query import ActorStanding
from timeline.review.actors import Unresolved, unplaced, unresolved
from timeline.review.values import count


def tell(
    door: Door, limit: int, how: Format, as_of: str | int | None = None, *, only_open: bool
) -> None:
    """Write the actors, or the names that mean nobody, in the format asked for."""
    directory = door.library.directory(as_of)
    held = door.library.actors(as_of)
    if doubt := door.library.doubt(as_of):
        door.hint(doubt)
    if how is Format.AUTO:
        how = Format.TABLE if sys.stdout.isatty() else Format.LINES
    rows = [(one, directory.sides(one.name)[1:]) for one in held]
    stamp = stamped.of_record(door, "actors/1", as_of)
    if how in RECORDS:
        _records(door, rows, unresolved(held, directory), (how, stamp), only_open=only_open)
        return
    from timeline.cli.reading import show

    most = None if how is Format.LINES else limit
    all_open = len(unplaced(held, directory))
    says = f"{count(len(rows), 'name')} speak or are spoken of; {all_open} of them not placed."
    blocks: list[Block] = [Sentence(says, "count")]
    if not only_open:
        blocks += _actors(rows[:most], len(rows))
    if only_open or how is not Format.LINES:
        blocks += _open(unresolved(held, directory, most), all_open)
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
    open_: Sequence[Unresolved],
    form: tuple[Format, stamped.Stamp],
    *,
    only_open: bool,
) -> None:
    """JSON lines and CSV hold one kind of record: the actors, or the names that are no actors."""
    (how, stamp), names = form, [one._asdict() for one in open_]
    if only_open and how is not Format.JSON:
        stamped.write(door, how, stamp, stamped.Rows("unresolved", names, Unresolved._fields))
        return
    records = (one._asdict() | {"sides": list(sides)} for one, sides in rows)
    told = stamped.Rows("actors", records, (*ActorStanding._fields, "sides"))
    stamped.write(door, how, stamp, told, unresolved=names)
