"""What was learnt, corrected, withdrawn between two moments, by whom and why."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options, stamped
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.query import Changed

app = sub()
DAY = re.compile(r"today|\d{4}-\d\d-\d\d")
COLUMNS = ("position", "name", "event.at", "event.by", "event.id", "event.reason", "moves")
"""Of a decision in CSV."""


@app.command()
def changes(
    d1: Annotated[str | None, typer.Argument(metavar="D1")] = None,
    d2: Annotated[str | None, typer.Argument(metavar="D2")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="D1", help="The same as D1.")
    ] = None,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """What was learnt, corrected, withdrawn between two moments, by whom and why.

    After D1, up to D2 (or now): positions (#11), instants or days, when it was recorded, not said.
    Below the decisions: which entries of each view read differently because of them.

        timeline changes "#150"
        timeline changes --since 2026-11-23T11:00
        timeline changes 2026-11-01 2026-11-30
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        if d1 is not None and since is not None:
            raise BadUse("--since is the first of the two moments: say it once")
        asked = d1 or since
        found = door.library.changes(0 if asked is None else asked, d2)
        if found.last < found.first:
            raise BadUse(f"{d2} (#{found.last}) lies before {asked} (#{found.first})")
        for warning in found.warnings:
            door.hint(warning)
        if asked and DAY.fullmatch(asked) and found.first == found.last and not found.warnings:
            door.hint(f"{asked} means its end: for what was done that day, name the day before.")
        chosen = Format.JSON if json else how
        if chosen in options.RECORDS:
            _records(door, found, chosen)
            return
        from timeline.cli.reading import show
        from timeline.cli.telling.changed import between, sheet

        told = sheet(door.library, door.chronicle, found, between(asked, d2))
        show(door, told, chosen, _stamp(found))
        if found.decisions:
            door.hint(f"Undo one of your own: timeline undo {found.decisions[-1].position}")


def _stamp(found: "Changed") -> dict[str, Any]:
    head = {name: getattr(found, name) for name in ("first", "last", "recorded", "articles")}
    return {"schema": "changes/1", "position": found.last, **head}


def _records(door: Door, found: "Changed", how: Format) -> None:
    """Each decision as a record; what reads differently is in JSON only."""
    decisions = (
        {**one._asdict(), "moves": found.moved.get(one.position, 0)} for one in found.decisions
    )
    differences = (
        {**one._asdict(), "before": _entry(one.before), "after": _entry(one.after)}
        for one in found.differences
    )
    rows = stamped.Rows("decisions", decisions, COLUMNS)
    stamped.write(door, how, _stamp(found), rows, differences=differences)


def _entry(entry: Any) -> dict[str, Any] | None:  # noqa: ANN401 - an entry of any projection
    return None if entry is None else entry._asdict()
