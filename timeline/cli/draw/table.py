"""Grids and tables on a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from timeline.cli.draw.page import DATE, NARROW, Page, cut, wrapped
from timeline.cli.draw.safe import flat
from timeline.projection.sheet import Cell, Grid, Statement, Table

CELL = 7
"""Columns of a family in a grid; the fewest that a column of a table gives way to."""
SHORT = 10
"""Columns of a cell that is not worth breaking."""
GAP = "  "
PIECE = re.compile(r"\S*?\.\.(?=\w)|\S+\s*")


def grid(block: Grid, page: Page) -> Iterator[str]:
    """Marks at a glance, one row a statement; without columns where the page is too narrow."""
    wide = [len(name) + 1 for name in block.columns]
    if page.width - DATE - 1 - sum(wide) < NARROW // 3:  # for the speaker
        wide = [min(width, CELL) for width in wide]
    for _, cells in block.rows:
        wide = [max(w, len(_marks(c, page)) + 1) for w, c in zip(wide, cells, strict=True)]
    room = page.width - DATE - 1 - sum(wide)
    if page.width < NARROW or room < NARROW // 8:
        yield from _narrow(block, page)
        return
    names = "".join(f"{name[: w - 1]:<{w}}" for name, w in zip(block.columns, wide, strict=True))
    yield f"{' when':<{DATE}} {names}{cut('who spoke', room)}".rstrip()
    for one, cells in block.rows:
        marks = "".join(f"{_marks(c, page):<{w}}" for c, w in zip(cells, wide, strict=True))
        yield f"{_date(one, page):<{DATE}} {marks}{cut(_speaker(one), room)}"
    yield from _changes(block, page)


def _narrow(block: Grid, page: Page) -> Iterator[str]:
    """Each row as its date and speaker, and below them its marks by name."""
    for one, cells in block.rows:
        yield from wrapped(f"{_date(one, page).strip()}  {_speaker(one)}", page, "", "  ")
        named = zip(block.columns, cells, strict=True)
        told = [f"{name} {_marks(cell, page)}" for name, cell in named if cell.marks]
        yield from wrapped(", ".join(told) or page.signs.none, page, "    ")
    yield from _changes(block, page)


def _changes(block: Grid, page: Page) -> Iterator[str]:
    if any(cell.first for _, cells in block.rows for cell in cells):
        yield page.signs.change


def _date(one: Statement, page: Page) -> str:
    return page.signs.date(one.said) or " no date"


def _speaker(one: Statement) -> str:
    return flat(one.who + (f", {one.through}" if one.through else ""))


def _marks(cell: Cell, page: Page) -> str:
    """One mark a point; more than fit are counted."""
    first = page.signs.first if cell.first else ""
    told = first + ("".join(map(page.signs.mark, cell.marks)) or page.signs.none)
    if len(told) < CELL:
        return told
    own = cell.marks.count("own")
    counts = ((own, page.signs.own), (len(cell.marks) - own, page.signs.reported))
    return first + "".join(f"{count}{sign}" for count, sign in counts if count)


def table(block: Table, page: Page) -> Iterator[str]:
    """Columns as wide as their cells; where that is too wide, cells are wrapped, and none is cut.

    Two names that begin alike are two names.
    """
    if not block.rows:
        return
    rows = [tuple(map(flat, row)) for row in (block.columns, *block.rows)]
    wide = _widths(rows, page.width)
    if wide is None:
        for row in rows:
            yield from wrapped("  ".join(row), page, "", "    ")
        return
    for row in rows:
        cells = [list(_cell(text, width)) for text, width in zip(row, wide, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            told = (f"{text:<{width}}" for text, width in zip(line, wide, strict=True))
            yield GAP.join(told).rstrip()


def _widths(rows: Sequence[tuple[str, ...]], page: int) -> list[int] | None:
    """How wide each column is; None where they have no room beside each other.

    The widest give way first, down to their longest word, then further. The last holds sentences:
    it gets half of the page if it needs that.
    """
    columns = list(zip(*rows, strict=True))
    *wide, last = (max(map(len, cells)) for cells in columns)
    longest = (max(map(len, _pieces(cells))) for cells in columns)
    least = [max(word, min(width, SHORT)) for word, width in zip(longest, wide, strict=False)]
    room = page - len(GAP) * len(wide)
    for wanted, floors in ((page // 2, least), (page // 4, [CELL] * len(wide))):
        while sum(wide) + min(last, wanted) > room:
            free = [at for at, width in enumerate(wide) if width > floors[at]]
            if not free:
                break
            wide[max(free, key=wide.__getitem__)] -= 1
    left = room - sum(wide)
    return [*wide, min(last, left)] if left >= min(last, page // 4) else None


def _pieces(cells: Iterable[str]) -> Iterator[str]:
    """What a line is not broken in: a word, either end of a span of days."""
    for text in cells:
        yield from (piece.rstrip() for piece in PIECE.findall(text) or ("",))


def _cell(text: str, width: int) -> Iterator[str]:
    """The lines of a cell; a word that is longer than it is broken."""
    line = ""
    for piece in PIECE.findall(text):
        if line and len(line) + len(piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
        while len(line.rstrip()) > width:
            yield line[:width]
            line = line[width:]
    yield line.rstrip()
