"""Put articles in: files, folders, or - for standard input; known ones are not doubled."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door, say
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.add import Known, Outcome

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
    user: deciding.User = None,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Put articles in: files, folders, or - for standard input; known ones are not doubled.

    Each is read at once, and kept as it is: its bytes, its SHA-256. A file that cannot be used
    stops no other. Where there is no store, one is made in this folder.

        timeline add seeds/
        timeline add article.txt --published 2024-07-11 --publisher "The Paper"
        pbpaste | timeline add - --published 2024-07-11
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        if not paths and sheet is None:
            raise BadUse("name files or folders to add, or - for standard input")
        from timeline.add import Given, Sheet
        from timeline.add import add as put
        from timeline.who import who

        by = who(user)
        given = Given.of(title=title, publisher=publisher, url=url, published=published)
        named = Sheet.read(sheet) if sheet else None
        done = Tally(door)
        for outcome in put(door.chronicle, paths or (), by, given=given, sheet=named):
            done.take(outcome)
        _tell(door, done, Format.JSON if json else how)
        if done.refused:
            raise typer.Exit(3)


class Tally:
    """What became of each file, told as it comes."""

    def __init__(self, door: Door) -> None:
        self._progress = door.progress
        self._door = door
        self.added: list[str] = []
        self.known = self.refused = 0

    def take(self, outcome: "Outcome") -> None:
        """Count one, and say what is wrong with it, if anything is."""
        from timeline.add import Added, Known

        if isinstance(outcome, Added):
            self.added.append(outcome.article.id)
            self._progress.article(outcome.article.name, len(self.added), 0)
        elif isinstance(outcome, Known):
            self.known += 1
            self._say_known(outcome)
        else:
            self.refused += 1
            self._progress.end()
            say(f"timeline: {outcome}")

    def _say_known(self, outcome: "Known") -> None:
        if outcome.differs:
            told = ", ".join(outcome.differs)
            self._door.hint(
                f"{outcome.name} is known already, with other {told}: what was given now changes"
                " nothing"
            )
        if outcome.reader:
            self._door.hint(
                f"{outcome.name} was read again by {outcome.reader}: {len(outcome.fresh)} new,"
                f" {len(outcome.again)} otherwise"
            )


def _tell(door: Door, done: Tally, how: Format) -> None:
    from functools import partial

    from timeline.cli.articles import begins
    from timeline.cli.reading import show
    from timeline.cli.telling.added import count, sheet

    done_now = set(done.added)
    done._progress.end()  # noqa: SLF001 - the tally is ours
    held = [one for one in door.library.articles() if one.id in done_now]
    if how in (Format.JSON, Format.NDJSON, Format.CSV):
        from timeline.cli.draw.machine import dumps

        head = {"schema": "added/1", "position": door.library.position(None)}
        counts = {"added": len(held), "known": done.known, "refused": done.refused}
        door.out([dumps({**head, **counts, "articles": [one._asdict() for one in held]})])
        return
    from timeline.query import Filters
    from timeline.query.held import held as all_held

    sources = tuple(done.added) if len(done.added) <= FEW else ()
    found = (one.standing for one in all_held(door.library, Filters(source=sources)))
    counts_ = count(one for one in found if one.article in done_now) if held else count(())
    told = sheet(
        held, done.known, done.refused, counts_, door.library.occasions(),
        partial(begins, door.chronicle),
    )  # fmt: skip
    show(door, told, how)
    door.hint("Next: timeline log" if held else "Nothing new. Next: timeline log")
