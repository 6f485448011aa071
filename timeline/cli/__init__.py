"""The command line: `timeline`, its commands in three panels, each imported when called."""

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
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what about whom, when, in which words: news articles in, timelines out.

    It records who said what; it does not judge what is true.
    """
    del version


def main() -> None:
    """Run the command line."""
    app()
