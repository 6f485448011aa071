"""The rules, one kind of expression a module. Importing a module registers its rules."""

from timeline.reading.dates.rules import (
    calendar,
    clocks,
    deictic,
    holidays,
    months,
    numeric,
    occasions,
    periods,
    quarters,
    ranges,
    shifts,
    weekdays,
    years,
)

__all__ = [
    "calendar",
    "clocks",
    "deictic",
    "holidays",
    "months",
    "numeric",
    "occasions",
    "periods",
    "quarters",
    "ranges",
    "shifts",
    "weekdays",
    "years",
]
