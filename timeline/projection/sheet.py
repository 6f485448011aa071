"""What an answer is made of before it is drawn: a closed union of plain values.

A projection arranges entries into a sheet; the doors draw it, at 80 columns, in a pipe, as JSON.
"""

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


class Statement(NamedTuple):
    """All that one speaker said on one occasion: the unit a person reads by default."""

    ids: tuple[str, ...]
    """Assertions, the leading one first."""
    handles: tuple[str, ...]
    said: str
    """EDTF of the whole, empty where unknown."""
    borrowed: bool
    """Whether the date rests on another article or on a guess."""
    who: str
    toward: str
    act: str
    marks: tuple[Mark, ...]
    """One for each point."""
    words: tuple[str, ...]
    """Verbatim, the leading point's first; as many as are to be shown."""
    sources: tuple[str, ...]
    """Short names of the articles that carry it."""
    note: str = ""


class Cell(NamedTuple):
    """The points of one statement in one column of a grid."""

    marks: tuple[Mark, ...]


class Grid(NamedTuple):
    """A table of marks: one row a statement, one column an act family."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Statement, tuple[Cell, ...]], ...]


class Thread(NamedTuple):
    """What was said, and each answer to it once, with the words that make it an answer."""

    question: tuple[Statement, ...]
    answers: tuple[tuple[Statement, str, str], ...]
    """The answer, its link ("said: In response" or "inferred"), its delay."""


Block: TypeAlias = Sentence | Heading | Statement | Grid | Thread
Sheet: TypeAlias = tuple[Block, ...]
