"""How an entry becomes a row and comes back, and what of it the digest sees."""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter, methodcaller
from typing import Any, cast

from msgspec.json import Decoder, Encoder

from timeline.projection import Entry
from timeline.projection.fields import hints
from timeline.views.bounds import bounds
from timeline.views.lists import Lists
from timeline.views.moves import UNMOVED, Moves

LISTED = ("sides", "target_sides", "topics")
"""Lists of names that are asked for: the number of each list is a column of its own."""
TERMS = ("status", "act", "family", "confidence", "corrected")
"""What else is asked for, of few values each: together one more list, in the column `terms`. Five
columns cost a replay a twentieth of its time."""
WHOLE_ENTRY = "entry"
"""The column of the whole entry: a JSON array of its fields but the position, the very text that
the digest sees: one text is written at half the cost of thirty columns, and serves both. As a
blob, which is what it is made as and read from."""
NUMBERED = ("terms", "moves")
"""Columns of numbers of lists, beside those of `LISTED`; `moves` is of what moves an entry."""
ENGINE = ("position", "since", "place", "earliest", "latest")
"""Columns of what the engine knows of an entry."""
WHOLE = 1 << 256
_encode = Encoder().encode
_decode = Decoder(list[Any]).decode


Columns = Sequence[Sequence[Any]]
"""Rows, column by column: what is done to each value of one then needs no Python of its own.
Lists stand as lists of names, which only who writes can number."""
POSITION, WITHOUT_POSITION = itemgetter(0), itemgetter(slice(1, None))
DIGEST = methodcaller("digest")
ANOTHERS = "an entry is kept of the very assertion that changed, and once"
"""What is said of one that is not."""


@cache
def shape(entry: type[Entry]) -> dict[str, str]:
    """The names and types of an entry's fields, in their order."""
    return {name: str(hint) for name, hint in hints(entry).items()}


def fingerprint(entry: type[Entry]) -> str:
    """What tells one shape of entry from another: its field names and types, as a JSON object."""
    return _encode(shape(entry)).decode()


def canonical(entries: Iterable[Entry]) -> list[bytes]:
    """Each entry as canonical JSON, without its position."""
    return list(map(_encode, map(WITHOUT_POSITION, entries)))


def weight(texts: Iterable[bytes]) -> int:
    """The share of the digest of entries, given as `canonical` writes them: a sum of SHA-256.

    It is not yet taken modulo.
    """
    from hashlib import sha256  # here, since who only reads does not need it

    return sum(map(int.from_bytes, map(DIGEST, map(sha256, texts))))


def hexadecimal(total: int) -> str:
    """The digest that a sum of weights makes."""
    return f"{total % WHOLE:064x}"


class Codec:
    """Entries of one type, to rows and back."""

    def __init__(
        self, entry: type[Entry], lists: Lists, held: dict[str, str] | None = None
    ) -> None:
        """Take an entry type; `held` is the shape of rows that other code wrote.

        A field that those rows have not, or have of another type, is read as empty.
        """
        self.entry, self._kind = entry, frozenset({entry})
        self.columns = entry._fields
        self._shape = shape(entry)
        self.missing = tuple(
            sorted(name for name, kind in self._shape.items() if held and held.get(name) != kind)
        )
        self._lists = lists
        at = self.columns.index
        self._said = itemgetter(at("said"))
        self.listed = tuple(name for name in LISTED if name in self.columns)
        terms = [at(name) for name in TERMS if name in self.columns]
        # One place alone gives no tuple.
        get = itemgetter(*terms) if len(terms) > 1 else itemgetter(slice(terms[0], terms[0] + 1))
        self._listed = [*(itemgetter(at(name)) for name in self.listed), get]
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

    def declared(self, entries: Iterable[object]) -> None:
        """Look whether all are of the declared type. Raises: TypeError."""
        if not self._kind.issuperset(map(type, entries)):
            (odd, *_) = (one for one in entries if type(one) is not self.entry)
            raise TypeError(f"the view keeps {self.entry.__name__}, not {type(odd).__name__}")

    def stored(self, entry: Entry) -> None:
        """Make a row of an entry, to see whether that can be done. Raises: whatever hinders it."""
        self.rows([entry], [0], [UNMOVED], canonical([entry]))

    @property
    def numbered(self) -> tuple[str, ...]:
        """The columns that hold numbers of lists."""
        return (*self.listed, *NUMBERED)

    @property
    def written(self) -> tuple[str, ...]:
        """The columns of a row, in their order."""
        return (*self.numbered, *ENGINE, WHOLE_ENTRY)

    def rows(
        self,
        entries: Sequence[Entry],
        since: Sequence[int],
        moves: Sequence[Moves],
        texts: Sequence[bytes],
    ) -> Columns:
        """Rows as columns, in the order of `written`, whose lists have no numbers yet.

        Args:
            entries: what a projection kept.
            since: of each, the position from which it holds.
            moves: of each, what moves it.
            texts: of each, as `canonical` writes it.
        """
        days = map(bounds, map(self._said, entries))
        place, earliest, latest = zip(*days, strict=True) if entries else ((), (), ())
        return [
            *(list(map(get, entries)) for get in self._listed),
            moves,
            list(map(POSITION, entries)),
            since,
            place,
            earliest,
            latest,
            texts,
        ]

    def coded(self, columns: Columns) -> Iterable[tuple[Any, ...]]:
        """The rows as they are stored: see `written`."""
        code, count = self._lists.codes.__getitem__, len(self.numbered)
        numbers, (*known, texts) = columns[:count], columns[count:]
        # Not as `bytes`: sqlite3 looks for an adapter of each (and of each None), at 0.3 us.
        entries = map(bytearray, texts)
        return zip(*(map(code, names) for names in numbers), *known, entries, strict=True)

    def moves(self, code: int) -> Moves:
        """What moves an entry, by its number."""
        return cast("Moves", self._lists.names(code)) if code else UNMOVED

    def read(self, position: int, text: bytes) -> Entry:
        """The entry of a row, from its whole text."""
        values = [position, *_decode(text)]
        if self._order is not None:
            values = [empty if at is None else values[at] for at, empty in self._order]
        for at in self._series:
            values[at] = tuple(values[at])
        return self.entry._make(values)


def _empty(kind: str) -> Any:  # noqa: ANN401 - of whatever type
    """What stands for nothing in a field of this type."""
    if kind.startswith("tuple["):
        return ()
    if "bool" in kind:
        return False
    return "" if "str" in kind or "Literal" in kind else 0
