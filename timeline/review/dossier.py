"""A dossier: what was decided on one assertion so far, read from its own stream."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline import events as e
from timeline.assertion import Status
from timeline.chronicle import Chronicle, Recorded, decode
from timeline.chronicle.streams import dossier as stream_of


class Kept(NamedTuple):
    """An event as it stands in a stream; None in the place of one that was erased."""

    position: int
    version: int
    event: "e.AnyEvent | None"


class Dossier(NamedTuple):
    """One assertion's decisions; a decision is taken on this version of it."""

    id: str
    handle: str
    """As it is shown."""
    version: int
    """Of the last event in the stream; 0 while nobody decided anything."""
    status: Status
    history: tuple[Kept, ...]

    @property
    def stream(self) -> str:
        """The name of its stream."""
        return stream_of(self.id)

    @property
    def last(self) -> Kept | None:
        """The last thing that happened to it."""
        return self.history[-1] if self.history else None

    @property
    def verdict(self) -> Kept | None:
        """The last event that set its status."""
        verdicts = [kept for kept in self.history if isinstance(kept.event, VERDICTS)]
        return verdicts[-1] if verdicts else None

    @property
    def links(self) -> dict[tuple[str, str], Kept]:
        """What a person linked it to and did not unlink: by relation and the other's id."""
        standing: dict[tuple[str, str], Kept] = {}
        for kept in self.history:
            if isinstance(kept.event, e.AssertionLinked):
                standing[kept.event.relation, kept.event.other] = kept
            elif isinstance(kept.event, e.AssertionUnlinked):
                standing.pop((kept.event.relation, kept.event.other), None)
        return standing

    def at(self, version: int) -> "Dossier":
        """The dossier as it was at an earlier version: what a person saw who decides late."""
        return of(self.id, self.handle, self.history[:version])


VERDICTS = (
    e.AssertionAccepted, e.AssertionRejected, e.AssertionReopened,
    e.AssertionRetracted, e.AssertionRestored,
)  # fmt: skip


def of(assertion: str, handle: str, history: Iterable[Kept]) -> Dossier:
    """Fold the events of a stream into a dossier."""
    kept = tuple(history)
    return Dossier(
        assertion, handle, kept[-1].version if kept else 0, _status(one.event for one in kept), kept
    )


def _status(events: "Iterable[e.AnyEvent | None]") -> Status:
    now: Status = "proposed"
    before: Status = "proposed"
    for event in events:
        match event:
            case e.AssertionAccepted():
                now = "accepted"
            case e.AssertionRejected():
                now = "rejected"
            case e.AssertionReopened():
                now = "proposed"
            case e.AssertionRetracted():
                before, now = (before, now) if now == "retracted" else (now, "retracted")
            case e.AssertionRestored():
                now = before
            case _:
                pass
    return now


def read(chronicle: Chronicle, assertion: str, handle: str) -> Dossier:
    """Read the dossier of an assertion; an empty one if nobody decided on it yet."""
    return of(assertion, handle, kept(chronicle.stream(stream_of(assertion))))


def kept(rows: Iterable[Recorded]) -> tuple[Kept, ...]:
    """The events of a stream, decoded."""
    return tuple(Kept(row.position, row.version, decode(row)) for row in rows)
