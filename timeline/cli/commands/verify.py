"""Check the whole record again: articles, quotes, events, and each view against the record."""

from typing import TYPE_CHECKING, Any

import typer

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub

if TYPE_CHECKING:
    from timeline.transfer import Compared, Counts, Flaw

app = sub()


@app.command()
def verify(
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Check the whole record again: articles, quotes, events, and each view against the record.

    Hashes of all articles, each quote against their bytes, each event against the table of those
    that can be; then every view is made again from the record, elsewhere, and compared row by row.
    Says what differs; the exit code is 1 if anything does.

        timeline verify
        timeline verify --json
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        door.as_found = True
        from timeline.cli.progress import Progress
        from timeline.transfer import Verification, compare

        progress = Progress(quiet=quiet)
        with Verification(door.chronicle, progress.replay) as verification:
            flaws = list(verification.flaws())
            counts = verification.counts
        views = [] if flaws else list(compare(door.library, door.chronicle, progress.replay))
        progress.end()
        flaws += [flaw for view in views for flaw in view.flaws]
        _tell(door, (counts, flaws, views), Format.JSON if json else how)
        if flaws:
            raise typer.Exit(1)


def _tell(door: Door, found: "tuple[Counts, list[Flaw], list[Compared]]", how: Format) -> None:
    counts, flaws, views = found
    if how in (Format.JSON, Format.NDJSON, Format.CSV):
        from timeline.cli.draw.machine import dumps

        told: dict[str, Any] = {"schema": "verified/1", "position": door.chronicle.head()}
        told |= {"sound": not flaws, **counts._asdict()}
        told["flaws"] = [flaw._asdict() for flaw in flaws]
        told["views"] = [
            {"view": one.view, "position": one.position, "digest": one.digest,
             "sound": not one.flaws, "not_compared": one.why_not}
            for one in views
        ]  # fmt: skip
        door.out([dumps(told)])
        return
    from timeline.cli.reading import show
    from timeline.cli.telling.verified import sheet

    show(door, sheet(counts, flaws, views), how)
