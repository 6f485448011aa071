"""Full dates (`11 July 2024`, `Thursday, July 11, 2024`, `2024-07-11T15:39Z`), days of months."""

import re

from timeline.reading.dates.guards import is_month
from timeline.reading.dates.rule import Match, Read, Site, absolute, relative, rule
from timeline.reading.dates.spans import nearest_year, ymd
from timeline.reading.dates.words import (
    ANY_WEEKDAY,
    DAY,
    MONTH,
    MONTHS,
    STARTS_MONTH,
    WEEKDAYS,
)
from timeline.when import UNKNOWN

ANY_YEAR = r"(?P<year>[0-9]{4,6}(?![0-9])|[0-9]{1,4}_(?:bce?|b\.c\.))"
NUMBER_AT_END = re.compile(r"[0-9]{1,2}$")
BOUNDS = "years run from 1000 to 2999 here"


def month_number(word: str) -> int:
    """1 for "january" and "jan."."""
    return MONTHS[word.rstrip(".")]


def day_number(word: str) -> int:
    """11 for "11th"."""
    return int(word.rstrip("sthndr"))


def full(year: str, month: int, day: int, phrase: str) -> Read:
    """That day, or the reason why there is none."""
    if len(year) != 4 or not "1000" <= year <= "2999":
        return Read(UNKNOWN, problem=f"“{phrase}”: {BOUNDS}, so {year} is not read.")
    return absolute(lambda: ymd(int(year), month, day))


@rule(
    "iso",
    {"#"},
    r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?:[t_](?P<c>[0-2][0-9]:[0-5][0-9](?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?))?",
)
def iso(match: Match, at: Site) -> Read | None:
    """A full date in figures, year first, stands by itself."""
    read = full(match["y"], int(match["m"]), int(match["d"]), at.text[at.start : match.end()])
    clock = at.text[match.start("c") : match.end("c")] if match["c"] else None
    return read._replace(clock=clock)


@rule(
    "month-day-year",
    STARTS_MONTH | WEEKDAYS.keys(),
    rf"(?:{ANY_WEEKDAY},?_)?(?P<m>{MONTH})_?(?P<d>{DAY})(?:,|_-|,?_of|,?_in)?_?{ANY_YEAR}",
)
def month_day_year(match: Match, at: Site) -> Read | None:
    """A day with its month and its year stands by itself."""
    phrase = at.text[at.start : match.end()]
    return full(match["year"], month_number(match["m"]), day_number(match["d"]), phrase)


@rule(
    "day-month-year",
    WEEKDAYS.keys() | {"#"},
    rf"(?:{ANY_WEEKDAY},?_(?:the_)?)?(?P<d>{DAY})(?:_of|_day_of)?[_-]?(?P<m>{MONTH})[,-]?_?{ANY_YEAR}".replace(
        "[_-]?", "(?:_|-)?"
    ),
)
def day_month_year(match: Match, at: Site) -> Read | None:
    """A day with its month and its year stands by itself."""
    return month_day_year(match, at)


@rule(
    "september-11",
    {"sept", "september", "#"},
    r"(?:(?:sept\.?|september)_11(?:th)?(?=,?_(?:terror|attack|hijack|suicide))|9/11(?![/0-9]))",
)
def september_11(match: Match, at: Site) -> Read | None:
    """The September 11 attacks were in 2001."""
    return Read(ymd(2001, 9, 11)) if match and at.left(1) not in ("$", "/") else None


@rule(
    "month-day",
    STARTS_MONTH | WEEKDAYS.keys(),
    rf"(?:{ANY_WEEKDAY},?_)?(?P<m>{MONTH})_(?:the_)?(?P<d>{DAY})(?![:.,]?[0-9]|_?%|_(?:billion|million|percent|seats|people|votes))",
)
def month_day(match: Match, at: Site) -> Read | None:
    """A day of a month without its year is the nearest such day to the article's own."""
    if not is_month(at, match.start("m"), match.end("m"), with_day=True):
        return None
    month, day = month_number(match["m"]), day_number(match["d"])
    check = absolute(lambda: ymd(2024, month, day))  # a leap year: the most days a month can have
    if check.problem:
        reason = check.problem.partition(": ")[2].replace(" 2024", "")
        return Read(UNKNOWN, problem=f"“{at.text[at.start : match.end()]}”: {reason}")
    ahead = at.ahead
    return relative(
        lambda here: (
            absolute(lambda: ymd(nearest_year(here, month, day, ahead=ahead), month, day)).when
        ),
        at,
    )


@rule(
    "day-month",
    WEEKDAYS.keys() | {"#"},
    rf"(?:{ANY_WEEKDAY},?_(?:the_)?)?(?P<d>{DAY})(?:_of|_day_of)?_?(?P<m>{MONTH})(?!_[0-9]{{1,2}}(?:,|_[0-9]{{4}}))",
)
def day_month(match: Match, at: Site) -> Read | None:
    """A day of a month without its year is the nearest such day to the article's own."""
    return month_day(match, at)


@rule(
    "further-day",
    {"#"},
    rf"(?P<d>{DAY})(?!_?(?:{MONTH}|%|percent|[ap]\.?m|million|billion|people|:))",
)
def further_day(match: Match, at: Site) -> Read | None:
    """A second day of the same month, after "and": "April 24 and 25"."""
    first = at.before
    if first is None or first.rule not in ("month-day", "further-day"):
        return None
    number = NUMBER_AT_END.search(first.phrase)
    if number is None or at.low[first.end : at.start] not in (" and ", ", ", " or "):
        return None
    day, known = day_number(match["d"]), first.when.earliest
    if day <= int(number[0]):
        return None
    if known is None:
        return Read(UNKNOWN, "mention")
    return absolute(lambda: ymd(known.year, known.month, day))._replace(anchor="mention")
