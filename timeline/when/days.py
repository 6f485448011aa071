"""Days counted on the calendar, which ends with the years 1 and 9999."""

import datetime as dt

FIRST, LAST = dt.date.min.toordinal(), dt.date.max.toordinal()


def moved(day: dt.date, days: int) -> dt.date:
    """The day so many days on; stops at the ends of the calendar.

    >>> moved(dt.date(2024, 2, 28), 2), moved(dt.date(9999, 12, 30), 7)
    (datetime.date(2024, 3, 1), datetime.date(9999, 12, 31))
    """
    return dt.date.fromordinal(min(max(FIRST, day.toordinal() + days), LAST))
