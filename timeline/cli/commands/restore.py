"""Take a retraction back: an assertion stands as it stood before."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def restore(
    ids: Annotated[list[str], typer.Argument(metavar="ID")],
    why: deciding.Why = None,
    copies: deciding.Copies = False,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Take a retraction back: an assertion stands as it stood before.

    timeline restore 003@923
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.copies import copies as found
        from timeline.review.verdict import restore as plan

        desk = deciding.desk(door, user)
        chosen = [one.id for one in desk.dossiers(ids)]
        deciding.on_assertions(
            door, desk, chosen, found(desk, chosen, "restore"),
            lambda one: plan(one, desk.stamp(), why), copies=copies, json=json,
        )  # fmt: skip
