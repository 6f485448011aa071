"""Years, decades and centuries: `2022`, `the 1990s`, `the eighties`, `fiscal 2024`, `44 BC`."""

import datetime as dt

from timeline.reading.dates.guards import is_count
from timeline.reading.dates.rule import Match, Read, Site, absolute, relative, rule
from timeline.reading.dates.spans import century_of, decade_of, year_of
from timeline.reading.dates.words import DECADES, NUMBERS, YEAR, any_of
from timeline.when import UNKNOWN, When

SURE, LIKELY = (1900, 2050), (1500, 2101)
BEFORE = ["in", "since", "from", "until", "by", "of", "year", "circa", "before", "after", "early"]
BEFORE += ["late", "around", "during", "through", "and", "to", "between", "till", "for"]
SPELT = any_of(word for word, value in NUMBERS.items() if value >= 10 and value != 100)
ONES = any_of(
    word for word, value in NUMBERS.items() if 1 <= value <= 9 and word not in ("a", "an")
)


@rule(
    "year",
    {"#"},
    rf"(?:(?P<f>fy|fiscal)_)?(?P<y>{YEAR})(?![-][a-z]{{3,10}}[-])(?!,[0-9]{{3}}|[.:/][0-9]|%|[-][0-9])",
)
def year(match: Match, at: Site) -> Read | None:
    """A year in four figures stands by itself."""
    number = int(match["y"])
    if not LIKELY[0] <= number < LIKELY[1] or is_count(at):
        return None
    left = at.left(12)
    if left.endswith((".", ",", "/", "-", " ")) and left[-2:-1].isdigit():
        return None
    if not SURE[0] <= number < SURE[1] and (left.split() or [""])[-1] not in BEFORE:
        return None
    return absolute(lambda: year_of(number))


@rule(
    "fiscal-year",
    {"fiscal", "financial", "year", "calendar"},
    rf"(?:(?:fiscal|financial|calendar)_(?:year_)?|year_)(?P<y>{YEAR})(?![-][0-9])",
)
def fiscal_year(match: Match, _at: Site) -> Read | None:
    """A fiscal year is taken as the calendar year of its number."""
    return absolute(lambda: year_of(int(match["y"])))


@rule("decade", {"#"}, r"(?P<y>1[5-9]|20)?(?P<d>[0-9]0)'?s")
def decade(match: Match, at: Site) -> Read | None:
    """The ten years that begin alike; without the century, the latest such years that had begun."""
    if match["y"]:
        return absolute(lambda: decade_of(int(match["y"] + match["d"])))
    tens = int(match["d"])
    in_his = (at.left(8).split() or [""])[-1] in ("his", "her", "their", "my", "its", "into")
    if tens < 20 or in_his:
        return None
    return relative(lambda here: _decade(here, tens), at)


@rule("decade-spelt", DECADES.keys(), rf"(?P<w>{'|'.join(DECADES)})")
def decade_spelt(match: Match, at: Site) -> Read | None:
    """The ten years that begin alike; without the century, the latest such years that had begun."""
    words = at.left(12).split()
    if not words or words[-1] not in ("the", "early", "late", "mid", "mid-", "roaring"):
        return None
    tens = DECADES[match["w"]]
    return relative(lambda here: _decade(here, tens), at)


def _decade(here: dt.date, tens: int) -> When:
    start = here.year // 100 * 100 + tens
    return decade_of(start if start <= here.year else start - 100)


@rule("short-year", {"#"}, r"(?P<y>[0-9]{2})(?![0-9.,:/%'-]|_?(?:percent|years|th|st))")
def short_year(match: Match, at: Site) -> Read | None:
    """A year of two figures after an apostrophe is the latest such year up to the article's."""
    words = at.left(12)[:-1].split()
    if at.left(1) != "'" or not words or words[-1] not in BEFORE:
        return None
    number = int(match["y"])
    return relative(lambda here: _two_figures(here, number), at)


def _two_figures(here: dt.date, number: int) -> When:
    full = here.year // 100 * 100 + number
    return year_of(full if full <= here.year + 10 else full - 100)


@rule("century", {"#"}, r"(?P<n>1[0-9]|2[01])(?:st|nd|rd|th)(?:_|-)centur(?:y|ies)")
def century(match: Match, _at: Site) -> Read | None:
    """The hundred years that begin alike: the 20th century is 1900 to 1999."""
    return Read(century_of(int(match["n"]) * 100 - 100))


@rule(
    "year-spelt",
    {"nineteen", "twenty"},
    rf"(?P<c>nineteen|twenty)(?:_|-)(?P<t>{SPELT})(?:(?:_|-)(?P<o>{ONES}))?(?!_(?:percent|people|years|days|million))",
)
def year_spelt(match: Match, _at: Site) -> Read | None:
    """A year written in words stands by itself."""
    tens = NUMBERS[match["t"]]
    if tens < 20 and match["o"]:
        return None
    ones = NUMBERS[match["o"]] if match["o"] else 0
    return absolute(lambda: year_of(NUMBERS[match["c"]] * 100 + tens + ones))


@rule("before-christ", {"#"}, r"(?P<y>[0-9]{1,5})_?(?:bce?|b\.c\.(?:e\.)?)")
def before_christ(match: Match, at: Site) -> Read | None:
    """Years before the year 1 are not kept."""
    phrase = at.text[match.start() : match.end()]
    return Read(UNKNOWN, problem=f"“{phrase}”: years before the year 1 are not kept.")
