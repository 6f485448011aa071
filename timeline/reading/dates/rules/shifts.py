"""So many units away: `three days ago`, `a year earlier`, `two weeks later`, `a month from now`."""

from timeline.reading.dates.rule import Match, Read, Site, relative, rule
from timeline.reading.dates.spans import hull, months_on, moved, shifted
from timeline.reading.dates.words import COUNT, NUMBERS, STARTS_COUNT, UNIT, VAGUE
from timeline.when import When

BACK = ("ago", "earlier", "before", "previously", "back")
ABOUT = r"(?:about|around|some|nearly|almost|roughly|approximately|more_than|over|less_than|just|at_least|only)"
STARTS = STARTS_COUNT | {"about", "around", "nearly", "almost", "roughly", "approximately", "more"}
STARTS |= {"over", "less", "just", "at", "only", "some"}


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
    """ "century" for "centuries", "day" for "days"."""
    return "century" if unit.startswith("centur") else unit.rstrip("s")


@rule("ago", STARTS, rf"(?:(?P<about>{ABOUT})_)?(?P<n>{COUNT})(?:_|-)(?P<u>{UNIT})(?:_or_(?:so|two|more))?(?:_|-)(?P<dir>ago|earlier|later|before|hence|from_now|previously|back)(?!_than)")
def ago(match: Match, at: Site) -> Read | None:
    """So many days, weeks, months or years before or after: the unit that lies that far from the
    article's day, or, for "later" and "earlier" in days, from the date mentioned before."""
    back = match["dir"] in BACK
    if match["dir"] in ("before", "back") and at.right(12).split()[:1] not in ([], ["."], [","]):
        return None
    low, high = how_many(match["n"])
    unit, sign = singular(match["u"]), -1 if back else 1
    near, far = (-high, -low) if back else (low, high)
    if match["dir"] in ("earlier", "later", "before") and unit in ("day", "week"):
        if (seen := at.before) and seen.when.earliest and seen.when.earliest == seen.when.latest:
            day = seen.when.earliest
            return Read(_away(day, near, far, unit), "mention")
    del sign
    return relative(lambda here: _away(here, near, far, unit), at)


def _away(day: object, near: float, far: float, unit: str) -> When:
    first, last = (_one(day, count, unit) for count in (near, far))
    return hull(first, last) if first != last else first


def _one(day: object, count: float, unit: str) -> When:
    if count % 1 and unit == "year":
        there = months_on(day, round(count * 12))  # type: ignore[arg-type]
        return shifted(there, 0, "month")
    if unit == "week":
        return When.day(moved(day, int(count * 7)))  # type: ignore[arg-type]
    return shifted(day, int(count), unit)  # type: ignore[arg-type]


@rule("year-ago", {"year"}, r"year(?:_|-)(?P<dir>ago|earlier)(?![_-](?:than))".replace("[_-]", "(?:_|-)"))
def year_ago(match: Match, at: Site) -> Read | None:
    """The year-ago period lies in the year before the article's."""
    return relative(lambda here: shifted(here, -1, "year"), at)


@rule("year-on", {"the", "same", "that"}, r"(?:the_)?(?P<r>same|that|following|next|previous|preceding)_(?:very_|same_)?day")
def that_day(match: Match, at: Site) -> Read | None:
    """That day, the day before it or after it: counted from the date mentioned before."""
    turn = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(match["r"], 0)
    if (seen := at.before) and seen.when.earliest and seen.when.earliest == seen.when.latest:
        day = seen.when.earliest
        return Read(When.day(moved(day, turn)), "mention")
    return relative(lambda here: When.day(moved(here, turn)), at)
