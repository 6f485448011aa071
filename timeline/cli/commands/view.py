"""Read any view by its name, as its own command does."""

from typing import Annotated

import typer

from timeline import terms
from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub

app = sub()


@app.command()
def view(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS")] = None,
    points: options.Points = False,
    everything: options.Everything = False,
    limit: options.Limit = None,
    reverse: options.Reverse = False,
    as_of: options.AsOf = None,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Read any view by its name, as its own command does; that one has all filters.

    timeline view stance NATO China
    """
    from timeline.cli.reading import shows_withdrawn, write
    from timeline.query import Filters

    with Door(store, quiet=quiet, verbose=verbose) as door:
        asked = Filters(
            as_of=options.held_at(as_of),
            points=points,
            everything=everything,
            status=() if shows_withdrawn(door, name) else terms.STANDING,
        )
        answer = door.library.ask(name, asked, tuple(words or ()))
        for warning in answer.warnings:
            door.hint(warning)
        write(door, answer, Format.JSON if json else how, limit, reverse=reverse)
