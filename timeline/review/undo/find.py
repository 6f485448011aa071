"""The decision to undo: one's last that stands, or the one at a position."""

from collections.abc import Iterator

from timeline.chronicle import Chronicle, Recorded, decode
from timeline.errors import BadUse, NotFound
from timeline.events import AnyEvent
from timeline.review.undo.aspect import ASPECTS, follows, undone

PAGE = 1000
"""Positions looked at together, from the head backwards."""
UNDOABLE = frozenset(kind.NAME for kind in ASPECTS)


def last_of(chronicle: Chronicle, who: str) -> Recorded:
    """The last decision of a person that stands: what undoes, and what was undone, is passed over.

    Raises:
        NotFound: this person decided nothing that stands.
    """
    gone: set[int] = set()
    for row, event in _backwards(chronicle):
        if event.by != who or follows(event) or row.position in gone:
            continue
        if (position := undone(event)) is None:
            return row
        gone.add(position)
    raise NotFound(f"{who} has taken no decision here that could be undone")


def undoing(chronicle: Chronicle, position: int, who: str) -> Recorded:
    """The decision at a position, if it is this person's own.

    Raises:
        NotFound: there is no event.
        BadUse: it is no decision, or somebody else's.
    """
    row = chronicle.at(position) if position <= chronicle.head() else None
    event = decode(row) if row else None
    if row is None or event is None:
        raise NotFound(f"There is nothing at #{position}; the last is #{chronicle.head()}")
    if row.name not in UNDOABLE:
        raise BadUse(f"#{position} is no decision, but {row.name.partition('.')[0]}")
    if event.by != who:
        raise BadUse(f"#{position} is {event.by}'s; you, {who}, can undo only your own")
    if follows(event):
        raise BadUse(f"#{position} follows from another decision; undo that one")
    return row


def _backwards(chronicle: Chronicle) -> Iterator[tuple[Recorded, AnyEvent]]:
    top = chronicle.head()
    while top > 0:
        rows = list(chronicle.after(max(0, top - PAGE), upto=top))
        for row in reversed(rows):
            if row.name in UNDOABLE and (event := decode(row)) is not None:
                yield row, event
        top -= PAGE
