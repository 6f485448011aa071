"""Single events by their position, read ahead by the page and kept for a while."""

import zlib
from collections.abc import Iterable
from itertools import islice

from timeline.chronicle import Chronicle, Recorded, fields
from timeline.replay.reads import Fields, Whole, whole

KEPT = 2_000
CHUNK = 500


class Records:
    """Events as they are stored, by position; None where there is none, or it was erased."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._kept: dict[int, Recorded | None] = {}
        self._wholes: dict[int, Whole | None] = {}

    def __call__(self, position: int) -> Fields | None:
        """The fields of one event, absent ones have their default."""
        recorded = self._at(position)
        held = recorded and fields(recorded)
        return held and held[1]

    def whole(self, position: int) -> Whole | None:
        """What views ask of an assertion, from the event that holds the whole of it."""
        if position not in self._wholes:
            recorded = self._at(position)
            self._wholes[position] = (
                None
                if recorded is None or recorded.state is None
                else whole(position, recorded.name, recorded.state)
            )
        return self._wholes[position]

    def ahead(self, positions: Iterable[int]) -> None:
        """Read events that will be asked for soon."""
        self._forget()
        wanted = [position for position in positions if position not in self._kept]
        for start in range(0, len(wanted), CHUNK):
            some = wanted[start : start + CHUNK]
            self._kept.update(dict.fromkeys(some))
            for recorded in self._chronicle.these(some):
                self._kept[recorded.position] = recorded

    def _forget(self) -> None:
        """Let go of the oldest: what was read ahead must outlive a single one that was not."""
        for position in list(islice(self._kept, max(0, len(self._kept) - KEPT))):
            del self._kept[position]
            self._wholes.pop(position, None)

    def _at(self, position: int) -> Recorded | None:
        if position not in self._kept:
            self.ahead((position,))
        return self._kept[position]


def tip(recorded: Recorded | None) -> str:
    """Which event stood at a position, so that another chronicle is not taken for this one.

    Two that began with the same articles differ in what their events say of when, and by a nonce.
    """
    if recorded is None:
        return ""
    position, stream, version, name, state = recorded
    return f"{position} {stream} {version} {name} {zlib.crc32(state or b''):08x}"
