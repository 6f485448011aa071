"""The root of the command line: what `timeline` itself takes, before any of its commands."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.tree import Tree

app = typer.Typer(
    cls=Tree,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 a check says no, 2 usage, 3 input not usable, 4 store or view"
    " not usable, 5 not found, 130 interrupted.",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"timeline {version('assertion-timeline')}")
        raise typer.Exit


@app.callback()
def timeline(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    store: Annotated[
        Path | None, typer.Option("--store", metavar="FILE", help="The store, for any command.")
    ] = None,
    user: Annotated[
        str | None, typer.Option("--user", metavar="NAME", help="Who is at work, for any command.")
    ] = None,
) -> None:
    """Who said what about whom, when, in which words: news articles in, timelines out.

    It records who said what; it does not judge what is true.
    """
    del version
    from timeline.cli.store import hand_on

    hand_on(ctx, store)
    if user is not None:
        ctx.call_on_close(_known_as(os.environ.get("TIMELINE_USER")))
        os.environ["TIMELINE_USER"] = user


def _known_as(name: str | None) -> Callable[[], None]:
    """What puts back who was at work: a program may run more than one command."""

    def put_back() -> None:
        os.environ.pop("TIMELINE_USER", None)
        if name is not None:
            os.environ["TIMELINE_USER"] = name

    return put_back
