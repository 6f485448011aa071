"""A view as a projection sees it while changes are applied: a mapping, written when asked to."""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from typing import Any

from timeline.projection import Change, Entry
from timeline.views.codec import ANOTHERS
from timeline.views.moves import moving
from timeline.views.rows import Ended, Row, Rows


class Slot(MutableMapping[str, Any]):
    """The entries of one build by assertion id; what is gathered is written by `flush`."""

    def __init__(self, rows: Rows, find: Callable[[str], int | None]) -> None:
        """Take the rows of a build, and what finds an assertion's position by its id."""
        self.rows = rows
        self._find = find
        self._stored: dict[int, Row | None] = {}
        """Rows as they are stored, of assertions that a change touches."""
        self._now: dict[int, Row | None] = {}
        """Rows as they are to be stored."""
        self._ended: list[Ended] = []
        self.change = Change("", None, None, 0)
        """The one that is being applied."""

    def ahead(self, positions: Sequence[int]) -> None:
        """Read the rows of assertions that will be touched."""
        self._stored = self.rows.many(positions)

    def flush(self) -> None:
        """Write what is gathered."""
        self.rows.write(self._stored, self._now, self._ended)
        self.forget()

    def unfit(self) -> tuple[int, Exception] | None:
        """The first position from which something gathered holds that cannot be stored, and why."""
        gathered = [row for row in self._now.values() if row is not None]
        gathered += [ended.row for ended in self._ended]
        for row in sorted(gathered, key=lambda row: row.since):
            try:
                self.rows.codec.stored(row.entry)
            except Exception as fault:  # noqa: BLE001 - whatever a stranger put there
                return row.since, fault
        return None

    def forget(self) -> None:
        """Drop what is gathered: it was written, or its span failed."""
        self._stored = {}
        self._now = {}
        self._ended = []

    def __setitem__(self, key: str, entry: Entry) -> None:
        self.rows.codec.declared((entry,))
        if entry[0] != self._position(entry[1]):
            raise ValueError(ANOTHERS)
        id_, _, after, because = self.change
        days = after.days if after is not None and key == id_ else ()
        position, moves = entry[0], moving(entry, days)
        held = self._held(position)
        if held is None or held.entry != entry or held.moves != moves:
            if held is not None:
                self._end(held)
            self._now[position] = Row(entry, because, moves)

    def _end(self, held: Row) -> None:
        if held.since < self.change.because:  # else nobody ever saw it
            self._ended.append(Ended(held, self.change.because))

    def _held(self, position: int) -> Row | None:
        if position in self._now:
            return self._now[position]
        if position not in self._stored:
            self._stored[position] = self.rows.at(position)
        return self._stored[position]

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self.pop(key)

    def pop(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as MutableMapping has it
        """Take an entry out; what was held, or `default`. It never raises."""
        position = self._position(key)
        held = None if position is None else self._held(position)
        if held is None:
            return default
        self._end(held)
        self._now[held.entry.position] = None
        return held.entry

    def __getitem__(self, key: str) -> Entry:
        position = self._position(key)
        row = None if position is None else self._held(position)
        if row is None:
            raise KeyError(key)
        return row.entry

    def _position(self, key: str) -> int | None:
        change = self.change
        for standing in (change.after, change.before):
            if standing is not None and standing.id == key:
                return standing.position
        return self._find(key)

    def __iter__(self) -> Iterator[str]:
        self.flush()
        return (row.entry.id for row in self.rows.entries())

    def __len__(self) -> int:
        self.flush()
        return self.rows.count()
