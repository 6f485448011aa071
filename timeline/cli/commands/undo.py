"""Undo one's last decision, or one's own at a position, by adding its reverse."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub
from timeline.errors import BadUse

app = sub()


@app.command()
def undo(
    position: Annotated[str | None, typer.Argument(metavar="POSITION")] = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Undo one's last decision, or one's own at a position, by adding its reverse.

    What was decided on several assertions at once is undone at once; a position names one of them.

        timeline undo
        timeline undo 147
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.undo import undo as plan

        desk = deciding.desk(door, user)
        number = (position or "").removeprefix("#")
        if number and not number.isdecimal():
            raise BadUse(f"{position} is no position: a number, like 147 or #147")
        deciding.done(door, desk, plan(desk, int(number) if number else None), json=json)
