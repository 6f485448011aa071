"""One table of the views file held against the same made anew: told as one flaw, if it differs."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.transfer.verifying import Flaw
from timeline.views import ViewsFile
from timeline.views.faults import Damaged, told

NAMED = 10
"""Rows that are named of those that differ."""


class Compared(NamedTuple):
    """A view, the ledger or the index of words, beside the same made anew."""

    view: str
    position: int
    """Up to which it was compared."""
    digest: str = ""
    """Of what a view answers, as recomputed from its rows; hexadecimal."""
    flaws: tuple[Flaw, ...] = ()
    why_not: str = ""
    """Why it was not compared, if it was not."""
    behind: int = 0
    """Events of the record that it does not know yet, which is no flaw."""


def named(keys: Iterable[str]) -> tuple[int, str]:
    """How many there are, and the first of them; one that has no name is counted alone."""
    count, names = 0, dict[str, None]()
    for key in keys:
        count += 1
        if key and len(names) <= NAMED:
            names[key] = None
    return count, ", ".join([*names][:NAMED]) + ", …" * (len(names) > NAMED)


def differ(where: str, what: str, keys: Iterable[str]) -> Iterator[Flaw]:
    """That rows differ, as one flaw that says how many and which; nothing if there are none.

    Args:
        where: the name of the table.
        what: "row", "word".
        keys: a name for each; empty if it has none.
    """
    count, names = named(keys)
    told = f"1 {what} differs" if count == 1 else f"{count:,} {what}s differ"
    if count:
        yield Flaw(where, f"{told} ({names})" if names else told)


def readable(file: ViewsFile, where: str, flaws: Iterator[Flaw]) -> Iterator[Flaw]:
    """The flaws of a table; that it cannot even be read is one. Raises: ViewError, StoreLocked."""
    try:
        yield from flaws
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not isinstance(reason := told(file.path, fault), Damaged):
            raise reason from fault
        yield Flaw(where, f"cannot be read: {fault}")
