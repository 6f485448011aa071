"""Check what was read: one proposal at a time, by keys; or by flags, in a script."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.projection import Standing
    from timeline.review.desk import Desk

app = sub()


@app.command()
def review(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Accept these, or all found.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Reject these; -m says why.")] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Make proposals of these.")] = False,
    show: Annotated[bool, typer.Option("--list", help="List what is to be looked at.")] = False,
    statement: Annotated[
        bool, typer.Option("--statement", help="The whole statements that these are points of.")
    ] = False,
    copies: deciding.Copies = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask how many.")] = False,
    why: deciding.Why = None,
    user: deciding.User = None,
    form: Annotated[
        list[str] | None, typer.Option("--form", metavar="FORM", help="direct, mixed, indirect …")
    ] = None,
    by: options.By = None,
    about: options.About = None,
    act: options.Act = None,
    topic: options.Topic = None,
    source: options.Source = None,
    since: options.Since = None,
    until: options.Until = None,
    possible: options.Possible = False,
    certain: options.Certain = False,
    status: options.Status = None,
    min_confidence: options.MinConfidence = 0,
    limit: options.Limit = None,
    everything: options.Everything = False,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Check what was read: one proposal at a time, by keys; or by flags, in a script.

    What matters comes first: the speakers' own words, then undated occasions that hold many.

        timeline review --by NATO
        timeline review --accept 003@923 003@1105
        timeline review --accept 003@923 --statement
        timeline review --accept 003@923 --copies
        timeline review --accept --by NATO --form direct --yes
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        from timeline.cli.reviewing.choosing import Choice, chosen, decide

        asked = options.filters(
            by=by, about=about, act=act, topic=topic, source=source, since=since, until=until,
            possible=possible, certain=certain, as_of=None, status=["all"],
            min_confidence=min_confidence, points=True, everything=True,
        )  # fmt: skip
        verdicts = [n for n, on in zip(VERDICTS, (accept, reject, reopen), strict=True) if on]
        if len(verdicts) > 1:
            raise BadUse(f"--{' and --'.join(verdicts)} exclude each other")
        usual = ["accepted", "rejected"] if reopen else ["proposed"]
        choice = Choice(
            asked, tuple(form or ()), tuple(status or usual), limit, everything, statement, copies
        )
        desk = deciding.desk(door, user)
        if verdicts:
            decide(door, desk, choice, verdicts[0], ids, why, yes=yes, json=json)
            return
        if copies:
            raise BadUse("--copies goes with --accept, --reject or --reopen")
        queue = chosen(desk, choice, ids)
        if show:
            _list(door, desk, queue.todo, json=json)
        else:
            _ask(door, desk, queue)


VERDICTS = ("accept", "reject", "reopen")
"""What can be decided without being asked one by one."""


def _list(door: Door, desk: "Desk", todo: "tuple[Standing, ...]", *, json: bool) -> None:
    from timeline.cli.reviewing.choosing import handles
    from timeline.cli.reviewing.draw import listed

    if json:
        from timeline.cli.draw.machine import json_lines

        door.out(json_lines(one._asdict() for one in todo))
        return
    from timeline.cli.reading import show

    how = Format.TABLE if sys.stdout.isatty() else Format.LINES
    show(door, listed(todo, handles(desk, todo), how), how)


def _ask(door: Door, desk: "Desk", queue: object) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadUse(
            "review asks on a terminal, and this is none. In a script: review --list,"
            " review --accept ID…, review --reject ID… -m WHY, each also by filter with --yes"
        )
    from timeline.cli.reading import page
    from timeline.cli.reviewing.session import Session
    from timeline.cli.reviewing.terminal import Terminal
    from timeline.review.queue import Queue

    assert isinstance(queue, Queue)
    if not queue.todo:
        door.out([f"Nothing to look at; {queue.checked} of {len(queue.every)} are checked"])
        return
    door.out([Session(desk, queue, Terminal(), page).run()])
