"""Days seen from the article's own: `today`, `yesterday evening`, `tonight`, `this morning`."""

from timeline.reading.dates.rule import Match, Read, Site, after_told, relative, rule
from timeline.reading.dates.words import PART_OF_DAY
from timeline.when import When
from timeline.when.days import moved

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


@rule("day-seen-from", DAYS, rf"(?P<x>{'|'.join(DAYS)})(?:_(?P<pod>{PART_OF_DAY}))?")
def day_seen_from(match: Match, at: Site) -> Read | None:
    """Today is the day of the article, yesterday the day before, tomorrow the day after."""
    if match["x"] in ("today", "tomorrow") and at.right(3).startswith("'s") and _of_an_age(at):
        return None
    read = relative(lambda here: When.day(moved(here, DAYS[match["x"]])), at)
    clock = match["pod"] or ("night" if match["x"] in ("tonight", "overnight") else None)
    return read._replace(clock=clock)


def _of_an_age(at: Site) -> bool:
    """Whether it is the today of "today's youth", which is no day, unlike "today's meeting"."""
    words = at.right(22)[2:].split()
    return bool(words) and words[0].rstrip(".,") in (
        "world",
        "youth",
        "society",
        "standards",
        "terms",
    )


@rule("day-next-to", {"day"}, r"day_(?P<way>before_yesterday|after_tomorrow)")
def day_next_to(match: Match, at: Site) -> Read | None:
    """Two days before the article's day, or two after it."""
    turn = -2 if match["way"].startswith("before") else 2
    return relative(lambda here: When.day(moved(here, turn)), at)


@rule("last-night", {"last"}, r"last_(?P<pod>night|evening)")
def last_night(match: Match, at: Site) -> Read | None:
    """Last night began on the day before the article's."""
    read = relative(lambda here: When.day(moved(here, -1)), at)
    return read._replace(clock=match["pod"])


@rule(
    "part-of-this-day",
    {"this", "later", "earlier", "late", "early"},
    r"(?:(?:later|earlier|late|early)_)?this_(?P<pod>morning|afternoon|evening)",
)
def part_of_this_day(match: Match, at: Site) -> Read | None:
    """This morning, afternoon or evening is that of the article's day."""
    read = relative(When.day, at)
    return read._replace(clock=match["pod"])


@rule(
    "part-of-day",
    {"the", "mid", "morning", "afternoon", "evening", "early"},
    r"(?:the_)?(?:(?:early|mid|late)(?:_|-))?(?P<pod>morning|afternoon|evening)(?!s)",
)
def part_of_day(match: Match, at: Site) -> Read | None:
    """The morning or evening is that of the date mentioned before, or else the article's."""
    left = (at.left(10).split() or [""])[-1]
    if left not in ("in", "by", "during", "on", "until", "since") or at.right(8) == " of the ":
        return None
    return after_told(When.day, at)._replace(clock=match["pod"])
