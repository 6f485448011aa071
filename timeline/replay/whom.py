"""Whom names mean as of a position: the directory, rebuilt from the events about actors alone."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from timeline.replay.records import CHUNK, Records
from timeline.views import Ledger

if TYPE_CHECKING:
    from timeline.actors import Directory
    from timeline.actors.names import Names
    from timeline.actors.record import Record

KINDS = (
    "gazetteer-adopted", "actor-defined", "alias-added", "alias-removed", "actors-merged",
    "actors-parted", "affiliation-set", "affiliation-removed",
)  # fmt: skip


class Who:
    """Whom names mean as of positions; the last answer is kept, since the next is mostly it."""

    def __init__(self, ledger: Ledger, records: Records) -> None:
        self._ledger, self._records = ledger, records
        self._turns: list[int] = []
        self._held: Record | None = None

    def as_of(self, position: int) -> "Directory":
        """The directory as it stood at a position; the caller's own, to change."""
        from timeline.actors.directory import Directory  # here, since most reads ask for none

        return Directory(self._record(position).copy())

    def names(self, position: int) -> "Names":
        """The names as they stood at a position, not to be changed; sooner made than the rest."""
        return self._record(position).names

    def _record(self, position: int) -> "Record":
        from timeline.actors.record import Record

        turns = self._ledger.turns(KINDS, upto=position)
        places = [place for place, _, _ in turns]
        held, record = len(self._turns), self._held
        if record is None or places[:held] != self._turns:
            held, record = 0, Record()
        for start in range(held, len(turns), CHUNK):
            some = turns[start : start + CHUNK]
            self._records.ahead(place for place, _, _ in some)
            for place, kind, _ in some:
                if (event := self._records(place)) is not None:
                    record.apply(kind, event)
        self._turns, self._held = places, record
        return record


def seen(kind: str, event: dict[str, Any]) -> Any:  # noqa: ANN401 - what looks like an event
    """An event as the directory looks at it."""
    return SimpleNamespace(**event, NAME=f"{kind}.")


def keys(directory: "Directory", cast: tuple[str, ...]) -> Iterable[str]:
    """The keys on which the answers for a cast hang: see `timeline.replay.reads.Whole`."""
    which, *names = cast
    if which == "who":
        name, role, body, kind = names
        return directory.depends(name, role or None, body or None, kind) if name else ()
    return frozenset().union(*map(directory.depends, filter(None, names)))
