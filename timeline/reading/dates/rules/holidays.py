"""Feasts and holidays whose day is known: `Christmas Day`, `Easter Sunday 2024`, `Thanksgiving`."""

import datetime as dt

from timeline.reading.dates.rule import Match, Read, Site, relative, rule
from timeline.reading.dates.spans import nearest_year
from timeline.reading.dates.words import HOLIDAYS, YEAR, any_of
from timeline.when import When
from timeline.when.days import moved

MOVABLE = ["easter sunday", "easter monday", "good friday", "thanksgiving day", "thanksgiving"]
MOVABLE += ["memorial day", "labor day", "election day"]
NAMES = any_of((*HOLIDAYS, *MOVABLE)).replace(" ", "_")
STARTS = {name.split()[0].split("'")[0] for name in (*HOLIDAYS, *MOVABLE)}


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches, after the Gregorian computus in Meeus (1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def day_of(name: str, year: int) -> dt.date:
    """The day of a holiday in that year."""
    if name in HOLIDAYS:
        month, day = HOLIDAYS[name].split("-")
        return dt.date(year, int(month), int(day))
    if name.startswith("thanksgiving"):
        first = dt.date(year, 11, 1)
        return moved(first, (3 - first.weekday()) % 7 + 21)
    if name == "election day":  # of the United States: the Tuesday after the first Monday
        first = dt.date(year, 11, 1)
        return moved(first, -first.weekday() % 7 + 1)
    if name == "memorial day":
        last = dt.date(year, 5, 31)
        return moved(last, -last.weekday())
    if name == "labor day":
        first = dt.date(year, 9, 1)
        return moved(first, -first.weekday() % 7)
    return moved(easter(year), {"easter monday": 1, "good friday": -2}.get(name, 0))


@rule("holiday", STARTS, rf"(?P<h>{NAMES})(?:,?_(?P<y>{YEAR}))?")
def holiday(match: Match, at: Site) -> Read | None:
    """A holiday without its year is the nearest one to the article's day."""
    if not at.capital:
        return None
    name = " ".join(match["h"].split())
    if match["y"]:
        return Read(When.day(day_of(name, int(match["y"]))))
    ahead = at.ahead

    def that(here: dt.date) -> When:
        day = day_of(name, here.year)
        year = nearest_year(here, day.month, day.day, ahead=ahead)
        return When.day(day_of(name, year))

    return relative(that, at)
