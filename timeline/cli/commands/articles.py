"""The articles in the store: when published, how many assertions, what to look at."""

from typing import Any

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub

app = sub()


@app.command()
def articles(
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """The articles in the store: when published, how many assertions, what to look at.

    timeline articles
    timeline articles --format csv > articles.csv
    """
    from functools import partial

    from timeline.cli.articles import begins, sheet

    with Door(store, quiet=quiet, verbose=verbose) as door:
        held = door.library.articles()
        chosen = Format.JSON if json else how
        if chosen in (Format.JSON, Format.NDJSON, Format.CSV):
            _records(door, [one._asdict() for one in held], chosen)
        else:
            from timeline.cli.reading import show

            show(
                door, sheet(held, door.library.occasions(), partial(begins, door.chronicle)), chosen
            )


def _records(door: Door, records: list[dict[str, Any]], how: Format) -> None:
    from timeline.cli.draw.machine import csv_lines, envelope, json_lines

    if how is Format.JSON:
        head = {"schema": "articles/1", "position": door.library.position(None)}
        door.out(envelope(head, {"articles": records}))
    elif how is Format.CSV:
        door.out(csv_lines(records, records[0] if records else ()))
    else:
        door.out(json_lines(records))
