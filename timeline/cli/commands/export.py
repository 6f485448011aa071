"""Assertions as records for other programs, one each: JSON, JSON lines or CSV."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.query import Filters

app = sub()


@app.command()
def export(
    ctx: typer.Context,
    by: options.By = None,
    about: options.About = None,
    act: options.Act = None,
    topic: options.Topic = None,
    source: options.Source = None,
    since: options.Since = None,
    until: options.Until = None,
    possible: options.Possible = False,
    certain: options.Certain = False,
    as_of: options.AsOf = None,
    status: options.Status = None,
    min_confidence: options.MinConfidence = 0,
    limit: options.Limit = None,
    everything: options.Everything = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema.")] = False,
    full: Annotated[bool, typer.Option("--full", help="The record itself, for import.")] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="With --full: articles' hashes, not their bytes.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="With --full: into a new file."),
    ] = None,
    how: options.AsRecords = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Assertions as records for other programs, one each: JSON, JSON lines or CSV.

    What the reading commands show by default; --all everything. `quote` is the article's words;
    only what `own` spans is the speaker's. JSON lines, the default, and CSV hold records only: what
    they rest on goes to stderr, the position in the chronicle and the digest of the log there. In
    CSV a cell that a spreadsheet would run gets a ' in front.

    --full writes chronicle/1, the record itself, which `timeline import` takes in: every event as
    it is stored, and the bytes of the articles. With filters, only the articles that the answer
    quotes, whole, and what was decided on them. --no-text leaves the bytes out: whoever imports
    must have the articles, or cannot check the quotes.

        timeline export --by NATO --since 2024 --format csv > nato.csv
        timeline export --full -o record.jsonl
        timeline export --full --about China --no-text > china.jsonl
        timeline export --schema
    """
    from timeline.cli.draw.machine import dumps

    with Door(store, quiet=quiet, verbose=verbose) as door:
        if schema:
            from timeline.export import schema as json_schema

            door.out([dumps(json_schema(), indent=2)])
            return
        asked = options.filters(
            by=by, about=about, act=act, topic=topic, source=source, since=since, until=until,
            possible=possible, certain=certain, as_of=as_of, status=status,
            min_confidence=min_confidence, everything=everything, limit=None,
        )  # fmt: skip
        if full:
            from timeline.cli.carrying import carry

            if json or limit or (how != Format.AUTO and options.typed(ctx, "how")):
                raise BadUse("--full writes chronicle/1, whole articles, and nothing else")
            carry(door, asked, output, texts=not no_text)
            return
        if no_text or output:
            raise BadUse("--no-text and --output go with --full")
        form = options.chosen(how, options.RECORDS, json=json)
        _write(door, asked, Format.NDJSON if form is Format.AUTO else form, limit)


def _write(door: Door, asked: "Filters", form: Format, limit: int | None) -> None:
    from itertools import islice

    from timeline.cli.stamped import Rows, of_export, write
    from timeline.export import columns, export

    stamp = of_export(door, "export/1", "log", asked.as_of)
    asked = asked._replace(as_of=stamp["position"])
    records = islice(export(door.library, asked, door.hint), limit)
    write(door, form, stamp, Rows("assertions", records, columns()))
