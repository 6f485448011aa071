"""Appending: what is told when it does not go well, and is true."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from eventsourcing.persistence import IntegrityError, StoredEvent

from timeline.chronicle import streams
from timeline.chronicle.application import Placed
from timeline.chronicle.faults import is_of_the_store, told
from timeline.chronicle.recorder import Behind
from timeline.chronicle.schema import format_for
from timeline.chronicle.state import fields
from timeline.chronicle.values import ArticleBytes, Batch
from timeline.errors import Conflict, StoreError, StoreLocked

if TYPE_CHECKING:
    from timeline.chronicle.application import Library


class Store(Protocol):
    """What appending needs of a chronicle."""

    path: Path

    @property
    def library(self) -> "Library":
        """The library's application, open."""
        ...

    def reopen(self) -> None:
        """Close all connections; the next use opens new ones."""
        ...


def append(
    store: Store, batches: Sequence[Batch], articles: Sequence[ArticleBytes]
) -> Sequence[int]:
    """Append batches in one transaction; see `Chronicle.append`."""
    to_stored = store.library.mapper.to_stored_event
    stored = [
        to_stored(Placed(batch.stream, version, event))
        for batch in batches
        for version, event in enumerate(batch.events, batch.expected + 1)
    ]
    expected = {batch.stream: batch.expected for batch in batches}
    if len(expected) < len(batches):
        raise ValueError("two batches for one stream")
    if not stored:
        return []
    try:
        positions = store.library.recorder.insert_events(
            stored,
            expected=expected,
            articles=articles,
            store_format=format_for(event.topic for event in stored),
        )
    except Behind as behind:
        raise _conflict(store, behind) from None
    except Exception as fault:
        if not is_of_the_store(fault):
            raise
        return _looked_up(store, stored, fault)
    return positions or []


def _conflict(store: Store, behind: Behind) -> Conflict:
    """Say who was first."""
    subject = streams.subject(behind.stream)
    rows = store.library.recorder.rows(
        "originator_id = ? AND originator_version > ?", (behind.stream, behind.expected), limit=1
    )
    if not rows:
        return Conflict(f"{subject} is not there as you saw it; nothing was saved")
    read = fields(rows[0])
    who = read[1].get("by") if read else None
    return Conflict(
        f"{subject} was changed by {who or 'somebody'} since you looked; nothing was saved"
    )


def _looked_up(store: Store, stored: Sequence[StoredEvent], fault: Exception) -> Sequence[int]:
    """Look whether it was saved after all: an error of a commit does not say that it was not.

    Each event has a nonce of its own, so what equals ours is ours.
    """
    sentence = told(store.path, fault)
    if isinstance(sentence, StoreLocked) or isinstance(fault, IntegrityError):
        raise type(sentence)(f"{sentence}; nothing was saved") from fault
    try:
        store.reopen()
        last = stored[-1]
        found = store.library.recorder.rows(
            "originator_id = ? AND originator_version = ?",
            (last.originator_id, last.originator_version),
        )
    except Exception as again:
        if not (is_of_the_store(again) or isinstance(again, StoreError)):
            raise
        raise StoreError(
            f"{sentence}; it is not known whether it was saved: look before you do it again"
        ) from fault
    if found and (found[0].name, found[0].state) == (last.topic, last.state):
        return range(found[0].position - len(stored) + 1, found[0].position + 1)
    raise StoreError(f"{sentence}; nothing was saved") from fault
