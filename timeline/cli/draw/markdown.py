"""A sheet as Markdown, for notes and reports; every word of an article is escaped."""

from collections.abc import Iterator

from timeline.cli.draw.page import Page, refs, who
from timeline.cli.draw.safe import markdown
from timeline.projection.sheet import (
    Block,
    Grid,
    Heading,
    Sentence,
    Sheet,
    Statement,
    Table,
    Thread,
)  # fmt: skip


def markdown_lines(sheet: Sheet, page: Page) -> Iterator[str]:
    """The lines of a sheet as Markdown."""
    in_list = False
    for block in sheet:
        if in_list and isinstance(block, Sentence):
            yield ""  # else it would go on in the last item of the list
        in_list = isinstance(block, Statement | Thread)
        yield from _lines(block, page)


def _lines(block: Block, page: Page) -> Iterator[str]:
    match block:
        case Sentence():
            yield from (markdown(block.text), "")
        case Heading():
            yield from ("", f"### {markdown(block.text)}", "")
        case Statement():
            yield from _statement(block, page)
        case Table():
            yield from _table((block.columns, *block.rows))
        case Grid():
            yield from _grid(block, page)
        case Thread():
            yield from _thread(block, page)


def _grid(block: Grid, page: Page) -> Iterator[str]:
    rows = []
    for one, cells in block.rows:
        marks = (
            page.signs.first * cell.first + "".join(map(page.signs.mark, cell.marks))
            for cell in cells
        )
        rows.append((page.signs.date(one.said).strip() or "no date", *marks, one.who))
    yield from _table((("when", *block.columns, "who spoke"), *rows))
    if any(cell.first for _, cells in block.rows for cell in cells):
        yield from (markdown(page.signs.change), "")


def _thread(block: Thread, page: Page) -> Iterator[str]:
    for one in block.question:
        yield from _statement(one, page)
    for each in block.answers:
        yield from (f"  {line}" for line in _statement(each.statement, page))
        yield f"    - link: {markdown(each.link)}"
        yield f"    - delay: {markdown(each.delay)}"


def _statement(one: Statement, page: Page) -> Iterator[str]:
    date = page.signs.date(one.said).strip() or "no date"
    yield f"- **{markdown(date)}** {markdown(who(one, page))} ({refs(one, page, 999)})"
    for point in one.points:
        note = f" ({markdown(point.note)})" if point.note else ""
        mark = page.signs.mark(point.mark)
        yield f"  - {mark} {page.signs.quoted(markdown(point.words))}{note}"


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    head, *rest = rows
    yield f"| {' | '.join(map(markdown, head))} |"
    yield f"|{'---|' * len(head)}"
    for row in rest:
        yield f"| {' | '.join(map(markdown, row))} |"
    yield ""
