"""Whole statements: all that one speaker said on one occasion, decided on at once."""

from collections.abc import Collection, Iterable

from timeline.projection import Standing
from timeline.projection.spoken import SPEECH, Spoken
from timeline.projection.statements import group

OPEN = {
    "accept": ("proposed",),
    "reject": ("proposed", "accepted"),
    "reopen": ("accepted", "rejected"),
}
"""Of which status the points are that a verdict on the whole is for: others stay as decided."""


def whole(every: Iterable[Standing], ids: Collection[str], verdict: str) -> list[Standing]:
    """The assertions of the statements that some belong to, on which a verdict is still open.

    Args:
        every: all assertions there are, of whatever speaker.
        ids: of some of them; these are told whatever their status.
        verdict: accept, reject or reopen.

    Returns:
        Each once, statement by statement, as `log` shows them, over all articles.
    """
    held = {one.id: one for one in every if one.form in SPEECH or one.id in ids}
    groups = group(Spoken.of(one) for one in held.values())
    return [
        held[entry.id]
        for one in groups
        if any(entry.id in ids for entry in one.entries)
        for same in one.points
        for entry in same
        if entry.id in ids or entry.status in OPEN[verdict]
    ]
