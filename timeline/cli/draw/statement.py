"""A statement on a page: in one line, or opened with the words of its points."""

from collections.abc import Iterator
from itertools import islice

from timeline.cli.draw.page import DATE, NARROW, Page, cut, refs, who, who_in, wrapped
from timeline.cli.draw.safe import flat
from timeline.projection.sheet import Point, Statement

ACT, REFS = 9, 13
"""Columns of a line: its act, its handle with further articles."""
SHOWN = 5
"""Points of a statement that are shown with their words, unless all are asked for."""


def line(one: Statement, page: Page) -> Iterator[str]:
    """A statement in one line, or below 80 columns in two."""
    date, mark = page.signs.date(one.said) or " no date", page.signs.mark(one.points[0].mark)
    end = f"{act(one):<{ACT}} {more(one):>3} {mark} {refs(one, page, REFS)}"
    if page.width < NARROW:
        parts = (date, act(one), more(one), mark, refs(one, page, REFS))
        yield from wrapped("  ".join(filter(None, parts)), page, "", "  ")
        yield from wrapped(who(one, page), page, "  ")
        return
    room = page.width - DATE - 1 - ACT - 1 - 3 - 1 - 1 - 1 - REFS
    yield f"{date:<{DATE}}{who_in(one, page, room):<{room}} {end}".rstrip()


def act(one: Statement) -> str:
    """The act of the leading point."""
    return cut(one.act.partition(",")[0], ACT)


def more(one: Statement) -> str:
    """How many points there are beyond the first."""
    return f"+{len(one.points) - 1}" if len(one.points) > 1 else ""


def opened(one: Statement, page: Page) -> Iterator[str]:
    """A statement with its words: whose, where they stand, then each point."""
    date = page.signs.date(one.said)
    head = f"{date}  {who(one, page)}" if date else f" {who(one, page)}"
    tail = refs(one, page, page.width // 2) + (
        f", {len(one.points)} points" if len(one.points) > 1 else ""
    )
    if len(head) + 2 + len(tail) <= page.width:
        yield f"{head:<{page.width - len(tail)}}{tail}"
    else:
        *lines, last = wrapped(head, page, "", "  ")
        yield from lines
        if len(last) + 2 + len(tail) <= page.width:
            yield f"{last:<{page.width - len(tail)}}{tail}"
        else:
            yield from (last, f"{tail:>{page.width}}")
    yield from points(one, page)


def points(one: Statement, page: Page, rail: str = "  ") -> Iterator[str]:
    """The words of each point with their mark; its handle where there are several."""
    shown = one.points if page.opened else chosen(one.points)
    for each in shown:
        yield from wrapped(words(each, page, several=len(one.points) > 1), page, rail, rail + "  ")
    if len(shown) < len(one.points):
        yield f"{rail}+ {len(one.points) - len(shown)} more: --points"
    if one.note:
        yield from wrapped(f"! {flat(one.note)}", page, rail, rail + "  ")


def chosen(points: tuple[Point, ...]) -> list[Point]:
    """As many as are shown, in their order: of each act the first, then what room is left.

    The sharpest come first; without this an overture among many accusations would be hidden.
    """
    firsts = {point.act: i for i, point in reversed(list(enumerate(points)))}
    kept = sorted(firsts.values())[:SHOWN]
    rest = (i for i in range(len(points)) if i not in kept)
    return [points[i] for i in sorted([*kept, *islice(rest, SHOWN - len(kept))])]


def words(each: Point, page: Page, *, several: bool) -> str:
    """One point: mark, act, words, and what must be known with them."""
    told = f"{page.signs.mark(each.mark)} {each.act} {page.signs.quoted(flat(each.words))}"
    if several:
        told += f" {each.handles[0]}"
    return f"{told} ({flat(each.note)})" if each.note else told
