"""Single events by their position, read ahead by the page and kept for a while."""

from collections.abc import Iterable
from typing import Any

from timeline.chronicle import Chronicle, fields

KEPT = 2_000
CHUNK = 500
Fields = dict[str, Any]


class Records:
    """The fields of events, by position; None where there is none, or it was erased."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._kept: dict[int, Fields | None] = {}

    def __call__(self, position: int) -> Fields | None:
        """The fields of one event."""
        if position not in self._kept:
            self.ahead((position,))
        return self._kept[position]

    def hold(self, position: int, event: Fields) -> None:
        """Keep an event that was read anyway."""
        self._kept[position] = event

    def ahead(self, positions: Iterable[int]) -> None:
        """Read events that will be asked for soon."""
        if len(self._kept) > KEPT:
            self._kept.clear()
        wanted = [position for position in positions if position not in self._kept]
        for start in range(0, len(wanted), CHUNK):
            some = wanted[start : start + CHUNK]
            self._kept.update(dict.fromkeys(some))
            for recorded in self._chronicle.these(some):
                held = fields(recorded)
                self._kept[recorded.position] = held and held[1]
