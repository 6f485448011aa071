"""Projections and their views: list them, build them again."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.query import ProjectionState

app = sub(no_args_is_help=True, help="Projections and their views: list them, build them again.")


@app.command("list")
def list_(
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """All projections installed: version, position, how far behind, whether stale.

    timeline projection list
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        tell(door, door.library.projections(), Format.JSON if json else how)


@app.command()
def replay(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME")] = None,
    every: Annotated[bool, typer.Option("--all", help="All of them, in one scan.")] = False,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Build views again from the record, beside the live ones, and switch to them.

    timeline projection replay stance
    timeline projection replay --all
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        if bool(names) == every:
            raise BadUse("name the projections to replay, or say --all")
        tell(door, door.library.replay(*(names or ())), Format.JSON if json else how)


def tell(door: Door, states: "list[ProjectionState]", how: Format) -> None:
    """Write the state of projections as a table or as records."""
    from timeline.cli.draw.machine import csv_lines, envelope, json_lines
    from timeline.cli.reading import show
    from timeline.projection.sheet import Sentence, Table

    records = [state._asdict() for state in states]
    if how is Format.JSON:
        head = {"schema": "projections/1", "position": door.library.position(None)}
        door.out(envelope(head, {"projections": records}))
    elif how is Format.NDJSON:
        door.out(json_lines(records))
    elif how is Format.CSV:
        door.out(csv_lines(records, records[0] if records else ()))
    else:
        columns = ("projection", "version", "position", "behind", "state", "rows", "digest")
        rows = tuple(
            (one.name, str(one.version), str(one.position), str(one.behind), one.state,
             f"{one.rows:,}", one.digest[:12] or "-")
            for one in states
        )  # fmt: skip
        errors = (Sentence(f"{one.name}: {one.error}", "warning") for one in states if one.error)
        show(door, (Table(columns, rows), *errors), how)
