"""Who is who: list actors, place names, say who is part of whom; each can be taken back."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.actors_file import app as actors_file
from timeline.cli.affiliations import app as affiliations
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.store import hand_on
from timeline.cli.tree import sub
from timeline.errors import BadUse

app = sub(
    help="Who is who: list actors, place names, say who is part of whom; each can be taken back.",
    invoke_without_command=True,
)
Name = Annotated[str, typer.Argument(metavar="NAME")]
Actor = Annotated[str, typer.Argument(metavar="ACTOR")]
app.registered_commands += affiliations.registered_commands


@app.callback()
def actors(
    ctx: typer.Context,
    unplaced: Annotated[
        bool, typer.Option("--unplaced", help="Only names that mean nobody known, with proposals.")
    ] = False,
    limit: options.Limit = None,
    as_of: options.AsOf = None,
    how: options.As = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Who speaks and is spoken of, how often; and the names that mean nobody known here.

    timeline actors
    timeline actors alias CCP "Chinese Communist Party"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        if ctx.invoked_subcommand is not None:
            _for_subcommand(ctx, store)
            return
        from timeline.cli.actors import tell

        chosen = Format.JSON if json else how
        tell(door, limit, chosen, options.held_at(as_of), only_open=unplaced)


def _for_subcommand(ctx: typer.Context, store: Path | None) -> None:
    """Keep the store for the subcommand; what else stands before it would be lost on the way.

    Raises:
        BadUse: something does.
    """
    for param in ctx.command.params:
        if param.name != "store" and options.typed(ctx, param.name or ""):
            name = ctx.invoked_subcommand
            raise BadUse(f"{param.opts[0]} stands before {name}, and belongs after it, if anywhere")
    if store is not None:
        hand_on(ctx, store)


@app.command()
def alias(
    name: Name,
    actor: Actor,
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """From now on NAME means ACTOR.

    timeline actors alias "the Party" "Chinese Communist Party"
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors import alias as plan

        desk = deciding.desk(door, user)
        deciding.on_actors(
            door, desk, plan(desk.scene(), name, desk.actor(actor), desk.stamp(), why), json=json
        )


@app.command()
def unalias(
    name: Name,
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """NAME no longer means the actor that it means.

    timeline actors unalias "the Party"
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors import unalias as plan

        desk = deciding.desk(door, user)
        deciding.on_actors(door, desk, plan(desk.scene(), name, desk.stamp(), why), json=json)


@app.command()
def define(
    name: Name,
    kind: Annotated[
        str, typer.Option("--kind", help="person, office, group, media, organisation, country …")
    ],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """From now on NAME is somebody here, of this kind.

    timeline actors define "Zhu Zhiqun" --kind person
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors import define as plan

        desk = deciding.desk(door, user)
        deciding.on_actors(door, desk, plan(desk.scene(), name, kind, desk.stamp(), why), json=json)


@app.command()
def merge(
    one: Actor,
    into: Annotated[str, typer.Argument(metavar="INTO")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Two actors are one: the first is shown as the second from now on.

    timeline actors merge "Tobias Billstrom" "Tobias Billström"
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors import merge as plan

        desk = deciding.desk(door, user)
        whole = desk.actor(into)
        pair = (one if desk.actor(one) == whole else desk.actor(one)), whole
        deciding.on_actors(door, desk, plan(desk.scene(), *pair, desk.stamp(), why), json=json)


@app.command()
def part(
    one: Actor,
    into: Annotated[str, typer.Argument(metavar="FROM")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Take a merge back: the two are two again.

    timeline actors part "Tobias Billstrom" "Tobias Billström"
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors import part as plan

        desk = deciding.desk(door, user)
        deciding.on_actors(door, desk, plan(desk.scene(), one, into, desk.stamp(), why), json=json)


app.registered_commands += actors_file.registered_commands
