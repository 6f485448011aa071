"""Copy the whole store into one file, safely, while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Copy the whole store into one file, safely, while it is in use.

    Copying the .db alone loses what still stands in its log. Views are not copied: they are
    built again from the record.

        timeline backup copy.db
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        position = door.chronicle.backup(file)
        door.out([f"{file}: whole up to position {position}"])
