"""What hangs on an occasion: `a few days before the summit`, `just a day after the communique`."""

from timeline.reading.dates.rule import Match, Read, Site, after_told, rule
from timeline.reading.dates.rules.shifts import how_many, singular
from timeline.reading.dates.words import COUNT, DAYS_OF, OCCASIONS, STARTS_COUNT, any_of
from timeline.when import UNKNOWN, When

UNIT = r"(?:moments?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?)"
NAME = r"(?:the|this|that|its|their|his|her|our|a|an|[a-z]{2,15}'s?)_(?:[\w'.-]{1,20}_){0,5}?"
HEAD = any_of(OCCASIONS).replace(" ", "_")
OCCASION = rf"(?P<o>{NAME}(?:{HEAD}(?![a-z])(?:_(?={HEAD}))?){{1,3}})"


@rule(
    "before-occasion",
    STARTS_COUNT | {"just", "only", "days", "weeks", "months", "hours", "years"},
    rf"(?:(?:just|only|barely)_)?(?:(?P<n>{COUNT})(?:_|-))?(?P<u>{UNIT})_(?P<way>before|after|following|ahead_of|prior_to|since)_{OCCASION}",
)
def from_occasion(match: Match, _at: Site) -> Read | None:
    """So many days before or after an occasion: known once the occasion's day is."""
    unit = singular(match["u"])
    low, high = how_many(match["n"]) if match["n"] else (2, 10)
    size = DAYS_OF[unit]
    first, last = int(low * size), int(high * size)
    if size > 1:  # "two weeks after" is not meant to the day
        first, last = first - size // 2, last + size // 2
    before = match["way"] in ("before", "ahead of", "prior to")
    offset = (-last, -first) if before else (first, last)
    return Read(UNKNOWN, "occasion", occasion=match.span("o"), offset=offset)


@rule(
    "same-day",
    {"earlier", "later", "early", "late"},
    r"(?:earlier|later|early|late)_(?:in_the|that|on_that|in_that|the)_(?:same_)?day",
)
def same_day(_match: Match, at: Site) -> Read | None:
    """Earlier or later in the day: the day of the occasion told of.

    Until that is known, the day of the date mentioned before, or else the article's own.
    """
    return after_told(When.day, at)._replace(offset=(0, 0))
