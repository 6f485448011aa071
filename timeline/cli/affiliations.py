"""Who belongs to whom: commands of `actors` that say so, and take it back."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.review import Plan
    from timeline.review.actors import Tie
    from timeline.review.desk import Desk

app = sub()
Child = Annotated[str, typer.Argument(metavar="CHILD")]
Parent = Annotated[str, typer.Argument(metavar="PARENT")]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="From when.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Until when.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take it back.")]


TIES = {
    "part of": """CHILD counts under PARENT: the embassy under its country. --remove takes it back.

    timeline actors part-of "Chinese Communist Party" China
    """,
    "member of": """CHILD is a member of PARENT, and does not speak for it. --remove takes it back.

    timeline actors member-of Sweden NATO --since 2024-03-07
    """,
    "speaks for": """CHILD speaks for PARENT, from when until when. --remove takes it back.

    timeline actors speaks-for "Mark Rutte" NATO --since 2024-10-01
    """,
}
"""What each says, as the help of its command."""


def _command(relation: str, told: str) -> None:
    """Add the command of a relation."""

    @app.command(relation.replace(" ", "-"), help=told)
    def tied(
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
        with Door(store, quiet=quiet, verbose=verbose, new=True) as door:
            desk = deciding.desk(door, user)
            tie = _tie(desk, (child, relation, parent), since, until)
            deciding.on_actors(door, desk, _tied(desk, tie, why, remove=remove), json=json)


for _relation, _told in TIES.items():
    _command(_relation, _told)


def _tie(desk: "Desk", words: tuple[str, str, str], since: str, until: str) -> "Tie":
    from timeline.review.actors import Tie
    from timeline.review.correct.plain import a_date

    child, relation, parent = words
    dates = (a_date(since, desk.today), a_date(until, desk.today))
    return Tie(desk.actor(child), relation, desk.actor(parent), *dates)


def _tied(desk: "Desk", wanted: "Tie", why: str | None, *, remove: bool) -> "Plan":
    from timeline.review.actors import tie, untie

    if remove and (wanted.since or wanted.until):
        raise BadUse("--remove takes the whole of it back: leave out --since and --until")
    return (untie if remove else tie)(desk.scene(), wanted, desk.stamp(), why)
