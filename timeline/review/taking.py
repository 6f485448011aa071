"""Taking a decision: a plan is appended, in one transaction, on what it was decided on."""

from collections.abc import Iterable, Sequence
from itertools import islice

from timeline import events as e
from timeline.chronicle import Batch, Chronicle
from timeline.errors import Conflict
from timeline.review.dossier import Kept, kept
from timeline.review.telling import deed
from timeline.review.values import Done, Plan


def take(chronicle: Chronicle, plan: Plan) -> Done:
    """Append what was decided.

    Returns:
        The new positions; none where the same person decided the same in the meantime, as when a
        command is repeated whose answer was lost.

    Raises:
        Conflict: somebody else was first; the message says what they did. Nothing was saved.
    """
    if not plan.batches:
        return Done((), plan.says, plan.more)
    try:
        positions = tuple(chronicle.append(*plan.batches))
    except Conflict as conflict:
        later = {batch.stream: _later(chronicle, batch) for batch in plan.batches}
        if all(_is_the_same(batch, later[batch.stream]) for batch in plan.batches):
            done = [one.position for rows in later.values() for one in rows]
            says = f"{plan.about}: already so, you {plan.says}, #{min(done)}; nothing was stored"
            return Done((), says, plan.more)
        raise _told(plan, later) or conflict from None
    return Done(positions, plan.says, plan.more)


def _later(chronicle: Chronicle, batch: Batch) -> tuple[Kept, ...]:
    return kept(row for row in chronicle.stream(batch.stream) if row.version > batch.expected)


def _is_the_same(batch: Batch, later: tuple[Kept, ...]) -> bool:
    """Whether what came next is what this batch would append: the rest does not matter."""
    return len(later) >= len(batch.events) and all(
        one.event is not None and same(one.event, ours)
        for one, ours in zip(later, batch.events, strict=False)
    )


def same(one: e.AnyEvent, other: e.AnyEvent) -> bool:
    """Whether two events are the same decision of the same person, whenever it was taken."""
    apart = {"at", "nonce"}
    return type(one) is type(other) and one.model_dump(exclude=apart) == other.model_dump(
        exclude=apart
    )


def _told(plan: Plan, later: dict[str, tuple[Kept, ...]]) -> Conflict | None:
    """Who did what since one looked."""
    firsts = [rows[0] for rows in later.values() if rows]
    if not firsts:
        return None
    first = min(firsts, key=lambda one: one.position)
    who = first.event.by if first.event else "somebody"
    return Conflict(
        f"{plan.about}: since you looked, {who} {deed(first.event)}, #{first.position}."
        " Nothing was saved; look again, then decide"
    )


def take_all(chronicle: Chronicle, plans: Sequence[Plan]) -> list[Done]:
    """Take several decisions, each on streams of its own, in one transaction: all or none.

    All of them bear the instant of the first, by which `undo` knows that they were taken at once.

    Returns:
        What came of each, in their order.

    Raises:
        Conflict: somebody else was first with one of them; nothing was saved.
    """
    if len(plans) == 1:
        return [take(chronicle, plans[0])]
    whole = Plan(
        _at_once(batch for plan in plans for batch in plan.batches),
        f"took {len(plans)} decisions",
        f"{len(plans)} decisions",
    )
    positions = iter(take(chronicle, whole).positions)
    made = []
    for plan in plans:
        size = sum(len(batch.events) for batch in plan.batches)
        made.append(Done(tuple(islice(positions, size)), plan.says, plan.more))
    return made


def _at_once(batches: Iterable[Batch]) -> tuple[Batch, ...]:
    """The same batches, all events of one instant."""
    held = tuple(batches)
    at = next((event.at for batch in held for event in batch.events), "")
    return tuple(
        batch._replace(events=[event.model_copy(update={"at": at}) for event in batch.events])
        for batch in held
    )
