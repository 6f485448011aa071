"""Projections and their views: list them, build them again, look before, switch back."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options, stamped
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.query import ProjectionState

app = sub(
    no_args_is_help=True,
    help="Projections and their views: list them, build them again, look before, switch back.",
)
Name = Annotated[str, typer.Argument(metavar="NAME")]
FAILED = 4


@app.command("list")
def list_(
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """All projections installed: version, position, how far behind, whether stale.

    A view is live, behind (caught up when it is next read), stale (made by other code: replayed
    when it is next read, where that takes under 2 s and nobody switched back to it or began to
    compare; else it answers as of its position), failed, or absent (nobody has read it yet).

        timeline projection list
        timeline projection list --json
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        tell(door, door.library.projections(), Format.JSON if json else how)


@app.command()
def replay(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME")] = None,
    every: Annotated[bool, typer.Option("--all", help="All of them, in one scan.")] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="Those that other code made, or that failed.")
    ] = False,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Build views again from the record, beside the live ones, and switch to them.

    Stopped half-way? Run it again: it goes on. With --json, progress comes as JSON lines on stderr.

        timeline projection replay stance
        timeline projection replay --stale
        timeline projection replay --all
    """
    chosen = Format.JSON if json else how
    script = chosen in (Format.JSON, Format.NDJSON)
    with Door(store, quiet=quiet, verbose=verbose, script=script) as door:
        if bool(names) + every + stale != 1:
            raise BadUse("name the projections to replay, or say --stale, or --all")
        states = door.library.replay(*(names or ()), stale=stale)
        door.progress.end()
        if not states:
            door.hint("No view is stale.")
        tell(door, states, chosen)
        if any(one.error for one in states):
            raise typer.Exit(FAILED)


@app.command()
def diff(
    name: Name,
    limit: options.Limit = None,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """What a replay of a view would change, row by row, before anything is switched.

    A small view is replayed by the next read, so compare before; from then on reads leave it to
    you: timeline projection switch NAME.

    The exit code is 1 if anything would. Each row has its handle, what it says before and after,
    and the positions of the events behind it.

        timeline projection diff stance
        timeline projection diff stance --json
    """
    chosen = Format.JSON if json else how
    script = chosen in (Format.JSON, Format.NDJSON)
    with Door(store, quiet=quiet, verbose=verbose, script=script) as door:
        from timeline.cli.telling.compared import Comparison

        compared = Comparison(door.library, name)
        compared.tell(door, chosen, limit)
        if compared.differ:
            raise typer.Exit(1)


@app.command()
def switch(
    name: Name,
    back: Annotated[bool, typer.Option("--back", help="To the view that answered before.")] = False,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Let the replay that a diff made answer, or with --back the view that answered before.

    timeline projection switch stance
    timeline projection switch stance --back
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        state = door.library.switch(name, back=back)
        tell(door, [state], Format.JSON if json else how)
        door.hint(f"To switch again: timeline projection switch {state.name} --back")


def tell(door: Door, states: "list[ProjectionState]", how: Format) -> None:
    """Write the state of projections as a table or as records."""
    from timeline.cli.reading import show
    from timeline.projection.sheet import Sentence, Table
    from timeline.query import ProjectionState

    stamp = stamped.of_record(door, "projections/1") if how in options.STAMPED else {}
    if how in options.RECORDS:
        records = (one._asdict() | {"state": plainly(one)} for one in states)
        rows = stamped.Rows("projections", records, ProjectionState._fields)
        stamped.write(door, how, stamp, rows)
    else:
        columns = ("projection", "version", "position", "behind", "state", "rows", "digest")
        cells = tuple(
            (one.name, str(one.version or "-"), str(one.position), str(one.behind), _state(one),
             f"{one.rows:,}", one.digest[:12] or "-")
            for one in states
        )  # fmt: skip
        errors = (Sentence(text, "warning") for text in _to_do(states))
        show(door, (Table(columns, cells), *errors), how, stamp)


def plainly(one: "ProjectionState") -> str:
    """The state as one word: a live view that has not seen all is behind."""
    return "behind" if one.state == "live" and one.behind else one.state


def _state(one: "ProjectionState") -> str:
    """The state with the position at which it failed, which `error` begins with."""
    place = one.error.partition(":")[0]
    if not place.startswith("at #"):
        return plainly(one)
    return f"failed {place}" if one.state == "failed" else f"{plainly(one)}, failed {place}"


def _to_do(states: "list[ProjectionState]") -> "Iterator[str]":
    """What is wrong, and the command that mends it."""
    for one in states:
        if one.error and one.state != "failed":
            yield f"{one.name}: the replay failed {one.error}; what answered before still does."
        elif one.error:
            yield f"{one.name}: {one.error}"
        elif one.state == "stale":
            yield (
                f"{one.name} was made by other code: timeline projection diff {one.name} shows"
                f" what would change, timeline projection replay {one.name} changes it."
            )
