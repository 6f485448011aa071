"""Periods around the article: `last year`, `this week`, `that month`, `the weekend`."""

import datetime as dt

from timeline.reading.dates.rule import Match, Read, Site, after_told, relative, rule
from timeline.reading.dates.spans import months_on, part_of, shifted, weekend_of
from timeline.reading.dates.words import PERIOD, SEASON, SEASONS
from timeline.when import When
from timeline.when.days import moved

TURN = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0}
TURN |= {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "same": 0}
ENDS = {"winter": 2, "spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""The month in which a northern season ends."""


@rule(
    "period",
    TURN.keys(),
    rf"(?P<r>{'|'.join(TURN)})_(?:(?:fiscal|financial|calendar|full|entire|whole)_)?(?P<u>{PERIOD})(?!-)",
)
def period(match: Match, at: Site) -> Read | None:
    """The day, week, month, quarter or year before, of, or after the article's own.

    "previous" and "following" count from the date mentioned before, if it names one.
    """
    way, unit = match["r"], match["u"]
    if way == "past" and unit not in ("week", "weekend", "month"):
        return None
    if unit == "day" and way in ("last", "past", "current", "coming", "upcoming"):
        return None
    if unit in ("decade", "century") and way in ("last", "coming"):
        return None
    turn = TURN[way]
    if unit == "day" and way != "this":
        return after_told(lambda day: When.day(moved(day, turn)), at)
    if way in ("previous", "preceding", "following", "same") and (day := _by_mention(at, unit)):
        return Read(shifted(day, turn, unit), "mention")
    return relative(lambda here: shifted(here, turn, unit), at)


def _by_mention(at: Site, unit: str) -> dt.date | None:
    """The day mentioned before, if that mention is no longer than the unit."""
    seen = at.before
    if seen is None or seen.when.earliest is None or seen.when.latest is None:
        return None
    lengths = {"day": 0, "week": 6, "weekend": 1, "month": 30, "quarter": 92, "year": 365}
    short = (seen.when.latest - seen.when.earliest).days <= lengths.get(unit, 36525)
    return seen.when.earliest if short else None


@rule(
    "that-period",
    {"that"},
    r"that_(?:same_)?(?P<u>day|week|weekend|month|quarter|year|decade|night|morning|afternoon|evening)(?!-|'s_)",
)
def that_period(match: Match, at: Site) -> Read | None:
    """That day, week, month or year: the one of the date mentioned before."""
    unit = match["u"]
    clock = unit if unit in ("night", "morning", "afternoon", "evening") else None
    if clock or unit == "day":
        return after_told(When.day, at)._replace(clock=clock)
    if day := _by_mention(at, unit):
        return Read(shifted(day, 0, unit), "mention")
    return relative(lambda here: shifted(here, 0, unit), at)


@rule(
    "season-by-direction",
    TURN.keys(),
    rf"(?P<r>last|past|previous|this(?:_past|_coming)?|next|coming|upcoming|following)_(?P<s>{SEASON})",
)
def season_by_direction(match: Match, at: Site) -> Read | None:
    """Last summer is the latest one that was over when the article appeared.

    This summer that of its year; next summer the first one after. Seasons are northern.
    """
    way, name = match["r"].split()[-1], match["s"]

    def that(here: dt.date) -> When:
        year = here.year
        if way in ("last", "past", "previous"):
            year -= here.month <= ENDS[name] or name == "winter"
        elif way in ("next", "coming", "upcoming", "following") and "this" not in match["r"]:
            year += here.month >= ENDS[name] - 2 and name != "winter"
        return part_of(year, SEASONS[name])

    return relative(that, at)


@rule("weekend", {"weekend"}, r"weekend")
def weekend(_match: Match, at: Site) -> Read | None:
    """The weekend is the latest one that had begun, or the next if the clause looks ahead."""
    if not at.left(10).rstrip().endswith(("the", "over")):
        return None
    ahead = at.ahead

    def that(here: dt.date) -> When:
        return weekend_of(here if ahead or here.weekday() >= 5 else moved(here, -7))

    return relative(that, at)


@rule(
    "end-of-period",
    {
        "end",
        "beginning",
        "start",
        "middle",
        "close",
        "later",
        "earlier",
        "late",
        "early",
        "rest",
        "remainder",
        "course",
    },
    r"(?P<p>end|beginning|start|middle|close|rest|remainder|(?:later|earlier|late|early)_in)(?:_of)?_the_(?P<u>year|month|week|decade|century|quarter)(?!-)",
)
def end_of_period(match: Match, at: Site) -> Read | None:
    """The end, middle or beginning of the year, month or week of the article."""
    part = {"beginning": "early", "start": "early", "middle": "mid", "close": "end"}
    word = match["p"].split()[0]
    if word == "end" and match["u"] in ("week", "decade", "century") and "of" not in match[0]:
        return None
    read = relative(lambda here: shifted(here, 0, match["u"]), at)
    return read._replace(part=part.get(word, word))


@rule("year-end", {"year"}, r"year(?:_|-|'s_)end")
def year_end(_match: Match, at: Site) -> Read | None:
    """The year's end is that of the article's year."""
    return relative(lambda here: shifted(here, 0, "year"), at)._replace(part="end")


@rule(
    "the-day",
    {"the"},
    r"the_day(?!'s|-|_(?:of|when|that|after|before|they|he|she|it|we|i|is|was|will)(?![a-z]))",
)
def the_day(_match: Match, at: Site) -> Read | None:
    """The day, told of its end, is that mentioned before, or else the article's own."""
    left = at.left(14).split()
    if not left or left[-1] not in (
        "of",
        "in",
        "for",
        "end",
        "ended",
        "close",
        "closed",
        "during",
        "on",
    ):
        return None
    return after_told(When.day, at)


@rule(
    "the-year",
    {"the", "full"},
    r"(?:the_)?(?:(?:full|whole|entire|fiscal|current)_)?year(?=_?[.,;)]|_(?:ended|ending|earlier|were|was)|$)",
)
def the_year(match: Match, at: Site) -> Read | None:
    """The year, told of as a whole, is the article's own."""
    left = (at.left(8).split() or [""])[-1]
    if left not in ("for", "of", "in", "during", "this") or not match[0].startswith(
        ("the", "full")
    ):
        return None
    return relative(lambda here: shifted(here, 0, "year"), at)


@rule("up-to-now", {"past", "last"}, r"(?P<r>past|last)_(?P<u>year|decade)(?!-|'s_)")
def up_to_now(match: Match, at: Site) -> Read | None:
    """The past year or decade runs up to the article's day."""
    if match["r"] == "last" and match["u"] == "year":
        return None
    if (at.left(8).split() or [""])[-1] != "the":
        return None
    months = {"year": 12, "decade": 120}[match["u"]]
    return relative(lambda here: When.between(months_on(here, -months), here), at)
