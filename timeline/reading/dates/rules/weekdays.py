"""Weekdays: `on Thursday`, `last Friday`, `Tuesday night`, `Monday of next week`."""

import datetime as dt

from timeline.reading.dates.rule import Match, Read, Site, after_told, relative, rule
from timeline.reading.dates.words import PART_OF_DAY, STARTS_WEEKDAY, WEEKDAY, WEEKDAYS
from timeline.when import When
from timeline.when.days import moved

POD = rf"(?:_(?P<pod>(?:early_|late_)?{PART_OF_DAY}))?"
NAMES = ("black", "bloody", "super", "good", "holy", "palm", "ash", "cyber", "fat")
"""With these a weekday is a name: Black Monday, Bloody Sunday."""
BEFORE, AFTER = ("last", "past", "previous"), ("next", "coming", "following")


def on_or_before(here: dt.date, weekday: int) -> dt.date:
    """The latest such weekday, the day itself included."""
    return moved(here, -((here.weekday() - weekday) % 7))


def on_or_after(here: dt.date, weekday: int) -> dt.date:
    """The next such weekday, the day itself included."""
    return moved(here, (weekday - here.weekday()) % 7)


@rule("weekday", STARTS_WEEKDAY, rf"(?P<w>{WEEKDAY})(?!s){POD}")
def weekday(match: Match, at: Site) -> Read | None:
    """A weekday is the latest one up to the article's own day, that day included.

    The next one if the clause looks ahead.
    """
    if not at.capital or (at.left(8).split() or [""])[-1] in NAMES:
        return None
    number, ahead = WEEKDAYS[match["w"]], at.ahead
    pick = on_or_after if ahead else on_or_before
    read = relative(lambda here: When.day(pick(here, number)), at)
    return read._replace(clock=match["pod"])


@rule(
    "weekday-by-direction",
    {"last", "past", "previous", "next", "coming", "following", "this"},
    rf"(?P<r>last|past|previous|next|coming|following|this(?:_past|_coming)?)_(?P<w>{WEEKDAY})(?!s){POD}",
)
def weekday_by_direction(match: Match, at: Site) -> Read | None:
    """Last Friday is the latest Friday before the article's day, next Friday the first one after.

    This Friday lies in the article's own week.
    """
    number, way = WEEKDAYS[match["w"]], match["r"].split()[-1]

    def that(here: dt.date) -> When:
        if way in BEFORE:
            return When.day(on_or_before(moved(here, -1), number))
        if way in AFTER:
            return When.day(on_or_after(moved(here, 1), number))
        return When.day(moved(here, number - here.weekday()))

    count = after_told if way in ("previous", "following") else relative
    return count(that, at)._replace(clock=match["pod"])


@rule("weekday-of-week", STARTS_WEEKDAY, rf"(?P<w>{WEEKDAY})(?:_of)?_(?P<r>last|this|next)_week")
def weekday_of_week(match: Match, at: Site) -> Read | None:
    """A weekday of last, this or next week, counted from the week of the article."""
    turn = {"last": -7, "this": 0, "next": 7}[match["r"]] + WEEKDAYS[match["w"]]
    return relative(lambda here: When.day(moved(here, turn - here.weekday())), at)


@rule("week-weekday", {"last", "this", "next"}, rf"(?P<r>last|this|next)_week's_(?P<w>{WEEKDAY})")
def week_weekday(match: Match, at: Site) -> Read | None:
    """A weekday of last, this or next week, counted from the week of the article."""
    return weekday_of_week(match, at)
