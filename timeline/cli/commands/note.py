"""Note something on an assertion, an article, an actor or an occasion."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def note(
    word: Annotated[str, typer.Argument(metavar="ID|ARTICLE|ACTOR|OCCASION")],
    text: Annotated[str | None, typer.Option("-m", metavar="TEXT", help="The note.")] = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Note something on an assertion, an article, an actor or an occasion.

    timeline note 002 -m "its quotes are translated back; do not quote from it"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.note import note as plan
        from timeline.review.subject import subject

        desk = deciding.desk(door, user)
        deciding.done(door, desk, [plan(subject(desk, word), text, desk.stamp())], json=json)
