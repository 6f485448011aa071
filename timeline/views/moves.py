"""What moves the date of an assertion: the occasion that it hangs on, where it does."""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import itemgetter, ne

from timeline.projection import Entry, Standing

Moves = tuple[()] | tuple[str, int, int]
"""The occasion that dates an entry, and its first and last day counted from it; empty if none."""
UNMOVED: Moves = ()
MOVING = frozenset({"occasion", "article", "unknown"})
"""Bases of a date that gives way to the date of a named occasion; others stand by themselves."""
OCCASION, ARTICLE = map(itemgetter, map(Entry._fields.index, ("occasion", "article")))


def moving(one: Entry | Standing, days: Sequence[int]) -> Moves:
    """What moves an assertion.

    Args:
        one: as it stands, or what a projection kept of it.
        days: the days counted from its occasion, first and last; empty if none are.
    """
    if one.basis not in MOVING or one.occasion == one.article:
        return UNMOVED
    return (one.occasion, days[0], days[-1]) if days else (one.occasion, 0, 0)


def moved(entries: Sequence[Entry], days: Callable[[int], Sequence[int]]) -> list[Moves]:
    """What moves each of these entries; `days` are told by an entry's position."""
    found: list[Moves] = [UNMOVED] * len(entries)
    named = map(ne, map(OCCASION, entries), map(ARTICLE, entries))
    for place in compress(count(), named):  # few are: the others cost a replay no Python each
        entry = entries[place]
        found[place] = moving(entry, days(entry.position))
    return found
