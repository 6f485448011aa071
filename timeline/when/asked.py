"""What a person types for a date on the command line, turned into EDTF or refused with a reason."""

import calendar
import datetime as dt
import re

from timeline.errors import BadDate

EXAMPLES = "2024, 2024-07, 2024-07-09, 2024-W28, 2024-Q3, 30d (30 days back), today, 11 July 2024"
NAMES = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
NAMES |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
BACK = re.compile(r"([0-9]{1,5})([dwmy])")
PERIOD = re.compile(r"([0-9]{4})-?([wqhWQH])([0-9]{1,2})")
NUMBERS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
YEAR_FIRST = re.compile(
    r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?$"
    r"|([0-9]{4})([0-9]{2})([0-9]{2})$"
    r"|([0-9]{4})-([0-9]{2})-([0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?$"
)
EDTF = re.compile(r"[0-9X]{4}[0-9X?~%/.,\[\]-]*|(?:\.\.)?/[0-9].*|\[.*\]|-[0-9]+|[0-9]{5,}")
SIGNS = {"≤": "../{}", "<=": "../{}", "≥": "{}/..", ">=": "{}/.."}
WORDS = re.compile(
    r"(?:([0-9]{1,2}) )?([a-z]{3,9})\.?(?: ([0-9]{1,2})(?:st|nd|rd|th)?,?)? ([0-9]{4})"
)
SHORT = re.compile(r"(~?)([0-9]{4}(?:-[0-9]{2}){0,2})\.\.([0-9-]+)(\??)")
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def understand(text: str, today: dt.date) -> str:
    """The EDTF for what was typed. Raises: BadDate, naming what would be understood."""
    typed = " ".join(text.split())
    word = typed.lower()
    if word in ("", "unknown"):
        raise BadDate(f"A date is needed. Write it like one of {EXAMPLES}.")
    if word in DAYS:
        return (today + dt.timedelta(DAYS[word])).isoformat()
    if match := BACK.fullmatch(word):
        return _back(int(match[1]), match[2], today, typed)
    if match := PERIOD.fullmatch(typed):
        return _period(int(match[1]), match[2].lower(), int(match[3]), typed)
    if match := NUMBERS.fullmatch(typed):
        raise BadDate(_numbers(typed, *match.groups()))
    if match := WORDS.fullmatch(word):
        return _words(typed, *match.groups())
    return _signs(typed)


def _back(count: int, unit: str, today: dt.date, typed: str) -> str:
    try:
        if unit in "dw":
            return (today - dt.timedelta(count * (7 if unit == "w" else 1))).isoformat()
        month = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
        year, index = divmod(month, 12)
        last = calendar.monthrange(year, index + 1)[1]
        return dt.date(year, index + 1, min(today.day, last)).isoformat()
    except (ValueError, OverflowError):
        raise BadDate(f"“{typed}” reaches back before the year 1.") from None


def _period(year: int, unit: str, number: int, typed: str) -> str:
    try:
        if unit == "w":
            first = dt.date.fromisocalendar(year, number, 1)
            return f"{first.isoformat()}/{(first + dt.timedelta(6)).isoformat()}"
    except (ValueError, OverflowError):
        raise BadDate(f"“{typed}”: the year {year} has no week {number}.") from None
    if 1 <= number <= (4 if unit == "q" else 2):
        return f"{year:04}-{(32 if unit == 'q' else 39) + number}"
    raise BadDate(f"“{typed}”: a year has four quarters (Q1-Q4) and two halves (H1, H2).")


def _numbers(typed: str, first: str, second: str, year: str) -> str:
    """Why 13/07/2024 and 07/08/2024 are refused, and what to write instead."""
    if len(year) == 2:
        return f"“{typed}”: which century? Write the year with four digits, like 2024-07-09."
    days = [
        f"{year}-{int(month):02}-{int(day):02}"
        for day, month in dict.fromkeys(((first, second), (second, first)))
        if _exists(int(year), int(month), int(day))
    ]
    if not days:
        return f"“{typed}” is no day of any calendar order. Write it like 2024-07-09."
    if len(days) == 2:
        return f"“{typed}” is two days, by who writes it. Write {days[0]} or {days[1]}."
    return f"“{typed}”: the order of day and month differs by country. Write {days[0]}."


def _exists(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= (calendar.monthrange(year, month)[1])


def _words(typed: str, before: str | None, name: str, after: str | None, year: str) -> str:
    month = NAMES.get("sep" if name == "sept" else name)
    if month is None or (before and after):
        raise BadDate(f"“{typed}” is no date. Write it like one of {EXAMPLES}.")
    day = before or after
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _signs(typed: str) -> str:
    """Labels as we print them (`≤2024-07-11`, `~2019-12`, `2024-07-06..11?`) become EDTF again."""
    if match := YEAR_FIRST.match(typed):
        year, *rest = filter(None, match.groups())
        raise BadDate(f"“{typed}”: write it {'-'.join([year, *(f'{int(n):02}' for n in rest)])}.")
    for sign, form in SIGNS.items():
        if typed.startswith(sign):
            return form.format(_signs(typed.removeprefix(sign)))
    if match := SHORT.fullmatch(typed):
        about, begin, end, doubt = match.groups()
        if len(end) < len(begin) and len(end) in (2, 5):
            end = begin[: len(begin) - len(end)] + end
        mark = "%" if about and doubt else about or doubt
        return f"{begin}{mark}/{end}{mark}"
    if typed.startswith("~"):
        return typed[1:-1] + "%" if typed.endswith("?") else typed[1:] + "~"
    if EDTF.fullmatch(typed):
        return typed
    raise BadDate(f"“{typed}” is no date. Write it like one of {EXAMPLES}.")
