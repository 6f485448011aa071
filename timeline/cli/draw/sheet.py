"""A sheet on a page: each block drawn by its kind, in order."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from timeline.cli.draw.page import Page, wrapped
from timeline.cli.draw.safe import flat
from timeline.cli.draw.statement import line, opened
from timeline.cli.draw.table import grid, table
from timeline.cli.draw.thread import thread
from timeline.projection.sheet import (
    Block,
    Grid,
    Heading,
    Sentence,
    Sheet,
    Statement,
    Table,
    Thread,
)


def _sentence(block: Sentence, page: Page) -> Iterator[str]:
    hanging = "  " if block.kind == "warning" else ""
    yield from wrapped(flat(block.text), page, "", hanging)


def _heading(block: Heading, page: Page) -> Iterator[str]:
    yield from wrapped(flat(block.text), page)


def _statement(block: Statement, page: Page) -> Iterator[str]:
    yield from line(block, page) if block.brief else opened(block, page)


DRAWN: Mapping[type, Callable[[Any, Page], Iterator[str]]] = {
    Sentence: _sentence,
    Heading: _heading,
    Statement: _statement,
    Grid: grid,
    Table: table,
    Thread: thread,
}


def draw(sheet: Sheet, page: Page) -> Iterator[str]:
    """The lines of a sheet, none wider than the page but for words without a space in them."""
    before: Block | None = None
    marked = any(isinstance(block, Statement | Grid | Thread) for block in sheet)
    for block in sheet:
        drawn = list(DRAWN[type(block)](block, page))
        if not drawn:  # a table without rows
            continue
        if before is not None and _apart(before, block):
            yield ""
        yield from drawn
        if before is None and marked and isinstance(block, Sentence):
            yield from wrapped(page.signs.legend, page)
        before = block


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    warnings = (isinstance(one, Sentence) and one.kind == "warning" for one in (before, block))
    if isinstance(before, Heading) or all(warnings):
        return False
    return not (isinstance(before, Statement) and before.brief and isinstance(block, Statement))
