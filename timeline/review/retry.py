"""A decision on an article again, where only what hangs on it has moved in the meantime."""

from collections.abc import Callable

from timeline.chronicle import Chronicle
from timeline.errors import Conflict
from timeline.review.article.known import Known
from timeline.review.taking import take
from timeline.review.values import Done, Plan

TIMES = 5


def while_it_moves(chronicle: Chronicle, known: Known, plan: Callable[[], Plan]) -> Done:
    """Take a decision on an article, and plan it anew while others decide on its assertions.

    The decision is on the article; the dates of its assertions only follow from it.

    Args:
        chronicle: the record.
        known: the article, as the decision was taken on.
        plan: makes the plan, of what stands now.

    Raises:
        Conflict: somebody else changed the article itself.
    """
    for _ in range(TIMES):
        try:
            return take(chronicle, plan())
        except Conflict:
            if chronicle.stream_version(known.stream) != known.version:
                raise
    return take(chronicle, plan())
