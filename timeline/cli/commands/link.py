"""Link two assertions: one answers, repeats or contradicts the other."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def link(
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
    """Link two assertions: one answers, repeats or contradicts the other.

    timeline link 004@1114 answers 004@836 -m "it names the accusation"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.link import a_relation, reach
        from timeline.review.link import link as plan

        desk = deciding.desk(door, user)
        kind = a_relation(relation)
        reached = reach(desk.dossier(other), kind, desk.dossier_of)
        deciding.done(
            door, desk, [plan(desk.dossier(one), kind, reached, desk.stamp(), why)], json=json
        )
