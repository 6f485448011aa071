"""A part of a sheet: its first statements, or rows where it has none; or its newest."""

from collections.abc import Iterator
from typing import Any

from timeline.projection.sheet import (
    Arrangement,
    Deferred,
    Heading,
    Sentence,
    Statement,
    Table,
    Thread,
)

COUNTED = (Statement, Thread, Deferred)
"""Blocks that a limit counts."""


def trimmed(sheet: Arrangement, limit: int | None, *, reverse: bool) -> Arrangement:
    """The first `limit` statements or exchanges of a sheet, newest first if `reverse`.

    A heading goes with what stands below it; what is undated stays at the foot. Of a sheet that
    only has tables their rows are meant, last first if `reverse`.
    """
    if not any(isinstance(block, COUNTED) for block in sheet):
        return tuple(_rows(sheet, limit, reverse=reverse))
    parts = _parts(sheet)
    if reverse:
        undated = [part for part in parts if part and _undated(part[0])]
        dated = [part for part in parts if part not in undated]
        parts = [_reversed(part) for part in (*dated[:1], *reversed(dated[1:]), *undated)]
    blocks = [block for part in parts for block in part]
    return tuple(blocks) if limit is None else tuple(_limited(blocks, limit))


def _rows(sheet: Arrangement, limit: int | None, *, reverse: bool) -> Iterator[Any]:
    """The blocks of a sheet of tables, with as many rows."""
    left, over = limit, 0
    for block in sheet:
        if not isinstance(block, Table):
            yield block
            continue
        rows = block.rows[::-1] if reverse else block.rows
        yield Table(block.columns, rows[:left])
        if left is not None:
            over += max(0, len(rows) - left)
            left = max(0, left - len(rows))
    if over:
        yield _more(over)


def _more(count: int) -> Sentence:
    return Sentence(f"{count:,} more: give a greater --limit", "hint")


def _parts(sheet: Arrangement) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for block in sheet:
        if isinstance(block, Heading):
            parts.append([])
        parts[-1].append(block)
    return parts


def _limited(blocks: list[Any], limit: int) -> Iterator[Any]:
    """As many statements, with the headings above them and all sentences."""
    counted, heading = 0, None
    for block in blocks:
        if isinstance(block, Heading):
            heading = block
            continue
        counted += isinstance(block, COUNTED)
        if counted <= limit and heading is not None:
            yield heading
            heading = None
        if counted <= limit or isinstance(block, Sentence):
            yield block
    if counted > limit:
        yield _more(counted - limit)


def _undated(block: object) -> bool:
    return isinstance(block, Heading) and block.text.startswith("NO DATE")


def _reversed(part: list[Any]) -> list[Any]:
    """The same blocks, their statements in reverse."""
    told = iter([block for block in part if isinstance(block, COUNTED)][::-1])
    return [next(told) if isinstance(block, COUNTED) else block for block in part]
