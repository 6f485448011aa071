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
        from timeline.review.verdict import restore as plan

        at = deciding.desk(door, user)
        deciding.done(door, at, [plan(one, at.stamp(), why) for one in at.dossiers(ids)], json=json)
