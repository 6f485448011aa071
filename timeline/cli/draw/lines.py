"""A sheet as lines for a pipe: tab-separated, one statement each, nothing shortened or wrapped."""

from collections.abc import Iterator

from timeline.cli.draw.safe import cell
from timeline.projection.sheet import Sheet, Statement, Table, Thread

COLUMNS = (
    "said", "handle", "who", "side", "toward", "act", "mark", "points", "articles", "state",
    "words", "note", "link", "delay", "answers",
)  # fmt: skip
"""What each column holds; several values in one are parted by ` | `."""


def lines(sheet: Sheet) -> Iterator[str]:
    """One line for each statement, answer and table row, in the order of the page.

    Sentences and headings are left out, and grids, whose statements follow them with their words.
    """
    for block in sheet:
        match block:
            case Statement():
                yield _joined(_cells(block))
            case Table():
                yield from (_joined(row) for row in block.rows)
            case Thread(question, answers):
                yield from (_joined(_cells(one)) for one in question)
                asked = " | ".join(one.points[0].handles[0] for one in question)
                for one in answers:
                    yield _joined((*_cells(one.statement)[:-3], one.link, one.delay, asked))


def _joined(cells: tuple[str, ...]) -> str:
    plain = "".join(cells).isprintable()  # as mostly all of it is
    return "\t".join(cells if plain else map(cell, cells))


def _cells(one: Statement) -> tuple[str, ...]:
    return (
        one.said,
        one.points[0].handles[0],
        one.who,
        one.side,
        " | ".join(one.toward),
        one.act,
        one.points[0].mark,
        str(len(one.points)),
        " | ".join(one.sources),
        _state(one),
        " | ".join([point.words for point in one.points]),
        " | ".join(filter(None, (one.through, one.note, *[point.note for point in one.points]))),
        *("", "", ""),
    )


def _state(one: Statement) -> str:
    """What people did with it: `proposed`, `checked`, `checked, corrected`, `retracted`."""
    if one.state in ("rejected", "retracted"):
        return one.state
    return ("checked" if one.checked else "proposed") + (f", {one.state}" if one.state else "")
