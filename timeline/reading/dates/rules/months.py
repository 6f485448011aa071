"""Months: `July 2024`, `last June`, `in March`."""

import re

from timeline.reading.dates.guards import is_month
from timeline.reading.dates.rule import Match, Read, Site, absolute, relative, rule
from timeline.reading.dates.rules.calendar import day_number, month_number
from timeline.reading.dates.spans import month_of, ymd
from timeline.reading.dates.words import DAY, MONTH, STARTS_MONTH, YEAR
from timeline.when import When

LIMIT = re.compile(r"(?<![a-z])(?:until|till|through|by) (?:early |late |mid[ -]|the )?$")
BACK, ON = ("last", "past", "previous"), ("next", "coming", "following")


@rule("month-year", STARTS_MONTH, rf"(?P<m>{MONTH})(?:,|_of|_in|-)?_?(?P<y>{YEAR})(?![-][0-9])")
def month_year(match: Match, _at: Site) -> Read | None:
    """A month with its year stands by itself."""
    return absolute(lambda: month_of(int(match["y"]), month_number(match["m"])))


@rule(
    "month-of-year",
    STARTS_MONTH,
    rf"(?P<m>{MONTH})_(?:of_)?(?P<r>last|this|next|the_following|the_previous|that)_year",
)
def month_of_relative_year(match: Match, at: Site) -> Read | None:
    """A month of last, this or next year, counted from the year of the article."""
    if not at.capital:
        return None
    turn = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(match["r"].split()[-1], 0)
    month = month_number(match["m"])
    return relative(lambda here: month_of(here.year + turn, month), at)


@rule(
    "next-month-named",
    {"last", "past", "previous", "next", "coming", "following", "this"},
    rf"(?P<r>last|past|previous|next|coming|following|this(?:_past|_coming)?)_(?P<m>{MONTH})(?:_(?P<d>{DAY})(?![:.,]?[0-9]))?",
)
def named_month(match: Match, at: Site) -> Read | None:
    """Last June is the latest June before the article's month, next June the first one after it."""
    if not at.text[match.start("m")].isupper():
        return None
    way, month = match["r"].split()[-1], month_number(match["m"])
    day = day_number(match["d"]) if match["d"] else None

    def that(here: object) -> When:
        year, now = here.year, here.month  # type: ignore[attr-defined]
        if way in BACK:
            year -= month >= now
        elif way in ON:
            year += month <= now
        return absolute(lambda: ymd(year, month, day)).when if day else month_of(year, month)

    return relative(that, at)


@rule("month", STARTS_MONTH, rf"(?P<m>{MONTH})")
def month(match: Match, at: Site) -> Read | None:
    """A month without its year is the latest one up to the article's.

    It is the next one if the clause looks ahead.
    """
    if not is_month(at, match.start(), match.end()) or _is_name(match, at):
        return None
    number, ahead = month_number(match["m"]), at.ahead
    limit = LIMIT.search(at.left(20)) is not None

    def that(here: object) -> When:
        year, now = here.year, here.month  # type: ignore[attr-defined]
        if ahead or (limit and (number - now) % 12 < 6):
            return month_of(year + (number < now), number)
        return month_of(year - (number > now), number)

    return relative(that, at)


def _is_name(match: Match, at: Site) -> bool:
    """Part of a name: "Operation July Storm", "Theresa May", "June Smith"."""
    left, right = at.text[max(0, at.start - 15) : at.start].split(), at.text[match.end() :][:3]
    before = left[-1] if left and at.left(1) == " " else ""
    named_after = right[:1] == " " and right[1:2].isupper() and before[:1].isupper()
    common = before.lower() in ("in", "since", "by", "until", "from", "of", "last", "early", "late")
    return named_after and not common
