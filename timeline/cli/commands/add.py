"""Put articles in: files, folders, or - for standard input; known ones are not doubled."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options, stamped
from timeline.cli.door import Door, say
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from collections.abc import Iterable

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


AGAIN = ("articles", "new", "otherwise", "no longer found")


class Tally:
    """What became of each file, told as it comes."""

    def __init__(self, door: Door, paths: "Iterable[str]") -> None:
        self._door = door
        self._total = _files(paths) if door.progress.heard else 0
        self.added: list[str] = []
        self.known = self.refused = 0
        self.passed: Counter[str] = Counter()
        """Files of other kinds that lie in the folders, by suffix."""
        self.again: Counter[str] = Counter()
        """Of known articles that were read again: how many, and what came of it."""

    def take(self, outcome: "Outcome") -> None:
        """Count one, and say what is wrong with it, if anything is."""
        from timeline.add import Added, Known, Passed

        if isinstance(outcome, Passed):
            self.passed.update(outcome.suffixes)
            return
        if isinstance(outcome, Added):
            self.added.append(outcome.article.id)
            name = outcome.article.name
        elif isinstance(outcome, Known):
            self.known += 1
            self._say_known(outcome)
            name = outcome.name
        else:
            self.refused += 1
            self._door.progress.end()
            say(f"timeline: {outcome}")
            name = outcome.name
        self._door.progress.article(name, self.done, self._total)

    @property
    def done(self) -> int:
        """Files gone through."""
        return len(self.added) + self.known + self.refused

    def say_passed(self) -> None:
        """Say what lies in the folders and was not looked at."""
        if count := self.passed.total():
            kinds = (
                f"{count:,} files of other kinds were"
                if count > 1
                else "1 file of another kind was"
            )
            self._door.hint(f"{kinds} not looked at ({', '.join(sorted(self.passed))})")

    def stopped(self) -> None:
        """Say what was done before a person stopped it."""
        self._door.progress.end()
        self._door.hint(
            f"stopped after {len(self.added):,} articles added, {self.known:,} known already,"
            f" {self.refused:,} refused"
        )

    def _say_known(self, outcome: "Known") -> None:
        if outcome.differs:
            self._door.progress.end()
            self._door.hint(
                f"{outcome.name} is known already, with other {', '.join(outcome.differs)}, and"
                f" stays so. To correct it: {_correct(outcome)}"
            )
        if outcome.reader:
            found = {
                "new": len(outcome.fresh), "otherwise": len(outcome.again),
                "no longer found": len(outcome.missed),
            }  # fmt: skip
            self.again.update(articles=1, **found)
            told = ", ".join(f"{count} {what}" for what, count in found.items())
            self._door.progress.end()
            self._door.hint(f"{outcome.name} was read again by {outcome.reader}: {told}")


def _correct(outcome: "Known") -> str:
    """The command that corrects a known article as was asked."""
    from shlex import quote

    asked = outcome.given._asdict()
    asked["published"] = outcome.given.published and outcome.given.published.text
    pairs = " ".join(quote(f"{name}={asked[name]}") for name in outcome.differs)
    return f"timeline correct {outcome.article.sha256[:8]} {pairs} -m WHY"


def _files(paths: "Iterable[str]") -> int:
    """How many files will be gone through; 0 where a sheet names them."""
    from timeline.add.sources import Source, sources

    return sum(isinstance(one, Source) for one in sources(paths))


def _tell(door: Door, done: Tally, how: Format) -> None:
    from functools import partial

    from timeline.cli.articles import begins
    from timeline.cli.reading import show
    from timeline.cli.telling.added import count, sheet

    done_now = set(done.added)
    door.progress.end()
    held = [one for one in door.library.articles() if one.id in done_now]
    stamp = stamped.of_record(door, "added/1")
    if how in options.RECORDS:
        from timeline.cli.draw.machine import dumps

        counts: dict[str, object] = {
            "added": len(done.added), "known": done.known, "refused": done.refused,
            "read_again": {name.replace(" ", "_"): done.again[name] for name in AGAIN},
        }  # fmt: skip
        door.out([dumps({**stamp, **counts, "articles": [one._asdict() for one in held]})])
        return
    if len(held) < len(done.added):
        say(
            f"{len(done.added):,} articles added, {done.known:,} known already, {done.refused:,}"
            " refused. Another process is building the views: what was found is told by"
            " timeline articles"
        )
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
    show(door, told, how, stamp)
    door.hint("Next: timeline log" if held else "Nothing new. Next: timeline log")
