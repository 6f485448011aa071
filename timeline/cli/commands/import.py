"""Take in a record that `timeline export --full` wrote; what is here already is kept once."""
# ruff: noqa: N999 - a module of commands is named as its command

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import unreadable

if TYPE_CHECKING:
    from timeline.transfer import Imported

app = sub()


@app.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE")],
    user: deciding.User = None,
    how: options.AsCard = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Take in a record that `timeline export --full` wrote; what is here already is kept once.

    Every line is checked before anything is stored: each quote against the bytes of its article.
    Into an empty store it is copied, positions and all. Into any other what is missing is added;
    where one thing was decided differently here and there, ours stays, both are listed, and the
    exit code is 1. Stopped half-way? Run it again: it goes on.

        timeline import colleague.jsonl
        ssh desk timeline export --full | timeline import -
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door, ExitStack() as stack:
        chosen = options.chosen(how, options.CARD, json=json)
        from timeline.transfer import stage
        from timeline.transfer import store as put
        from timeline.who import who

        by, progress = who(user), door.progress
        name = Path(file).name
        here = door.chronicle if door.chosen.path.exists() else None
        opened = stack.enter_context(_opened(file))
        staged = stack.enter_context(stage(opened, file, here, progress.replay))
        came = put(door.chronicle, staged, by, name, progress.replay)
        progress.end()
        _tell(door, came, file, chosen)
        if came.clashes:
            raise typer.Exit(1)


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as fault:
        raise unreadable(file, fault) from None


def _tell(door: Door, came: "Imported", file: str, how: Format) -> None:
    from timeline.cli.telling.imported import records, sheet

    stamp = {"schema": "imported/1", "position": came.head}
    if how in options.RECORDS:
        from timeline.cli.draw.machine import dumps

        told = came._asdict() | {"clashes": list(records(came, door.library))}
        door.out([dumps({**stamp, **told})])
        return
    from timeline.cli.reading import show

    show(door, sheet(came, file, door.library), how, stamp)
