"""Undo, with what hangs on it: an article that gets its old date back takes its dates along."""

from typing import TYPE_CHECKING

from timeline import events as e
from timeline.chronicle import Batch, Recorded
from timeline.review.article.correct import moved
from timeline.review.dossier import kept
from timeline.review.undo.find import last_of, undoing
from timeline.review.undo.reverse import Past, reverse
from timeline.review.values import Plan

if TYPE_CHECKING:
    from timeline.review.desk import Desk


def undo(desk: "Desk", position: int | None = None) -> list[Plan]:
    """Undo one's last decision that stands, or one's own at a position.

    Args:
        desk: whose.
        position: of the decision, this one alone; None for the last, and what was decided on
            other assertions at once with it.

    Returns:
        A plan for each.

    Raises:
        NotFound: there is none.
        BadUse: it is another's, or not in force any more.
    """
    rows = (
        last_of(desk.chronicle, desk.by)
        if position is None
        else [undoing(desk.chronicle, position, desk.by)]
    )
    return [_undo(desk, row) for row in reversed(rows)]


def _undo(desk: "Desk", row: Recorded) -> Plan:
    stream = kept(desk.chronicle.stream(row.stream))
    assertion = row.stream.partition(":")[2]
    past = Past(
        row,
        stream,
        desk.shown(row),
        lambda at: desk.record_before(assertion, at),
        lambda other: desk.dossier_of(other).handle,
    )
    plan = reverse(past, desk.stamp())
    if isinstance(past.event, e.ArticleDated):
        return _with_dates(desk, plan, past.event.article)
    return plan


def _with_dates(desk: "Desk", plan: Plan, article: str) -> Plan:
    (first,) = plan.batches
    (event,) = first.events
    assert isinstance(event, e.ArticleDated)
    ahead = desk.ahead(article)
    text = desk.text_of(article)
    stamp = desk.stamp()
    batches, more = moved(ahead, text, event.published, event.reason or "", stamp)
    return plan._replace(batches=(Batch(*first), *batches), more=more)
