"""What the commands that decide have in common: who, why, and telling what came of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.door import Door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.review import Done, Plan
    from timeline.review.desk import Desk
    from timeline.review.dossier import Dossier

User = Annotated[
    str | None,
    typer.Option(
        "--user",
        metavar="NAME",
        help="Who decides; else TIMELINE_USER, git's name, the login.",
    ),
]
Why = Annotated[
    str | None, typer.Option("-m", "--why", metavar="WHY", help="Why; kept with the decision.")
]
Copies = Annotated[
    bool, typer.Option("--copies", help="The same words of the speaker in other articles, too.")
]
At = Annotated[
    int | None, typer.Option("--at", metavar="OFFSET", help="Where words begin that stand twice.")
]
Json = Annotated[bool, typer.Option("--json", help="What was stored, as one JSON object a line.")]


def desk(door: Door, user: str | None) -> "Desk":
    """The desk of whoever decides, at the door's store."""
    from timeline.review.desk import Desk
    from timeline.who import who

    by = who(user)
    return Desk(door.chronicle, door.library, by)


def done(door: Door, desk: "Desk", plans: "Iterable[Plan]", *, json: bool) -> None:
    """Take decisions, all in one transaction, and tell each on a line of its own."""
    from timeline.review import take_all

    for one in take_all(desk.chronicle, list(plans)):
        tell(door, one, json=json)


def on_assertions(
    door: Door, desk: "Desk", ids: "Sequence[str]", others: "Sequence[str]",
    plan: "Callable[[Dossier], Plan]", *, copies: bool, json: bool,
) -> None:  # fmt: skip
    """Do something to assertions and, if that is asked for, to their copies in other articles.

    Args:
        door: of the command.
        desk: whose desk.
        ids: of the assertions.
        others: of their copies to which it can be done.
        plan: plans it for one.
        copies: whether it is done to them; else that they are there is told to stderr.
        json: as `tell`.
    """
    from timeline.review.copies import told

    chosen = [*ids, *others] if copies else ids
    done(door, desk, [plan(desk.dossier_of(one)) for one in chosen], json=json)
    if copies and not others:
        door.hint("No other article prints the same words, for which this is left to do.")
    elif hint := "" if copies else told(desk, others):
        door.hint(hint)


def tell(door: Door, one: "Done", *, json: bool) -> None:
    """Tell what came of a decision: its positions, and what else is worth a line."""
    from timeline.cli.draw.safe import flat

    if json:
        from timeline.cli.draw.machine import dumps

        door.out([dumps({"schema": "decision/1", **one._asdict(), "stored": one.stored})])
        return
    door.out([flat(str(one)), *(f"  {flat(line)}" for line in one.more)])


def on_actors(door: Door, desk: "Desk", plan: "Plan", *, json: bool) -> None:
    """Take it, and with the first write the shipped actors, so that the record has them."""
    done(door, desk, [desk.with_shipped(plan)], json=json)
