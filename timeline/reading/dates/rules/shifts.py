"""So many units away: `three days ago`, `a year earlier`, `two weeks later`, `a month from now`."""

import re

from timeline.reading.dates.rule import Match, Read, Site, after_told, relative, rule
from timeline.reading.dates.spans import hull, months_on, shifted
from timeline.reading.dates.words import COUNT, NUMBERS, STARTS_COUNT, UNIT, VAGUE
from timeline.when import When
from timeline.when.days import moved

BACK = ("ago", "earlier", "before", "previously", "back")
FIGURE = re.compile(
    r"million|billion|cents|%|[$#][0-9]|percent|compared with|(?:up|down|than|from) $"
)


def how_many(words: str) -> tuple[float, float]:
    """The lowest and the highest that a count can mean; equal where it is exact."""
    text = " ".join(words.split())
    if text in VAGUE:
        return VAGUE[text]
    if text.startswith("half"):
        return 0.5, 0.5
    if text[0].isdigit():
        return float(text), float(text)
    total = 0
    for word in text.replace("-", " ").split():
        value = NUMBERS[word]
        total = total * value if value == 100 and total else total + value
    return total, total


def singular(unit: str) -> str:
    """The unit in the singular: "century" for "centuries"."""
    return "century" if unit.startswith("centur") else unit.rstrip("s")


@rule(
    "ago",
    STARTS_COUNT,
    rf"(?P<n>{COUNT})(?:_|-)(?P<u>{UNIT})(?:_or_(?:so|two|more))?(?:_|-)(?P<dir>ago|earlier|later|before|hence|from_now|previously|back)(?!_than)",
)
def ago(match: Match, at: Site) -> Read | None:
    """So many days, weeks, months or years away: the unit that lies that far from the article.

    "Earlier" and "later" in days or weeks count from the date mentioned before.
    """
    back = match["dir"] in BACK
    if match["dir"] in ("before", "back") and at.right(12).split()[:1] not in ([], ["."], [","]):
        return None
    low, high = how_many(match["n"])
    unit = singular(match["u"])
    near, far = (-high, -low) if back else (low, high)
    told = match["dir"] in ("earlier", "later", "before") and unit in ("day", "week")
    if told:
        return after_told(lambda day: _away(day, near, far, unit), at)
    if unit == "year" and low == high == 1 and back and (then := compared(at)):
        return Read(then, "mention")
    return relative(lambda here: _away(here, near, far, unit), at)


def compared(at: Site) -> When | None:
    """The month or quarter mentioned before, a year earlier, where a figure is compared with it."""
    seen = at.before
    if seen is None or not FIGURE.search(at.left(40)) or at.start - seen.end > 400:
        return None
    return year_before(seen.when)


def year_before(when: When) -> When | None:
    """The same month or quarter of the year before; None for anything longer or shorter."""
    if when.earliest is None or when.latest is None or when.earliest.year == 1:
        return None
    if not 27 <= (when.latest - when.earliest).days <= 92 or "/" in when.text:
        return None
    return When.parse(f"{when.earliest.year - 1:04}{when.text[4:]}")


def _away(day: object, near: float, far: float, unit: str) -> When:
    first, last = (_one(day, count, unit) for count in (near, far))
    return hull(first, last) if first != last else first


def _one(day: object, count: float, unit: str) -> When:
    if count % 1 and unit == "year":
        there = months_on(day, round(count * 12))  # type: ignore[arg-type]
        return shifted(there, 0, "month")
    if unit == "week" and count == -1:  # "a week ago" is meant to the day, "six weeks ago" is not
        return When.day(moved(day, int(count * 7)))  # type: ignore[arg-type]
    return shifted(day, int(count), unit)  # type: ignore[arg-type]


@rule(
    "year-ago",
    {"year"},
    r"year(?:_|-)(?P<dir>ago|earlier)(?![_-](?:than))".replace("[_-]", "(?:_|-)"),
)
def year_ago(_match: Match, at: Site) -> Read | None:
    """The year-ago period lies in the year before the article's."""
    return relative(lambda here: shifted(here, -1, "year"), at)


@rule(
    "same-period",
    {"same", "corresponding", "comparable", "year", "similar"},
    r"(?:(?:same|corresponding|comparable|similar)_(?:year(?:_|-)(?:ago|earlier)_)?(?:[0-9]{1,2}(?:_|-))?(?:period|quarter|month|week|time|day)(?:,?_(?:of_|in_)?(?:last_year|(?:a|one)_year_(?:ago|earlier|before)|the_(?:previous|prior)_year))|year(?:_|-)(?:ago|earlier)_(?:(?:first|second|third|fourth)_)?(?:period|quarter|month))",
)
def same_period(_match: Match, at: Site) -> Read | None:
    """The same period a year before that mentioned before.

    If that was no month or quarter, the year before the article's.
    """
    if at.before and (then := year_before(at.before.when)):
        return Read(then, "mention")
    return relative(lambda here: shifted(here, -1, "year"), at)


@rule(
    "that-day",
    {"the", "same", "following", "next", "previous", "preceding"},
    r"(?:the_)?(?P<r>same|following|next|previous|preceding)_(?:day|(?P<c>morning|afternoon|evening|night))",
)
def that_day(match: Match, at: Site) -> Read | None:
    """That day, the day before it or after it: counted from the date mentioned before."""
    turn = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(match["r"], 0)
    return after_told(lambda day: When.day(moved(day, turn)), at)._replace(clock=match["c"])
