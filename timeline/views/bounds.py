"""A date as the days by which rows are sorted and asked for."""

from functools import lru_cache

from timeline.when import When

OPEN_START, OPEN_END = 0, 4_000_000
"""Days that stand for no bound: before the year 1, after the year 9999."""
UNDATED = OPEN_END
"""The place of what has no date: behind all others."""


@lru_cache(maxsize=16384)
def bounds(said: str) -> tuple[int, int, int]:
    """Place, earliest and latest day of an EDTF text, as ordinals that sort like dates.

    >>> bounds("unknown")
    (4000000, 0, 4000000)
    """
    when = When.parse(said)
    earliest, latest, place = when.earliest, when.latest, when.place
    return (
        place.toordinal() if place else UNDATED,
        earliest.toordinal() if earliest else OPEN_START,
        latest.toordinal() if latest else OPEN_END,
    )
