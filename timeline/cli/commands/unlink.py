"""Take a link between two assertions back."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def unlink(
    one: Annotated[str, typer.Argument(metavar="ID")],
    relation: Annotated[str, typer.Argument(metavar="answers|repeats|contradicts")],
    other: Annotated[str, typer.Argument(metavar="ID")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Take a link between two assertions back.

    timeline unlink 004@1114 answers 004@836
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.link import a_relation
        from timeline.review.link import unlink as plan

        desk = deciding.desk(door, user)
        kind = a_relation(relation)
        ends = desk.dossier(one), kind, desk.dossier(other)
        deciding.done(door, desk, [plan(*ends, desk.stamp(), why)], json=json)
