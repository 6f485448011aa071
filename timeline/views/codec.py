"""How an entry becomes a row and comes back, and what of it the digest sees."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from json import dumps
from operator import itemgetter
from typing import Any, get_type_hints

from msgspec.json import Decoder, Encoder

from timeline.projection import Entry
from timeline.views.lists import Lists
from timeline.when import When

FIRST, LAST = 0, 4_000_000
"""Days that stand for no bound: before the year 1, after the year 9999."""
LISTED = ("sides", "target_sides", "topics")
"""Lists of names that are asked for: the number of each list is a column of its own."""
PLAIN = ("article", "status", "act", "family", "confidence", "corrected")
"""Other fields that are asked for; a column of its own each."""
WHOLE_ENTRY = "entry"
"""The column of the whole entry: a JSON array of its fields but the position, the very text that
the digest sees: one text is written at half the cost of thirty columns, and serves both. As a
blob, which is what it is made as and read from."""
ENGINE = ("since", "place", "earliest", "latest", "moves", "days")
"""Columns before those of the entry; `moves` is the occasion that dates it, if one does, `days`
the first and the last day counted from that."""
WHOLE = 1 << 256
_encode = Encoder().encode
_decode = Decoder(list[Any]).decode


Moves = tuple[str | None, int | None, int | None]
"""The occasion that dates an entry, and its first and last day counted from it; or Nones."""
Uncoded = tuple[tuple[tuple[str, ...], ...], tuple[Any, ...]]
"""A row: its lists, which only who writes can number, and its other columns."""
MOVING = frozenset({"occasion", "article", "unknown"})
"""Bases of a date that gives way to the date of a named occasion."""
UNMOVED: Moves = (None, None, None)


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


def canonical(entry: Sequence[Any]) -> bytes:
    """An entry as canonical JSON, without its position."""
    return _encode(entry[1:])


def share(text: bytes) -> int:
    """The share of the digest of an entry, given as `canonical` writes it: SHA-256."""
    return int.from_bytes(hashlib.sha256(text).digest())


def weight(entry: Sequence[Any]) -> int:
    """An entry's share of the digest."""
    return share(canonical(entry))


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
        self._shape = shape(entry)
        self.missing = tuple(
            sorted(name for name, kind in self._shape.items() if held and held.get(name) != kind)
        )
        self._lists = lists
        at = self.columns.index
        self._said = at("said")
        self.listed = tuple(name for name in LISTED if name in self.columns)
        self.plain = tuple(name for name in PLAIN if name in self.columns)
        self._plain = itemgetter(*map(at, self.plain))
        self._listed = itemgetter(*map(at, self.listed))
        self._series = [
            place for place, kind in enumerate(self._shape.values()) if kind.startswith("tuple[")
        ]
        self._order = (
            self._of(held) if self.missing or (held and [*held] != [*self._shape]) else None
        )

    def _of(self, held: dict[str, str] | None) -> list[tuple[int | None, Any]]:
        """Where in the rows of other code each field stands, and what it is if it does not."""
        places = {name: place for place, name in enumerate(held or self._shape)}
        return [
            (None if name in self.missing else places[name], _empty(kind))
            for name, kind in self._shape.items()
        ]

    @property
    def written(self) -> tuple[str, ...]:
        """The columns of a row, in their order."""
        return (*self.listed, "position", *ENGINE, *self.plain, WHOLE_ENTRY)

    def rows(
        self, held: Iterable[tuple[Entry, int, Moves]], texts: Iterable[bytes]
    ) -> list[Uncoded]:
        """Rows whose lists have no numbers yet.

        Args:
            held: of each: what a projection kept, the position from which it holds, what moves it.
            texts: of each, as `canonical` writes it.
        """
        said, plain, listed = self._said, self._plain, self._listed
        return [
            (
                listed(entry),
                (
                    entry[0],
                    since,
                    *bounds(entry[said]),
                    occasion,
                    None if occasion is None else f"{first} {last}",
                    *plain(entry),
                    text,
                ),
            )
            for (entry, since, (occasion, first, last)), text in zip(held, texts, strict=True)
        ]

    def coded(self, rows: Iterable[Uncoded]) -> list[tuple[Any, ...]]:
        """The same rows as they are stored: see `written`."""
        code = self._lists.codes.__getitem__
        return [(*map(code, lists), *others) for lists, others in rows]

    def read(self, position: int, text: bytes) -> Entry:
        """The entry of a row, from its whole text."""
        values = [position, *_decode(text)]
        if self._order is not None:
            values = [empty if at is None else values[at] for at, empty in self._order]
        for at in self._series:
            values[at] = tuple(values[at])
        return self.entry._make(values)


def moved(entry: Entry, days: Sequence[int]) -> Moves:
    """What moves an entry, and the days counted from that, if they are known."""
    if entry.basis not in MOVING or entry.occasion == entry.article:
        return UNMOVED
    return (entry.occasion, days[0], days[-1]) if days else (entry.occasion, 0, 0)


def moves_of(occasion: str | None, days: str | None) -> Moves:
    """What moves an entry, from the columns of its row."""
    if days is None:
        return UNMOVED
    first, last = days.split()
    return occasion, int(first), int(last)


def _empty(kind: str) -> Any:  # noqa: ANN401 - of whatever type
    """What stands for nothing in a field of this type."""
    if kind.startswith("tuple["):
        return ()
    if "bool" in kind:
        return False
    return "" if "str" in kind or "Literal" in kind else 0
