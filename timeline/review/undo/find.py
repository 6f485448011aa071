"""The decision to undo: one's last that stands, or the one at a position."""

from collections.abc import Container, Iterator

from timeline.chronicle import Chronicle, Recorded, decode
from timeline.chronicle.streams import dossier
from timeline.errors import BadUse, NotFound
from timeline.events import AnyEvent
from timeline.review.undo.aspect import ASPECTS, follows, undone

PAGE = 1000
"""Positions looked at together, from the head backwards."""
DOSSIER = dossier("")
"""How the name of a stream begins that holds the decisions on one assertion."""
UNDOABLE = frozenset(kind.NAME for kind in ASPECTS)


def last_of(chronicle: Chronicle, who: str) -> list[Recorded]:
    """The last decision of a person that stands: what undoes, and what was undone, is passed over.

    Returns:
        It, and before it in the record those on other assertions that were taken with it at once.

    Raises:
        NotFound: this person decided nothing that stands.
    """
    gone: set[int] = set()
    for row in _backwards(chronicle, chronicle.head()):
        event = _decision(row)
        if event is None or event.by != who or follows(event) or row.position in gone:
            continue
        if (position := undone(event)) is None:
            return [row, *_at_once(chronicle, row, event, gone)]
        gone.add(position)
    raise NotFound(f"{who} has taken no decision here that could be undone")


def _at_once(
    chronicle: Chronicle, row: Recorded, event: AnyEvent, gone: Container[int]
) -> Iterator[Recorded]:
    """The decisions on other assertions of the same instant, but those that were undone."""
    if not row.stream.startswith(DOSSIER):
        return
    for other in _backwards(chronicle, row.position - 1):
        also = _decision(other)
        if also is None or (also.at, also.by) != (event.at, event.by):
            return
        if other.position not in gone:
            yield other


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


def _backwards(chronicle: Chronicle, top: int) -> Iterator[Recorded]:
    """All events from a position down."""
    while top > 0:
        yield from reversed(list(chronicle.after(max(0, top - PAGE), upto=top)))
        top -= PAGE


def _decision(row: Recorded) -> AnyEvent | None:
    return decode(row) if row.name in UNDOABLE else None
