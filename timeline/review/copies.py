"""Copies, the same words in other articles, as far as a decision can be taken on them as well."""

from collections.abc import Sequence

from timeline.errors import BadUse, TimelineError
from timeline.projection.coverage import plural
from timeline.query import copies as finding
from timeline.review.correct import changes
from timeline.review.correct.words import SPAN
from timeline.review.desk import Desk
from timeline.review.values import listed
from timeline.review.whole import OPEN as BY_VERDICT

HELD = ("proposed", "accepted", "rejected")
OPEN = {**BY_VERDICT, "retract": HELD, "correct": HELD, "restore": ("retracted",)}
"""By what is done, of which status copies are that it can be done to: others stay as decided."""
FEW = 8
"""Copies that are told by their handles."""


def copies(desk: Desk, ids: Sequence[str], does: str) -> list[str]:
    """The ids of all copies of some assertions that are still open to what is done to these.

    Args:
        desk: of whoever decides.
        ids: of the assertions; none of them is told again.
        does: accept, reject, reopen, correct, retract, restore.
    """
    finder = finding.Copies(desk.library)
    found = (other for one in ids for other in finder.of(desk.library.standing(one)))
    still = (one.id for one in found if one.id not in ids and one.status in OPEN[does])
    return list(dict.fromkeys(still))


def correctable(
    desk: Desk, ids: Sequence[str], pairs: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Which of some copies a correction changes; and why others cannot be corrected so, each."""
    found, left = [], []
    for case in map(desk.case, ids):
        try:
            if changes(case.record, pairs, desk.ground(case.record.article)):
                found.append(case.record.id)
        except TimelineError as fault:
            left.append(f"{case.dossier.handle} prints the same words, but {fault}")
    return found, left


def told(desk: Desk, ids: Sequence[str]) -> str:
    """That there are copies which stay as they are, and how they would not; empty for none."""
    if not ids:
        return ""
    standing = [desk.library.standing(one) for one in ids]
    articles = plural(len({one.article for one in standing}), "other article")
    handles = [desk.handle(one.handle, one.article) for one in standing[:FEW]]
    if len(ids) > FEW:
        handles.append(f"{len(ids) - FEW} more")
    return (
        f"The same words stand in {articles}: {listed(handles)}. Nothing was done there;"
        " the same command with --copies does it there too."
    )


def check_places(pairs: Sequence[str], at: int | None) -> None:
    """Refuse offsets where copies are meant as well: they are of one article. Raises: BadUse."""
    if at is not None or any(SPAN.fullmatch(pair.partition("=")[2].strip()) for pair in pairs):
        raise BadUse("An offset is of one article: with --copies, give the words themselves")
