"""Grids and tables on a page."""

from collections.abc import Iterator

from timeline.cli.draw.page import DATE, NARROW, Page, cut, wrapped
from timeline.cli.draw.safe import flat
from timeline.projection.sheet import Cell, Grid, Statement, Table

CELL = 7
"""Columns of a family in a grid."""


def grid(block: Grid, page: Page) -> Iterator[str]:
    """Marks at a glance, one row a statement; below 80 columns the speaker in a line below."""
    names = "".join(f"{name[: CELL - 1]:<{CELL}}" for name in block.columns)
    yield f"{' when':<{DATE}} {names}who spoke".rstrip()
    room = page.width - DATE - 1 - CELL * len(block.columns)
    for one, cells in block.rows:
        marks = "".join(f"{_marks(cell, page):<{CELL}}" for cell in cells)
        date = page.signs.date(one.said) or " no date"
        if page.width >= NARROW and room >= NARROW // 8:
            yield f"{date:<{DATE}} {marks}{cut(_speaker(one), room)}"
        else:
            yield f"{date:<{DATE}} {marks}".rstrip()
            yield from wrapped(_speaker(one), page, "  ")


def _speaker(one: Statement) -> str:
    return flat(one.who + (f", {one.through}" if one.through else ""))


def _marks(cell: Cell, page: Page) -> str:
    """One mark a point; more than fit are counted."""
    told = "".join(map(page.signs.mark, cell.marks)) or page.signs.none
    if len(told) < CELL:
        return told
    own = cell.marks.count("own")
    counts = ((own, page.signs.own), (len(cell.marks) - own, page.signs.reported))
    return "".join(f"{count}{sign}" for count, sign in counts if count)


def table(block: Table, page: Page) -> Iterator[str]:
    """Columns as wide as their cells; what is left to the last one is wrapped."""
    rows = [tuple(map(flat, row)) for row in (block.columns, *block.rows)]
    wide = [max(len(row[i]) for row in rows) for i in range(len(block.columns) - 1)]
    for row in rows:
        start = "".join(f"{text:<{width}}  " for text, width in zip(row, wide, strict=False))
        if page.width - len(start) < NARROW // 4:
            yield from wrapped("  ".join(row), page, "", "    ")
            continue
        yield from (one.rstrip() for one in wrapped(row[-1], page, start, " " * len(start)))
