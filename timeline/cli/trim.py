"""A part of a sheet: its first statements, or its newest."""

from collections.abc import Iterator
from typing import Any

from timeline.projection.sheet import Heading, Sentence, Sheet, Statement, Thread


def trimmed(sheet: Sheet, limit: int | None, *, reverse: bool) -> Sheet:
    """The first `limit` statements or exchanges of a sheet, newest first if `reverse`.

    A heading goes with what stands below it; what is undated stays at the foot.
    """
    parts = _parts(sheet)
    if reverse:
        undated = [part for part in parts if part and _undated(part[0])]
        dated = [part for part in parts if part not in undated]
        parts = [_reversed(part) for part in (*dated[:1], *reversed(dated[1:]), *undated)]
    blocks = [block for part in parts for block in part]
    return tuple(blocks) if limit is None else tuple(_limited(blocks, limit))


def _parts(sheet: Sheet) -> list[list[Any]]:
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
        counted += isinstance(block, Statement | Thread)
        if counted <= limit and heading is not None:
            yield heading
            heading = None
        if counted <= limit or isinstance(block, Sentence):
            yield block
    if counted > limit:
        yield Sentence(f"{counted - limit:,} more: give a greater --limit", "hint")


def _undated(block: object) -> bool:
    return isinstance(block, Heading) and block.text.startswith("NO DATE")


def _reversed(part: list[Any]) -> list[Any]:
    """The same blocks, their statements in reverse."""
    told = iter([block for block in part if isinstance(block, Statement | Thread)][::-1])
    return [next(told) if isinstance(block, Statement | Thread) else block for block in part]
