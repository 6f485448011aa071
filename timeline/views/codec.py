"""How an entry becomes a row and comes back, and what of it the digest sees."""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from json import dumps, loads
from typing import Any, get_type_hints

from timeline.core import core
from timeline.projection import Entry
from timeline.views.lists import Lists
from timeline.when import When

FIRST, LAST = 0, 4_000_000
"""Days that stand for no bound: before the year 1, after the year 9999."""
NAMED = frozenset({"sides", "targets", "target_sides", "reporters", "topics"})
"""Lists of names that many assertions share; any other list is kept as JSON in its row."""
ENGINE = ("since", "place", "earliest", "latest", "moves", "first_day", "last_day")
"""Columns before those of the entry; `moves` is the occasion that dates it, if one does."""
WHOLE = 1 << 256


def shape(entry: type[Entry]) -> dict[str, str]:
    """The names and types of an entry's fields, in their order."""
    hints = get_type_hints(entry)
    return {name: str(hints[name]) for name in entry._fields}


def fingerprint(entry: type[Entry]) -> str:
    """What tells one shape of entry from another: SHA-256 of its field names and types."""
    text = dumps(list(shape(entry).items()), separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@lru_cache(maxsize=16384)
def bounds(said: str) -> tuple[int, int, int]:
    """Place, earliest and latest day of an EDTF text, as ordinals that sort like dates.

    >>> bounds("unknown")
    (4000000, 0, 4000000)
    """
    when = When.parse(said)
    earliest, latest, place = when.earliest, when.latest, when.place
    return (
        place.toordinal() if place else LAST,
        earliest.toordinal() if earliest else FIRST,
        latest.toordinal() if latest else LAST,
    )


def weight(entry: Sequence[Any]) -> int:
    """An entry's share of the digest: SHA-256 of its canonical JSON, without its position."""
    return int.from_bytes(hashlib.sha256(core().to_json(tuple(entry[1:]))).digest())


class Codec:
    """Entries of one type, to rows and back."""

    def __init__(
        self, entry: type[Entry], lists: Lists, held: dict[str, str] | None = None
    ) -> None:
        """Take an entry type; `held` is the shape of rows that other code wrote.

        A field that those rows have not, or have of another type, is read as empty.
        """
        self.entry = entry
        self.columns = entry._fields
        kinds = [(at, name, kind) for at, (name, kind) in enumerate(shape(entry).items())]
        missing = {name for _, name, kind in kinds if held and held.get(name) != kind}
        self.missing = tuple(sorted(missing))
        self.selected = ", ".join(
            "NULL" if name in missing else f'"{name}"' for name in self.columns
        )
        series = [(at, name) for at, name, kind in kinds if kind.startswith("tuple[")]
        self._in: list[tuple[int, Callable[[Any], Any]]] = [
            (at, lists.code if name in NAMED else _json) for at, name in series
        ]
        self._out: list[tuple[int, Callable[[Any], Any]]] = [
            (at, lists.names if name in NAMED else _parsed)
            for at, name in series
            if name not in missing
        ]
        self._out += [(at, bool) for at, _, kind in kinds if "bool" in kind]
        self._out += [(at, _empty(kind)) for at, name, kind in kinds if name in missing]
        self._said = entry._fields.index("said")

    def row(self, entry: Entry, since: int, moves: tuple[Any, Any, Any]) -> list[Any]:
        """The row of an entry: its position, the engine's columns, its other fields.

        Args:
            entry: what a projection kept.
            since: the position from which it holds.
            moves: the occasion that dates it and the days counted from it, or three Nones.
        """
        row = list(entry)
        for at, write in self._in:
            row[at] = write(row[at])
        return [row[0], since, *bounds(row[self._said]), *moves, *row[1:]]

    def read(self, row: Sequence[Any]) -> Entry:
        """The entry of a row's own fields, in the order of `columns`."""
        values = list(row)
        for at, read in self._out:
            values[at] = read(values[at])
        return self.entry._make(values)


def _empty(kind: str) -> Callable[[Any], Any]:
    """Gives what stands for nothing in a field of this type."""
    empty: Any = "" if "str" in kind or "Literal" in kind else 0
    empty = () if kind.startswith("tuple[") else False if "bool" in kind else empty
    return lambda _: empty


def _json(value: tuple[Any, ...]) -> str:
    return str(core().to_json(value), "utf-8") if value else "[]"


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[Any, ...]:
    return tuple(loads(text))
