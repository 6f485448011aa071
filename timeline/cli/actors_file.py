"""What people decided on actors, as a file: commands of `actors` that write it and take it in."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command("export")
def export_(
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Write what people decided on actors here, as TOML; the shipped actors are not repeated.

    timeline actors export > actors.toml
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.actors.written import written

        door.out(written(door.chronicle))


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Take in what a TOML file says of actors, all or nothing; what is so already is passed over.

    timeline actors import actors.toml
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors.file import taken_in
        from timeline.review.actors.rows import opened

        told = opened(path)  # first: a file that cannot be used makes no store
        desk = deciding.desk(door, user)
        deciding.on_actors(door, desk, taken_in(desk.scene(), told, desk.stamp(), why), json=json)
