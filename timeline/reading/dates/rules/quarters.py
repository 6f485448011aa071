"""Quarters, halves and seasons of a year: `the third quarter`, `Q2 2024`, `spring of 2019`."""

import datetime as dt

from timeline.reading.dates.rule import Match, Read, Site, relative, rule
from timeline.reading.dates.spans import part_of, shifted
from timeline.reading.dates.words import ORDINALS, SEASON, SEASONS, YEAR
from timeline.when import When

ORDINAL = "|".join(ORDINALS)
OF_YEAR = (
    r"(?:,?(?:_of|_in)?(?:_(?:fiscal|calendar|the_year))?_("
    rf"?P<y>{YEAR}|(?P<r>last|this|next)_year))?"
)
YEARS = {"last": -1, "this": 0, "next": 1}


@rule(
    "quarter",
    ORDINALS.keys(),
    rf"(?P<o>{ORDINAL})(?:_|-)(?:fiscal(?:_|-))?(?P<u>quarter|half){OF_YEAR}",
)
def quarter(match: Match, at: Site) -> Read | None:
    """A quarter or half without its year is the latest that had begun when the article appeared.

    The next one if the clause looks ahead.
    """
    half = match["u"] == "half"
    if half and not match["y"] and not at.right(14).strip().startswith("of the year"):
        return None
    if at.right(4).startswith(("final", "-fina")):
        return None
    return _part(match, at, ORDINALS[match["o"]], half=half)


@rule(
    "quarter-of-year",
    YEARS.keys(),
    rf"(?P<r>last|this|next)_year's_(?P<o>{ORDINAL})(?:_|-)(?P<u>quarter|half)",
)
def quarter_of_year(match: Match, at: Site) -> Read | None:
    """A quarter or half of last, this or next year, counted from the year of the article."""
    code = (39 if match["u"] == "half" else 32) + ORDINALS[match["o"]]
    turn = YEARS[match["r"]]
    return relative(lambda here: part_of(here.year + turn, code), at)


@rule(
    "year-quarter",
    {"#"},
    rf"(?P<y>{YEAR})(?:'s)?_(?:fiscal_)?(?P<o>{ORDINAL})(?:_|-)(?P<u>quarter|half)",
)
def year_quarter(match: Match, at: Site) -> Read | None:
    """A quarter or half with its year stands by itself."""
    return _part(match, at, ORDINALS[match["o"]], half=match["u"] == "half")


@rule("q-number", {"q"}, rf"q(?P<o>[1-4])(?:_(?:of_)?(?P<y>{YEAR}))?")
def q_number(match: Match, at: Site) -> Read | None:
    """A numbered quarter; without its year, the latest that had begun when the article appeared."""
    return _part(match, at, int(match["o"]), half=False)


def _part(match: Match, at: Site, number: int, *, half: bool) -> Read | None:
    groups = match.groupdict()
    code = (39 if half else 32) + number
    begins = 1 + (number - 1) * (6 if half else 3)
    if (half and number > 2) or number > 4:
        return None
    if groups.get("r"):
        return relative(lambda here: part_of(here.year + YEARS[match["r"]], code), at)
    if groups["y"]:
        return Read(part_of(int(match["y"]), code))
    ahead = at.ahead

    def that(here: dt.date) -> When:
        if ahead:  # one that ended lately is still "expected" in reports
            return part_of(here.year + (begins + (5 if half else 2) + 4 < here.month), code)
        return part_of(here.year - (begins > here.month), code)

    return relative(that, at)


@rule(
    "quarter-told",
    {"the", "latest"},
    r"(?:the_)?(?:latest_)?(?:quarter|period)(?!-|_(?:of|from|to)_)",
)
def quarter_told(match: Match, at: Site) -> Read | None:
    """The quarter, in a report of figures, is the one mentioned before.

    If none was, it is the last that was over when the article appeared.
    """
    if "period" in match[0] and "latest" not in match[0]:
        return None
    if at.before and at.before.when.text[5:] in ("33", "34", "35", "36"):
        return Read(at.before.when, "mention")
    return relative(lambda here: shifted(here, -1, "quarter"), at)


@rule("season-year", SEASONS.keys(), rf"(?P<s>{SEASON})(?:_of|_in|,)?_(?P<y>{YEAR})")
def season_year(match: Match, _at: Site) -> Read | None:
    """A season with its year; northern, winter running into the next year."""
    return Read(part_of(int(match["y"]), SEASONS[match["s"]]))
