"""Put articles in: files, folders, or - for standard input; known ones are not doubled."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli import deciding, options, stamped
from timeline.cli.door import Door, say
from timeline.cli.options import Format
from timeline.cli.tally import AGAIN, Tally
from timeline.cli.tree import sub
from timeline.errors import BadUse

app = sub()
FEW = 50
"""Articles of which the store is asked by name; for more it is gone through once."""


@app.command()
def add(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH")] = None,
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="When they came out: 2024-07-11.")
    ] = "",
    title: Annotated[str, typer.Option("--title", help="The headline.")] = "",
    publisher: Annotated[str, typer.Option("--publisher", help="Who brought them out.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where they stand.")] = "",
    sheet: Annotated[
        Path | None,
        typer.Option("--sheet", metavar="FILE", help="CSV or TOML: file,published,title,…"),
    ] = None,
    reader: Annotated[
        str, typer.Option("--reader", metavar="NAME", help="Which installed reader reads them.")
    ] = "rules",
    lexicon: Annotated[
        Path | None,
        typer.Option("--lexicon", metavar="FILE", help="Your issue lexicon, TOML, for the reader."),
    ] = None,
    user: deciding.User = None,
    how: options.AsCard = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Put articles in: files, folders, or - for standard input; known ones are not doubled.

    Each is read at once, and kept as it is: its bytes, its SHA-256. A file that cannot be used
    stops no other. Where there is no store, one is made in this folder. Stopped half-way? What was
    added stays; run it again, and it goes on.

    By another reader or lexicon, known articles are read again: what is new is appended, nothing
    is doubled, and what is no longer found stays and is marked so.

        timeline add seeds/
        timeline add article.txt --published 2024-07-11 --publisher "The Paper"
        pbpaste | timeline add - --published 2024-07-11
        timeline add seeds/ --lexicon trade.toml
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        chosen = options.chosen(how, options.CARD, json=json)
        if not paths and sheet is None:
            raise BadUse("name files or folders to add, or - for standard input")
        from timeline.add import Given, Sheet
        from timeline.add import add as put
        from timeline.add import reader as named_reader
        from timeline.who import who

        by = who(user)
        given = Given.of(title=title, publisher=publisher, url=url, published=published)
        named = Sheet.read(sheet) if sheet else None
        reads = named_reader(reader, lexicon)
        done = Tally(door, paths or ())
        try:
            for outcome in put(
                door.chronicle, paths or (), by, given=given, sheet=named, reader=reads
            ):
                done.take(outcome)
        except KeyboardInterrupt:
            done.stopped()
            raise
        done.say_passed()
        _tell(door, done, chosen)
        if done.refused:
            raise typer.Exit(3)


def _tell(door: Door, done: Tally, how: Format) -> None:
    from functools import partial

    from timeline.cli.articles import begins
    from timeline.cli.reading import show
    from timeline.cli.telling.added import count, sheet

    done_now = set(done.added)
    door.progress.end()
    held = [one for one in door.library.articles() if one.id in done_now]
    stamp = stamped.of_record(door, "added/1")
    if len(held) < len(done.added) and how not in options.RECORDS:
        say(
            f"{len(done.added):,} articles added, {done.known:,} known already, {done.refused:,}"
            " refused. Another process is building the views: what was found is told by"
            " timeline articles"
        )
        return
    from timeline.query import Filters
    from timeline.query.held import standings

    sources = tuple(done.added) if len(done.added) <= FEW else ()
    found = standings(door.library, Filters(source=sources))
    counts_ = count(one for one in found if one.article in done_now) if held else count(())
    if how in options.RECORDS:
        from timeline.cli.draw.machine import dumps

        counts: dict[str, object] = {
            "added": len(done.added), "known": done.known, "refused": done.refused,
            "doubts": done.doubts,
            "read_again": {name.replace(" ", "_"): done.again[name] for name in AGAIN},
        }  # fmt: skip
        told_of = {"articles": [one._asdict() for one in held], "found": counts_.told()}
        door.out([dumps({**stamp, **counts, **told_of})])
        return
    told = sheet(
        held, done.known, done.refused, counts_, door.library.occasions(),
        partial(begins, door.chronicle),
    )  # fmt: skip
    show(door, told, how, stamp)
    door.hint("Next: timeline log" if held else "Nothing new. Next: timeline log")
