"""Spans of days, months and years: `6-11 July`, `between June 2 and 4`, `from March to May`."""

from timeline.reading.dates.guards import is_month
from timeline.reading.dates.rule import Match, Read, Site, absolute, relative, rule
from timeline.reading.dates.rules.calendar import day_number, month_number
from timeline.reading.dates.spans import hull, month_of, nearest_year, year_of, ymd
from timeline.reading.dates.words import (
    DAY,
    MONTH,
    STARTS_MONTH,
    TO,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)
from timeline.when import When
from timeline.when.days import moved

AND_YEAR = rf"(?:,?_(?P<y>{YEAR}))?"


def _days(match: Match, at: Site, first: tuple[str, str], last: tuple[str, str]) -> Read | None:
    """From one (month, day) to another, in the year given or in the nearest."""
    (month, day), (month2, day2) = (
        (month_number(name), day_number(number)) for name, number in (first, last)
    )
    if (month, day) >= (month2, day2) and month == month2:
        return None

    def span(year: int) -> When:
        return hull(ymd(year, month, day), ymd(year + (month2 < month), month2, day2))

    if match["y"]:
        year = int(match["y"])
        return absolute(lambda: span(year - (month2 < month)))
    ahead = at.ahead
    return relative(
        lambda here: absolute(lambda: span(nearest_year(here, month, day, ahead=ahead))).when, at
    )


@rule("days-of-month", {"#"}, rf"(?P<d>{DAY}){TO}(?P<e>{DAY})(?:_of)?_(?P<m>{MONTH}){AND_YEAR}")
def days_of_month(match: Match, at: Site) -> Read | None:
    """From the first day to the last of those named, both included; without a year, the nearest."""
    return _days(match, at, (match["m"], match["d"]), (match["m"], match["e"]))


@rule(
    "month-days",
    STARTS_MONTH,
    rf"(?P<m>{MONTH})_(?P<d>{DAY}){TO}(?P<e>{DAY})(?!_?(?:{MONTH}|[ap]\.?m|%|percent|[0-9:])){AND_YEAR}",
)
def month_days(match: Match, at: Site) -> Read | None:
    """From the first day to the last of those named, both included; without a year, the nearest."""
    if "and" in match[0] and not at.left(10).rstrip().endswith("between"):
        return None
    return _days(match, at, (match["m"], match["d"]), (match["m"], match["e"]))


@rule(
    "months",
    STARTS_MONTH,
    rf"(?P<m>{MONTH})(?:_(?P<x>{YEAR}))?{TO}(?P<n>{MONTH})(?:,?_(?:of_)?(?P<y>{YEAR}))?(?!_[0-9])",
)
def months(match: Match, at: Site) -> Read | None:
    """From the first month to the last of those named; without a year, the latest such months."""
    left = at.left(10).split()
    opened = left and left[-1] in ("from", "between")
    if not opened and ("and" in match[0] or not is_month(at, match.start(), match.end("m"))):
        return None
    first, last = month_number(match["m"]), month_number(match["n"])
    if match["y"]:
        year = int(match["y"])
        begin = int(match["x"]) if match["x"] else year - (last < first)
        if (begin, first) > (year, last):
            return None
        return Read(hull(month_of(begin, first), month_of(year, last)))
    ahead = at.ahead

    def that(here: object) -> When:
        year, now = here.year, here.month  # type: ignore[attr-defined]
        year += (last < now) if ahead else -(first > now)
        return hull(month_of(year, first), month_of(year + (last < first), last))

    return relative(that, at)


@rule("years", {"#"}, rf"(?P<a>{YEAR})(?P<t>{TO}|/)(?P<b>{YEAR}|[0-9]{{2}})(?![-./]?[0-9])")
def years(match: Match, _at: Site) -> Read | None:
    """From the first year to the last of those named."""
    first, last = int(match["a"]), int(match["b"])
    if match["t"].strip() not in ("-", "/"):  # two ends that stand by themselves: see `joining`
        return None
    if len(match["b"]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 200:
        return None
    return Read(hull(year_of(first), year_of(last)))


@rule("weekdays", WEEKDAYS.keys(), rf"(?P<a>{WEEKDAY}){TO}(?P<b>{WEEKDAY})")
def weekdays(match: Match, at: Site) -> Read | None:
    """From one weekday to the next of the other name, nearest to the article's day."""
    left = at.left(10).split()
    word = match[0].removeprefix(match["a"]).removesuffix(match["b"]).strip()
    if word != "-" and (not left or left[-1] not in ("from", "between")):
        return None
    first, last = WEEKDAYS[match["a"]], WEEKDAYS[match["b"]]
    ahead, length = at.ahead, (last - first) % 7

    def that(here: object) -> When:
        back = (here.weekday() - first) % 7  # type: ignore[attr-defined]
        begin = moved(here, (7 - back) % 7 if ahead else -back)  # type: ignore[arg-type]
        return When.between(begin, moved(begin, length))

    return relative(that, at)
