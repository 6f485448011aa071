"""What "early", "about", "since" and "by" make of the days that an expression names."""

import datetime as dt

from timeline.when import When

DAY = dt.timedelta(1)
PARTS = {"early": (0, 1 / 3), "mid": (1 / 4, 3 / 4), "late": (2 / 3, 1), "end": (11 / 12, 1)}
"""Which share of the period is meant, first and last; the result is marked approximate."""


def meant(when: When, part: str | None, relation: str | None) -> When:
    """The days that are meant: a part of the named ones, or all up to them, or all from them on."""
    if part in PARTS and when.earliest and when.latest and when.latest > when.earliest:
        when = _share(when.earliest, when.latest, *PARTS[part])
    if part == "about":
        when = when.about()
    if relation is None or not when.known:
        return when
    return _bounded(when, relation)


def _share(first: dt.date, last: dt.date, begin: float, end: float) -> When:
    length = (last - first).days + 1
    low, high = first + DAY * round(length * begin), first + DAY * (round(length * end) - 1)
    if length < 90:
        return When.parse(f"{low.isoformat()}~/{max(low, high).isoformat()}~")
    if length < 800:
        begins = (low + DAY * 14).isoformat()[:7]  # to the nearest month
        return When.parse(f"{begins}~/{max(begins, (high - DAY * 14).isoformat()[:7])}~")
    return When.parse(f"{low.year:04}~/{max(low.year, high.year):04}~")


def _bounded(when: When, relation: str) -> When:
    first, last = when.earliest, when.latest
    if relation == "since" and first:
        return When.between(first, None)
    if relation == "after" and last and last < dt.date.max:
        return When.between(last + DAY, None)
    if relation in ("until", "by") and last:
        return When.between(None, last)
    if relation == "before" and first and first > dt.date.min:
        return When.between(None, first - DAY)
    return when
