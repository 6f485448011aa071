"""Assert what the reader missed: exact words of an article, through the same gate."""  # noqa: N999 - its command's name

from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

app = sub()


@app.command("assert")
def assert_(
    article: Annotated[str, typer.Argument(metavar="ARTICLE")],
    words: Annotated[str, typer.Argument(metavar="EXACT_WORDS")],
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who asserts it.")],
    act: Annotated[str, typer.Option("--act", metavar="ACT", help="accuse, request, support …")],
    about: Annotated[
        list[str] | None,
        typer.Option("--about", metavar="WHOM", help="About or toward whom, the main one first."),
    ] = None,
    said: Annotated[
        str, typer.Option("--said", metavar="DATE", help="When; else: not after the article.")
    ] = "",
    family: Annotated[
        str, typer.Option("--family", metavar="F", help="Its column, if not the act's usual one.")
    ] = "",
    stance: Annotated[
        str, typer.Option("--stance", metavar="S", help="-1, 0 or +1, if not the act's usual one.")
    ] = "",
    at: deciding.At = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Assert what the reader missed: exact words of an article, through the same gate.

    It is accepted by whoever asserts it.

        timeline assert 004 "supporting Ukraine" --by NATO --about Ukraine --act support
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.by_hand import Asserted, assert_by_hand

        desk = deciding.desk(door, user)
        known = desk.library.article(article)
        told = Asserted(words, by, tuple(about or ()), act, said, family, stance)
        ground = desk.ground(known.id, at)
        plan = assert_by_hand(told, desk.known_in(known.id), ground, desk.stamp())
        deciding.done(door, desk, [desk.shown_in(plan, known)], json=json)
