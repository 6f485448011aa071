"""The grammar of EDTF (ISO 8601-2) as far as news needs it: one text in, the days it covers out.

Understood are all of level 1 within the years 1 to 9999, and of level 2 the one-of sets, quarters
(33-36) and halves (40, 41). Winter (24) runs from December into the February that follows.
"""

import calendar
import datetime as dt
import re
from contextlib import suppress
from typing import NamedTuple

from timeline.errors import BadDate
from timeline.when.days import moved

FORMS = (
    "2024, 2024-07, 2024-07-09, 2024-07~ (about), 2024-07? (doubtful), 2024-07-06/2024-07-11, "
    "../2024-07-10 (no later than), 2024-06-XX, 201X, [2024-07-09,2024-07-10] (one of)"
)
POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[~?%]|~\?|\?~)?"
)
DAY = len("2024-07-09")
MONTHS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3)}
MONTHS |= {35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}
"""First month and length in months of seasons, quarters and halves (ISO 8601-2, table 2)."""


class Days(NamedTuple):
    """What an EDTF text says: its plainest writing, and the days it covers, both inclusive.

    `widest` allows one unit more on either side of what is approximate or uncertain: a day for a
    day, a month for a month. None is no bound.
    """

    text: str
    earliest: dt.date | None
    latest: dt.date | None
    widest: tuple[dt.date | None, dt.date | None]
    approximate: bool
    uncertain: bool


def read(text: str) -> Days:
    """The days that an EDTF text covers. Raises: BadDate, with a sentence saying why."""
    if text in ("", "unknown", "/", "../..", "../", "/.."):
        return Days("unknown", None, None, (None, None), approximate=False, uncertain=False)
    if not text.isascii():
        raise BadDate(f"“{text}” is no date: use the digits 0-9 and write it like one of {FORMS}.")
    if (days := _day(text)) is not None:
        return days
    if text[0] == "[" and text[-1] == "]":
        return _one_of(text)
    if "/" in text:
        return _interval(text)
    return _point(text)


def _day(text: str) -> Days | None:
    """A plain day, as nearly all dates are: read in a quarter of the time that others take."""
    if len(text) == DAY and text[4] == "-" == text[7]:
        with suppress(ValueError):
            day = dt.date.fromisoformat(text)
            return Days(text, day, day, (day, day), approximate=False, uncertain=False)
    return None


def _point(text: str) -> Days:
    match = POINT.fullmatch(text)
    if match is None:
        raise BadDate(_why_not(text))
    first, last = _bounds(match["year"], match["month"], match["day"], text)
    mark = match["mark"] or ""
    if len(mark) == 2:  # both signs have one sign together
        text, mark = text[:-2] + "%", "%"
    widest = _widen(first, last) if mark else (first, last)
    return Days(text, first, last, widest, mark in ("~", "%"), mark in ("?", "%"))


def _bounds(year: str, month: str | None, day: str | None, text: str) -> tuple[dt.date, dt.date]:
    if year == "0000":
        raise BadDate(f"“{text}”: there is no year 0; years run from 0001 to 9999.")
    if "X" in year:
        if month is not None:
            raise BadDate(f"“{text}”: a month needs its year; write 201X, or 2019-12.")
        return (
            dt.date(max(1, int(year.replace("X", "0"))), 1, 1),
            dt.date(int(year.replace("X", "9")), 12, 31),
        )
    number = int(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise BadDate(f"“{text}”: a day needs its month; write 2024-07-09, 2024-XX or 2024.")
        return dt.date(number, 1, 1), dt.date(number, 12, 31)
    return _months(number, int(month or 0), day, text)


def _months(year: int, month: int, day: str | None, text: str) -> tuple[dt.date, dt.date]:
    if month in MONTHS and day is None:
        begin, length = MONTHS[month]
        turn, end = divmod(begin + length - 2, 12)
        if year + turn > dt.MAXYEAR:
            return dt.date(year, begin, 1), dt.date.max
        return dt.date(year, begin, 1), _last(year + turn, end + 1)
    if not 1 <= month <= 12:
        raise BadDate(f"“{text}”: there is no month {month:02}; months run from 01 to 12.")
    if day in (None, "XX"):
        return dt.date(year, month, 1), _last(year, month)
    last = _last(year, month)
    if not 1 <= int(day or 0) <= last.day:
        name = calendar.month_name[month]
        raise BadDate(f"“{text}”: {name} {year} has {last.day} days, so there is no {day}.")
    return (only := last.replace(day=int(day or 0))), only


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _widen(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    unit = last.toordinal() - first.toordinal() + 1
    return moved(first, -unit), moved(last, unit)


def _end(text: str) -> Days | None:
    return None if text in ("", "..") else _day(text) or _point(text)


def _interval(text: str) -> Days:
    if text.count("/") > 1 or re.fullmatch(r"[0-9]{1,4}/[0-9]{1,2}", text):
        raise BadDate(_why_not(text))
    left, right = text.split("/")
    begin, end = _end(left), _end(right)
    if begin and begin == end:
        return begin
    earliest, latest = begin and begin.earliest, end and end.latest
    if earliest and latest and latest < earliest:
        raise BadDate(f"“{text}” ends before it begins.")
    return Days(
        f"{begin.text if begin else left}/{end.text if end else right}",
        earliest,
        latest,
        (begin and begin.widest[0], end and end.widest[1]),
        any(side.approximate for side in (begin, end) if side),
        any(side.uncertain for side in (begin, end) if side),
    )


def _one_of(text: str) -> Days:
    parts = [_member(part.strip()) for part in text[1:-1].split(",")]
    if len(parts) == 1 and ".." not in parts[0].text:
        return parts[0]
    lows, highs = [part.earliest for part in parts], [part.latest for part in parts]
    wide = [part.widest[0] for part in parts], [part.widest[1] for part in parts]
    return Days(
        f"[{','.join(part.text for part in parts)}]",
        None if None in lows else min(filter(None, lows)),
        None if None in highs else max(filter(None, highs)),
        (
            None if None in wide[0] else min(filter(None, wide[0])),
            None if None in wide[1] else max(filter(None, wide[1])),
        ),
        any(part.approximate for part in parts),
        any(part.uncertain for part in parts),
    )


def _member(text: str) -> Days:
    if ".." not in text or text == "..":
        return _point(text)
    left, _, right = text.partition("..")
    within = _interval(f"{left or '..'}/{right or '..'}")
    return within._replace(text=f"{left}..{right}") if "/" in within.text else within


def _why_not(text: str) -> str:
    """Why a text is no date, in a sentence that says what would be one."""
    if re.fullmatch(r"-[0-9]{1,}.*|Y-?[0-9]+.*|[0-9]{5,}(-.*)?", text):
        return f"“{text}”: years run from 0001 to 9999; none before, none after."
    return f"“{text}” is no date. Write it like one of {FORMS}."
