"""Check the whole record again: articles, quotes, events, and each view against the record."""

from typing import TYPE_CHECKING, Any

import typer

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub

if TYPE_CHECKING:
    from timeline.transfer import Compared, Comparison, Counts, Flaw

app = sub()


@app.command()
def verify(
    how: options.AsCard = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Check the whole record again: articles, quotes, events, and each view against the record.

    Hashes of all articles, each quote against their bytes, each event against the table of those
    that can be; then the views, and all that they rest on, are made again from the record,
    elsewhere, and compared table by table. Says what differs; the exit code is 1 if anything does.

        timeline verify
        timeline verify --json
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        chosen = options.chosen(how, options.CARD, json=json)
        door.as_found = True
        from timeline.transfer import Verification, compare

        progress = door.progress
        with Verification(door.chronicle, progress.replay) as verification:
            flaws = list(verification.flaws())
            counts = verification.counts
        compared = None if flaws else compare(door.library, door.chronicle, progress.replay)
        progress.end()
        flaws += compared.flaws if compared else ()
        _tell(door, (counts, flaws, compared), chosen)
        if flaws:
            raise typer.Exit(1)


def _tell(door: Door, found: "tuple[Counts, list[Flaw], Comparison | None]", how: Format) -> None:
    counts, flaws, compared = found
    told: dict[str, Any] = {"schema": "verified/1", "position": door.chronicle.head()}
    if how in options.RECORDS:
        from timeline.cli.draw.machine import dumps

        told |= {"sound": not flaws, **counts._asdict()}
        told["flaws"] = [flaw._asdict() for flaw in flaws]
        views = compared.views if compared else ()
        told["views"] = [
            {"view": one.view, "digest": one.digest, **_compared(one)} for one in views
        ]
        if compared:
            told |= {"ledger": _compared(compared.ledger), "words": _compared(compared.words)}
        door.out([dumps(told)])
        return
    from timeline.cli.reading import show
    from timeline.cli.telling.verified import sheet

    show(door, sheet(counts, flaws, compared, door.chosen.views.name), how, told)


def _compared(one: "Compared") -> dict[str, Any]:
    told = {"position": one.position, "behind": one.behind, "sound": not one.flaws}
    return told | {"not_compared": one.why_not}
