"""Which proposals are meant: by their ids, or by filters; and a verdict on all of them at once."""

import sys
from collections.abc import Sequence
from typing import NamedTuple, get_args

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.errors import BadUse
from timeline.projection import Standing
from timeline.projection.coverage import plural
from timeline.projection.spoken import handle
from timeline.query import Filters
from timeline.query.held import standings
from timeline.query.shorts import ShortNames
from timeline.review.copies import copies
from timeline.review.desk import Desk
from timeline.review.near import perhaps
from timeline.review.queue import Queue, queue
from timeline.review.values import a_reason
from timeline.review.verdict import accept, reject, reopen
from timeline.review.whole import whole
from timeline.terms import Form


class Choice(NamedTuple):
    """What a person asks for."""

    filters: Filters
    forms: tuple[str, ...]
    status: tuple[str, ...]
    limit: int | None
    everything: bool
    statement: bool = False
    """Whether a verdict is on the whole statement that each is a point of."""
    copies: bool = False
    """Whether it is on the same words in other articles too."""


def chosen(desk: Desk, choice: Choice, ids: Sequence[str] | None) -> Queue:
    """The queue: these, or all that the filters let pass.

    Raises:
        BadUse: no such form or status.
    """
    forms = get_args(Form)
    for form in choice.forms:
        if form not in forms:
            raise BadUse(f"No form {form!r}.{perhaps(form, forms)} It is one of {', '.join(forms)}")
    status = options.statuses(choice.status) or options.STATUSES
    if ids:
        found = tuple([desk.library.standing(one.id) for one in desk.dossiers(ids)])
        return Queue(found, found)
    every = standings(desk.library, choice.filters)
    made = queue(every, choice.forms, everything=choice.everything, status=status)
    return made._replace(todo=made.todo[: choice.limit])


def decide(
    door: Door,
    desk: Desk,
    choice: Choice,
    verdict: str,
    ids: Sequence[str] | None,
    why: str | None,
    *,
    yes: bool,
    json: bool,
) -> None:
    """Take the verdict on each of them; by filter only after a yes.

    Raises:
        BadUse: a filter finds some, and nobody said yes.
    """
    if verdict == "reject":
        a_reason(why, for_what="a rejection")
    found: Sequence[Standing] = chosen(desk, choice, ids).todo
    if choice.statement and found:
        found = whole(standings(desk.library, Filters()), {one.id for one in found}, verdict)
    meant = [one.id for one in found]
    # Who decides by filter has not looked at each, and would be told of many.
    others = copies(desk, meant, verdict) if found and (ids or choice.copies) else []
    if found and not ids and not yes:
        _confirm(verdict, len(meant) + (len(others) if choice.copies else 0))
    if not found:
        door.hint(f"nothing to {verdict}")
        return
    decision = {"accept": accept, "reject": reject, "reopen": reopen}[verdict]
    deciding.on_assertions(
        door, desk, meant, others, lambda one: decision(one, desk.stamp(), why),
        copies=choice.copies, json=json,
    )  # fmt: skip


def handles(desk: Desk, found: Sequence[Standing]) -> list[str]:
    """The handles of assertions as they are shown; their articles are looked up together."""
    names = ShortNames(desk.library.engine, None)
    names.expected.update(one.article for one in found)
    return [handle(one, names) for one in found]


def _confirm(verdict: str, many: int) -> None:
    asks = f"{verdict} {plural(many, 'assertion')}"
    if not sys.stdin.isatty():
        raise BadUse(f"That would {asks}; add --yes if so (--list shows them)")
    # What was decided is all that goes to stdout; it may be a file, and this a question.
    sys.stderr.write(f"That will {asks}. Yes? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise BadUse("Nothing was decided")
