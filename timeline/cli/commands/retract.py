"""Withdraw assertions: they are shown as such, and counted nowhere."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def retract(
    ids: Annotated[list[str], typer.Argument(metavar="ID")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Withdraw assertions: they are shown as such, and counted nowhere.

    Nothing is deleted; `timeline restore ID` takes it back.

        timeline retract 003@923 -m "the paper has withdrawn it"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.verdict import retract as plan

        at = deciding.desk(door, user)
        deciding.done(door, at, [plan(one, at.stamp(), why) for one in at.dossiers(ids)], json=json)
