"""Two tables in one order, held against each other: the keys of the rows that differ."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

Row = tuple[Any, ...]
PAGE = 500
"""Rows held of each at once."""


def differing(ours: Iterable[Row], theirs: Iterable[Row], width: int = 1) -> Iterator[Row]:
    """Keys of rows that only one of them has, or that they do not have alike; in flat memory.

    Args:
        ours: sorted by key, as SQLite sorts.
        theirs: likewise.
        width: how many columns make the key; they come first.

    >>> list(differing([(1, "a"), (2, "b")], [(1, "a"), (2, "c"), (3, "d")]))
    [(2,), (3,)]
    """
    one, other = iter(ours), iter(theirs)
    while (some := list(islice(one, PAGE))) == (others := list(islice(other, PAGE))):
        if not some:
            return
    yield from _merged(chain(some, one), chain(others, other), width)


def _merged(ours: Iterator[Row], theirs: Iterator[Row], width: int) -> Iterator[Row]:
    one, other = next(ours, None), next(theirs, None)
    while one is not None or other is not None:
        mine = one is not None and (other is None or _place(one, width) <= _place(other, width))
        alike = other is not None and (one is None or _place(other, width) <= _place(one, width))
        if one != other:
            yield ((one if mine else other) or ())[:width]
        one = next(ours, None) if mine else one
        other = next(theirs, None) if alike else other


def _place(row: Row, width: int) -> list[tuple[int, Any]]:
    """Where SQLite sorts a key: nothing first, then numbers, text, bytes."""
    return [_ranked(value) for value in row[:width]]


def _ranked(value: Any) -> tuple[int, Any]:  # noqa: ANN401 - whatever somebody wrote there
    match value:
        case None:
            return 0, 0
        case str():
            return 2, value
        case bytes():
            return 3, value
        case _:
            return 1, value
