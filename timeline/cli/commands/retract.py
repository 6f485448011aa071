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
    copies: deciding.Copies = False,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Withdraw assertions: they are shown as such, and counted nowhere.

    Nothing is deleted; `timeline restore ID` takes it back.

        timeline retract 003@923 -m "the paper has withdrawn it"
        timeline retract 003@923 --copies -m "the agency has withdrawn it"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.copies import copies as found
        from timeline.review.verdict import retract as plan

        desk = deciding.desk(door, user)
        chosen = [one.id for one in desk.dossiers(ids)]
        deciding.on_assertions(
            door, desk, chosen, found(desk, chosen, "retract"),
            lambda one: plan(one, desk.stamp(), why), copies=copies, json=json,
        )  # fmt: skip
