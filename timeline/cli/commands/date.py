"""Date an occasion, once for all that was said on it, in every article."""

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def date(
    occasion: Annotated[str, typer.Argument(metavar="OCCASION")],
    when: Annotated[str, typer.Argument(metavar="DATE")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Date an occasion, once for all that was said on it, in every article.

    `unknown` takes a person's date back: then the articles' own count again.

        timeline date "Washington Summit Declaration" 2024-07-10 -m "it is headed 10 July 2024"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.correct.plain import a_date
        from timeline.review.occasion import date as plan

        desk = deciding.desk(door, user)
        edtf = a_date(when, desk.today)
        deciding.done(
            door, desk, [plan(desk.occasion(occasion), edtf, why, desk.stamp())], json=json
        )
