"""Calendar arithmetic: days, weeks, months, quarters and years as `When`, and shifts among them."""

import calendar
import datetime as dt
from collections.abc import Callable

from timeline.errors import BadDate
from timeline.when import UNKNOWN, When
from timeline.when.days import moved


def ymd(year: int, month: int, day: int) -> When:
    """That day. Raises: BadDate where the month has no such day."""
    return When.parse(f"{year:04}-{month:02}-{day:02}")


def month_of(year: int, month: int) -> When:
    """That month; `month` may run over or under its year."""
    turn, index = divmod(month - 1, 12)
    return _or_unknown(f"{year + turn:04}-{index + 1:02}")


def year_of(year: int) -> When:
    """That year."""
    return _or_unknown(f"{year:04}")


def decade_of(year: int) -> When:
    """The ten years that the year belongs to."""
    return _or_unknown(f"{year // 10:03}X")


def century_of(year: int) -> When:
    """The hundred years that begin alike."""
    return _or_unknown(f"{year // 100:02}XX")


def part_of(year: int, code: int) -> When:
    """A season, quarter or half of a year, by its EDTF number."""
    return _or_unknown(f"{year:04}-{code}")


def week_of(day: dt.date) -> When:
    """The week from Monday to Sunday that the day lies in."""
    monday = moved(day, -day.weekday())
    return When.between(monday, moved(monday, 6))


def weekend_of(day: dt.date) -> When:
    """Saturday and Sunday of the day's week."""
    saturday = moved(day, 5 - day.weekday())
    return When.between(saturday, moved(saturday, 1))


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the month's last."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return day
    return dt.date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def shifted(day: dt.date, count: int, unit: str) -> When:
    """The unit (day, week, month, ...) that lies so many units after the one the day is in."""
    return SHIFTS[unit](day, count)


def _quarter(day: dt.date, count: int) -> When:
    turn, index = divmod((day.month - 1) // 3 + count, 4)
    return part_of(day.year + turn, 33 + index)


SHIFTS: dict[str, Callable[[dt.date, int], When]] = {
    "day": lambda day, count: When.day(moved(day, count)),
    "week": lambda day, count: week_of(moved(day, count * 7)),
    "fortnight": lambda day, count: week_of(moved(day, count * 14)),
    "weekend": lambda day, count: weekend_of(moved(day, count * 7)),
    "month": lambda day, count: month_of(day.year, day.month + count),
    "quarter": _quarter,
    "year": lambda day, count: year_of(day.year + count),
    "decade": lambda day, count: decade_of(day.year + 10 * count),
    "century": lambda day, count: century_of(day.year + 100 * count),
}


def nearest_year(day: dt.date, month: int, number: int, *, ahead: bool) -> int:
    """The year in which a day without one lies: the nearest to `day` in the right direction.

    Looking ahead, a month back is still allowed; looking back, two months ahead are.
    """
    try:
        here = dt.date(day.year, month, number)
    except ValueError:
        return day.year
    if ahead:
        return day.year if here >= moved(day, -30) else day.year + 1
    if (day - here).days > 300:
        return day.year + 1
    return day.year if here <= moved(day, 60) else day.year - 1


def hull(first: When, last: When) -> When:
    """From the one's first day to the other's last."""
    if first == last:
        return first
    return When.between(first.earliest, last.latest)


def _or_unknown(text: str) -> When:
    try:
        return When.parse(text)
    except BadDate:
        return UNKNOWN
