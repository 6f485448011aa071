"""What an answer is made of before it is drawn: a closed union of plain values.

A projection arranges entries into a sheet; the doors draw it, at 80 columns, in a pipe, as JSON.
Nothing here is shortened: what does not fit is the door's matter.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

Mark: TypeAlias = Literal["own", "reported"]
"""■ the speaker's own words, ▒ the reporter's summary of them."""


class Sentence(NamedTuple):
    """A sentence printed as it stands, wrapped at the width of the door."""

    text: str
    kind: Literal["count", "note", "warning", "hint"] = "note"


class Heading(NamedTuple):
    """A line above what follows: a year, NO DATE, an occasion."""

    text: str


class Point(NamedTuple):
    """One assertion, with all that repeat it: one mark, however many articles print it."""

    ids: tuple[str, ...]
    """Assertions that say the same, the leading one first."""
    handles: tuple[str, ...]
    mark: Mark
    words: str
    """Verbatim: the speaker's own where `mark` is `own`, else the article's."""
    act: str
    """The family, or for a plain statement the act."""
    note: str = ""
    """What keeps it from being a plain saying: "a condition", "nameless, at third hand"."""


class Statement(NamedTuple):
    """All that one speaker said on one occasion: the unit a person reads by default."""

    points: tuple[Point, ...]
    """The leading one first."""
    said: str
    """EDTF of the whole, `unknown` where it is."""
    who: str
    side: str
    """The side spoken for; empty where it is the speaker's own."""
    through: str
    """The occasion or document, or who reported it; empty where there is none."""
    toward: tuple[str, ...]
    act: str
    sources: tuple[str, ...]
    """Short names of the articles that carry it."""
    checked: bool = False
    """Whether a person accepted one of its points."""
    state: Literal["", "corrected", "rejected", "retracted"] = ""
    """What people did with it beyond looking; what they withdrew is counted nowhere."""
    note: str = ""
    brief: bool = False
    """Whether a page shows it in one line, without its words."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """One for each point."""
        return tuple([point.mark for point in self.points])

    @property
    def ids(self) -> tuple[str, ...]:
        """All assertions in it, the leading one first."""
        return tuple(one for point in self.points for one in point.ids)


class Cell(NamedTuple):
    """The points of one statement in one column of a grid."""

    marks: tuple[Mark, ...]
    first: bool = False
    """Whether nothing with a date stands above it in its column: a change, as far as is known."""


class Grid(NamedTuple):
    """Marks at a glance: one row a statement, one column an act family.

    The statements stand below it with their words, so a pipe leaves it out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Statement, tuple[Cell, ...]], ...]


class Table(NamedTuple):
    """Plain cells under plain headings; numbers are text as well."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Reply(NamedTuple):
    """An answer, the words that make it one, and how long it took."""

    statement: Statement
    link: str
    """`SAID in the text, «In response», to «NATO's accusations»`, `inferred:` and from what, or
    `analyst` where a person linked it."""
    delay: str
    """`1 day`, `not known: 0 to 5 days`, `not known: at least 1 day`."""


class Thread(NamedTuple):
    """What was said by one side about the other, and each answer to it once."""

    question: tuple[Statement, ...]
    answers: tuple[Reply, ...]


class Deferred(NamedTuple):
    """A statement or a thread that is made when it is shown: of thousands, a reader sees few."""

    make: Callable[[], Statement | Thread]


Block: TypeAlias = Sentence | Heading | Statement | Grid | Table | Thread
Sheet: TypeAlias = tuple[Block, ...]
Arrangement: TypeAlias = tuple[Block | Deferred, ...]
"""A sheet of which not all is made yet."""
