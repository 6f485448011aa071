"""Who is who: list actors, place names, say who is part of whom; each can be taken back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.review import Plan
    from timeline.review.actors import Tie
    from timeline.review.desk import Desk

app = sub(
    help="Who is who: list actors, place names, say who is part of whom; each can be taken back.",
    invoke_without_command=True,
)
Name = Annotated[str, typer.Argument(metavar="NAME")]
Actor = Annotated[str, typer.Argument(metavar="ACTOR")]
Child = Annotated[str, typer.Argument(metavar="CHILD")]
Parent = Annotated[str, typer.Argument(metavar="PARENT")]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="From when.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Until when.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take it back.")]


@app.callback()
def actors(
    ctx: typer.Context,
    unplaced: Annotated[
        bool, typer.Option("--unplaced", help="Only names that mean nobody known, with proposals.")
    ] = False,
    limit: options.Limit = 20,
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
    if ctx.invoked_subcommand is not None:
        return
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.cli.actors import tell

        tell(door, limit or 20, Format.JSON if json else how, only_open=unplaced)


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

        at = deciding.desk(door, user)
        _decide(door, at, plan(at.scene(), name, at.actor(actor), at.stamp(), why), json=json)


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

        at = deciding.desk(door, user)
        _decide(door, at, plan(at.scene(), name, at.stamp(), why), json=json)


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

        at = deciding.desk(door, user)
        _decide(door, at, plan(at.scene(), name, kind, at.stamp(), why), json=json)


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

        at = deciding.desk(door, user)
        whole = at.actor(into)
        pair = (one if at.actor(one) == whole else at.actor(one)), whole
        _decide(door, at, plan(at.scene(), *pair, at.stamp(), why), json=json)


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

        at = deciding.desk(door, user)
        _decide(door, at, plan(at.scene(), one, at.actor(into), at.stamp(), why), json=json)


@app.command("part-of")
def part_of(
    child: Child,
    parent: Parent,
    since: Since = "",
    until: Until = "",
    remove: Remove = False,
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """CHILD counts under PARENT: the embassy under its country. --remove takes it back.

    timeline actors part-of "Chinese Communist Party" China
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        at = deciding.desk(door, user)
        tie = _tie(at, (child, "part of", parent), since, until)
        _decide(door, at, _tied(at, tie, why, remove=remove), json=json)


@app.command("member-of")
def member_of(
    child: Child,
    parent: Parent,
    since: Since = "",
    until: Until = "",
    remove: Remove = False,
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """CHILD is a member of PARENT, and does not speak for it. --remove takes it back.

    timeline actors member-of Sweden NATO --since 2024-03-07
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        at = deciding.desk(door, user)
        tie = _tie(at, (child, "member of", parent), since, until)
        _decide(door, at, _tied(at, tie, why, remove=remove), json=json)


@app.command("speaks-for")
def speaks_for(
    child: Child,
    parent: Parent,
    since: Since = "",
    until: Until = "",
    remove: Remove = False,
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """CHILD speaks for PARENT, from when until when. --remove takes it back.

    timeline actors speaks-for "Mark Rutte" NATO --since 2024-10-01
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        at = deciding.desk(door, user)
        tie = _tie(at, (child, "speaks for", parent), since, until)
        _decide(door, at, _tied(at, tie, why, remove=remove), json=json)


@app.command("export")
def export_(
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Write what people decided on actors here, as TOML; the shipped actors are not repeated.

    timeline actors export > actors.toml
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.review.actors.written import written

        door.out(written(door.chronicle))


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE")],
    why: deciding.Why = None,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Take in what a TOML file says of actors, all or nothing; what is so already is passed over.

    timeline actors import actors.toml
    """
    with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
        from timeline.review.actors.file import taken_in
        from timeline.review.actors.rows import read

        at = deciding.desk(door, user)
        told = read(path.name, path.read_bytes())
        _decide(door, at, taken_in(at.scene(), told, at.stamp(), why), json=json)


def _tie(at: "Desk", words: tuple[str, str, str], since: str, until: str) -> "Tie":
    from timeline.review.actors import Tie
    from timeline.review.correct.plain import a_date

    child, relation, parent = words
    dates = (a_date(since, at.today), a_date(until, at.today))
    return Tie(at.actor(child), relation, at.actor(parent), *dates)


def _tied(at: "Desk", wanted: "Tie", why: str | None, *, remove: bool) -> "Plan":
    from timeline.review.actors import tie, untie

    if remove and (wanted.since or wanted.until):
        raise BadUse("--remove takes the whole of it back: leave out --since and --until")
    return (untie if remove else tie)(at.scene(), wanted, at.stamp(), why)


def _decide(door: Door, at: "Desk", plan: "Plan", *, json: bool) -> None:
    """Take it, and with the first write the shipped actors, so that the record has them."""
    deciding.done(door, at, [at.with_shipped(plan)], json=json)
