"""A view as a projection sees it while changes are applied: a mapping, buffered page by page."""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

from timeline.projection import Change, Entry
from timeline.views.rows import Row, Rows

UNMOVED = (None, None, None)
MOVING = frozenset({"occasion", "article", "unknown"})
"""Bases of a date that gives way to the date of a named occasion."""


class Slot(MutableMapping[str, Any]):
    """The entries of one build by assertion id.

    Entries of assertions seen for the first time are gathered and written at once; whatever
    touches an older one writes them first, so that rows come in the order of their changes.
    """

    def __init__(self, rows: Rows, find: Callable[[str], int | None]) -> None:
        """Take the rows of a build, and what finds an assertion's position by its id."""
        self.rows = rows
        self._find = find
        self._fresh: dict[str, Row] = {}
        self._change = Change("", None, None, 0)
        self._new = False

    def begin(self, change: Change) -> None:
        """Say which change is about to be applied."""
        self._change = change
        after = change.after
        self._new = after is not None and after.position == change.because

    def flush(self) -> None:
        """Write what is gathered."""
        if self._fresh:
            self.rows.add(list(self._fresh.values()))
            self._fresh.clear()

    def forget(self) -> None:
        """Drop what is gathered: its page failed."""
        self._fresh.clear()

    def __setitem__(self, key: str, entry: Entry) -> None:
        change = self._change
        moves: tuple[Any, Any, Any] = UNMOVED
        if entry.basis in MOVING and entry.occasion != entry.article:
            days = (change.after and key == change.id and change.after.days) or (0, 0)
            moves = (entry.occasion, days[0], days[-1])
        row = Row(entry, change.because, moves)
        if self._new and key == change.id:
            self._fresh[key] = row
        else:
            self.flush()
            self.rows.put(row)

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self.pop(key)

    def pop(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as MutableMapping has it
        """Take an entry out; what was held, or `default`. It never raises."""
        if self._new and key == self._change.id:
            row = self._fresh.pop(key, None)
            return row.entry if row else default
        held = self.get(key)
        if held is None:
            return default
        self.flush()
        self.rows.take(held.position, self._change.because)
        return held

    def __getitem__(self, key: str) -> Entry:
        if row := self._fresh.get(key):
            return row.entry
        position = self._position(key)
        row = None if position is None else self.rows.at(position)
        if row is None:
            raise KeyError(key)
        return row.entry

    def _position(self, key: str) -> int | None:
        change = self._change
        for standing in (change.after, change.before):
            if standing is not None and standing.id == key:
                return standing.position
        return self._find(key)

    def __iter__(self) -> Iterator[str]:
        self.flush()
        return (row.entry.id for row in self.rows.entries("1", (), None))

    def __len__(self) -> int:
        self.flush()
        return self.rows.count()
