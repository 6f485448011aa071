"""Short names of articles: of all that are here, or only of those that an answer names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, overload

from timeline.projection import Articles
from timeline.projection.contract import E
from timeline.query import described
from timeline.replay.engine import Engine
from timeline.views.chunks import CHUNK, marks
from timeline.views.positions import upto

NUMBER = re.compile(r"(\d{1,8})(?=[_.\- ])")
"""What a file's name begins with where files are numbered: `003_107764234a96fc29.txt`."""
SHORTEST = 4
HIGHEST = chr(0x10FFFF)
"""The character that sorts behind whatever a text goes on with."""


class Short(NamedTuple):
    """An article, as briefly as it can be named here."""

    id: str
    sha256: str
    name: str
    short: str
    published: str


def shorts(engine: Engine, as_of: int | None = None) -> list[Short]:
    """All articles, in the order in which they came."""
    rows = engine.file.connection.execute(
        "SELECT id, sha256, name, published FROM articles WHERE position <= ? ORDER BY position",
        (upto(as_of),),
    ).fetchall()
    numbers = [_number(row[2]) for row in rows]
    counts, starts = Counter(numbers), Counter(row[1][:SHORTEST] for row in rows)
    then = described.published(engine, as_of)
    return [
        Short(
            id_,
            sha256,
            name,
            _short(number, sha256, counts[number] == 1, starts[sha256[:SHORTEST]] == 1),
            then.get(id_, date),
        )
        for (id_, sha256, name, date), number in zip(rows, numbers, strict=True)
    ]


def _number(name: str) -> str:
    return match[1] if (match := NUMBER.match(name)) else ""


def _short(number: str, sha256: str, own_number: bool, own_start: bool) -> str:
    if number and own_number:
        return number
    return sha256[:SHORTEST] if own_start else sha256[:8]


def short(engine: Engine, word: str, as_of: int | None = None) -> dict[str, str]:
    """The articles whose short name is this: their ids, each with its SHA-256."""
    begins = f"({NUMBERED})" + (f" OR ({STARTING})" if len(word) in (SHORTEST, 8) else "")
    sql = (
        "WITH asked (word) AS (VALUES (?)) SELECT id, sha256"  # noqa: S608 - our own words
        f" FROM articles, asked WHERE ({begins}) AND +position <= ?"
    )
    found = dict(engine.file.connection.execute(sql, (word, upto(as_of))).fetchall())
    names = ShortNames(engine, as_of)
    names.expected.update(found)
    return {id_: sha256 for id_, sha256 in found.items() if names[id_] == word}


class Shorts(Articles):
    """The articles of a store as of a position; looked up when, and as far as, they are asked for.

    Of the entries that pass through `expecting` the articles are looked up together.
    """

    def __init__(self, engine: Engine, as_of: int | None) -> None:
        super().__init__()
        self._engine, self.as_of = engine, as_of
        self._names = ShortNames(engine, as_of)

    @overload
    def __getitem__(self, at: int) -> tuple[str, str, str]: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[str, str, str], ...]: ...
    def __getitem__(self, at: int | slice) -> object:
        """Of one article, or of several, in the order in which they came."""
        return self._all[at]

    @cached_property
    def _all(self) -> tuple[tuple[str, str, str], ...]:
        held = shorts(self._engine, self.as_of)
        return tuple((one.id, one.short, one.published) for one in held)

    def __len__(self) -> int:
        """How many there are."""
        return sum(self.published.values())

    def expecting(self, entries: Iterator[E]) -> Iterator[E]:
        """The same entries, the short names of whose articles will be asked for."""
        expect = self._names.expected.add
        for entry in entries:
            expect(entry.article)
            yield entry

    @property
    def names(self) -> Mapping[str, str]:
        """Short names by id."""
        return self._names

    @cached_property
    def published(self) -> Mapping[str, int]:
        """How many appeared when, by EDTF, as they were dated then."""
        return described.dates(self._engine, self.as_of)


class ShortNames(Mapping[str, str]):
    """Short names of articles by their ids."""

    def __init__(self, engine: Engine, as_of: int | None) -> None:
        self.expected: set[str] = set()
        self._engine, self._as_of = engine, as_of
        self._held: dict[str, str] = {}

    def __getitem__(self, article: str) -> str:
        if article not in self._held:
            self.expected.add(article)
            self._look_up(sorted(self.expected.difference(self._held)))
        return self._held[article]

    def get(self, article: str, default: Any = None) -> Any:  # noqa: ANN401 - as a mapping has it
        """The short name of an article, asked for with every handle that is shown."""
        return self._held.get(article) or super().get(article, default)

    def __iter__(self) -> Iterator[str]:
        return (one.id for one in shorts(self._engine, self._as_of))

    def __len__(self) -> int:
        return len(shorts(self._engine, self._as_of))

    def _look_up(self, articles: list[str]) -> None:
        for start in range(0, len(articles), CHUNK):
            self._named(articles[start : start + CHUNK])

    def _named(self, articles: list[str]) -> None:
        rows = self._engine.file.connection.execute(
            f"SELECT id, sha256, name FROM articles WHERE position <= ? AND id IN"  # noqa: S608
            f" ({marks(articles)})",
            (upto(self._as_of), *articles),
        ).fetchall()
        numbers = {row[0]: _number(row[2]) for row in rows}
        shared = self._shared(NUMBERED, filter(None, numbers.values()))
        unnumbered = [row for row in rows if numbers[row[0]] in shared or not numbers[row[0]]]
        starts = self._shared(STARTING, (row[1][:SHORTEST] for row in unnumbered))
        for id_, sha256, _ in rows:
            number, start = numbers[id_], sha256[:SHORTEST]
            self._held[id_] = _short(number, sha256, number not in shared, start not in starts)

    def _shared(self, begins: str, words: Iterable[str]) -> set[str]:
        """Those of the words with which more than one article begins."""
        asked = sorted(set(words))
        if not asked:
            return set()
        values = ",".join(["(?)"] * len(asked))
        two = (
            f"SELECT 1 FROM articles WHERE ({begins})"  # noqa: S608 - our own words
            f" AND +position <= {upto(self._as_of):d} LIMIT 2"
        )
        sql = (
            f"WITH asked (word) AS (VALUES {values}) SELECT word FROM asked"  # noqa: S608 - as above
            f" WHERE (SELECT count(*) FROM ({two})) > 1"
        )
        return {word for (word,) in self._engine.file.connection.execute(sql, asked)}


NUMBERED = " OR ".join(
    f"name >= word || '{first}' AND name < word || '{behind}'"
    for first, behind in (" !", "-/", "_`")  # a number ends at a space, at - or ., at _
)
STARTING = f"sha256 >= word AND sha256 < word || '{HIGHEST}'"
