"""Whom names mean as of a position: the directory, rebuilt from the events about actors alone."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from timeline.replay.records import Records
from timeline.views import Ledger

if TYPE_CHECKING:
    from timeline.actors import Directory

KINDS = (
    "gazetteer-adopted", "actor-defined", "alias-added", "alias-removed", "actors-merged",
    "actors-parted", "affiliation-set", "affiliation-removed",
)  # fmt: skip
NOTHING: Any = SimpleNamespace(NAME="noted.1")
"""An event that changes no directory: the one after it is a copy."""


class Who:
    """Directories as of positions; the last one is kept, since the next is mostly the same."""

    def __init__(self, ledger: Ledger, records: Records) -> None:
        self._ledger, self._records = ledger, records
        self._turns: list[int] = []
        self._held: Directory | None = None

    def as_of(self, position: int) -> "Directory":
        """The directory as it stood at a position; the caller's own, to change."""
        from timeline.actors import Directory  # here, since most reads ask for none

        turns = self._ledger.turns(KINDS, upto=position)
        places = [place for place, _, _ in turns]
        held = len(self._turns)
        directory = self._held
        if directory is None or places[:held] != self._turns:
            held, directory = 0, Directory()
        for place, kind, _ in turns[held:]:
            event = self._records(place)
            if event is not None:
                directory.apply(seen(kind, event))
        self._turns, self._held = places, directory
        return directory.after(NOTHING)


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
