"""Grids and tables on a page."""

from collections.abc import Iterator

from timeline.cli.draw.page import DATE, NARROW, Page, cut, wrapped
from timeline.cli.draw.safe import flat
from timeline.projection.sheet import Cell, Grid, Statement, Table

CELL = 7
"""Columns of a family in a grid."""


def grid(block: Grid, page: Page) -> Iterator[str]:
    """Marks at a glance, one row a statement; without columns where the page is too narrow."""
    wide = [min(len(name), CELL - 1) + 1 for name in block.columns]
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
    """Columns as wide as their cells, the widest cut where they do not fit; the last is wrapped."""
    if not block.rows:
        return
    rows = [tuple(map(flat, row)) for row in (block.columns, *block.rows)]
    wide = [max(len(row[i]) for row in rows) for i in range(len(block.columns) - 1)]
    last = min(NARROW // 4, max(len(row[-1]) for row in rows))
    while sum(wide) + 2 * len(wide) + last > page.width and max(wide) > CELL:
        wide[wide.index(max(wide))] -= 1
    for row in rows:
        cells = zip(row, wide, strict=False)
        start = "".join(f"{cut(text, width):<{width}}  " for text, width in cells)
        if page.width - len(start) < last:
            yield from wrapped("  ".join(row), page, "", "    ")
            continue
        yield from (one.rstrip() for one in wrapped(row[-1], page, start, " " * len(start)))
