"""Years beside a saying that are of something else: "the 2008 race", "elected in 2008, said"."""

import re
from functools import cache

from timeline.reading.dates import Found
from timeline.reading.lexicons import load, words
from timeline.reading.values import Span

COARSE = 27
"""Days between first and last of a date that is no day, week or fortnight."""
NAMED = re.compile(r"(?:19|20)\d\ds?|[A-Z][a-z]+")
"""A year, a decade or a month that may stand before a noun; "last year" does not."""
OWNED = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bduring )(?<!\bthroughout )"
    r"(?:\b(?:the|an?|this|that|its|his|her|their|our|my|your)|['’]s?)\s+"
    r"(?:(?!(?:in|by|of|on|since|from|until|during)\b)[\w-]+\s+)?$",
    re.IGNORECASE,
)
NOUN = re.compile(r"(?:[\s-]+[\w’'-]+){1,4}+")
INTRODUCES = re.compile(
    r"\s*, (?!(?:in|on|at|last|this|early|late|back|some|\w+ing|[\d]+)\b)[^,;]*"
)
"""What stands behind a name and says who it is: ", who led the 2008 campaign"."""
PARTED = re.compile(r",\s+(?:and|but|while|whereas|though|although|yet)\b")
MATTER = re.compile(
    r"\s+(?:of|about)\b[^,;]*|[^;]*, (?:\w+ly )?(?!(?:speaking|writing)\b)\w+ing\b[^,;]*"
)
"""Between the verb and a date of the matter: "said of the harvest in", "said, invoking"."""


def of_something_else(copy: str, cue: Span | None, speaker: Span | None, date: Found) -> bool:
    """Whether a year, a season, a month dates no saying; a day seldom stands for anything else.

    Not because it is later than the article: that may yet get another date, and would then have
    been read otherwise.

    Args:
        copy: the shadow copy of the article.
        cue: the verb of saying.
        speaker: who speaks.
        date: one in the same sentence, beside what is asserted.
    """
    first, last = date.meant.earliest, date.meant.latest
    if first is None or last is None or (last - first).days < COARSE:
        return False
    return _of_a_thing(copy, date) or _beside(copy, cue, speaker, date)


def _of_a_thing(copy: str, date: Found) -> bool:
    """As in "the 2008 race"; who says something in "a 2004 interview" says it then."""
    if not NAMED.fullmatch(copy, date.start, date.end):
        return False
    if not OWNED.search(copy, max(0, date.start - 60), date.start):
        return False
    noun = NOUN.match(copy, date.end)
    return noun is not None and _spoken().isdisjoint(noun[0].lower().split())


@cache
def _spoken() -> frozenset[str]:
    """What is said, or said on: its year is that of saying."""
    return (
        words("roles", "documents")
        | words("names", "occasions")
        | frozenset(load("descriptions")["spoken"]["nouns"].split())
    )


def _beside(copy: str, cue: Span | None, speaker: Span | None, date: Found) -> bool:
    """Whether it stands in who speaks, in another clause, or in what more is told."""
    if cue is None or speaker is None:
        return False
    behind = speaker.end < date.start and not (speaker.end < cue.start < date.start)
    if behind and INTRODUCES.fullmatch(copy, speaker.end, date.end):
        return True
    begin, end = min(cue.start, speaker.start), max(cue.end, speaker.end)
    if date.end <= begin:
        return PARTED.search(copy, date.end, begin) is not None
    if copy[slice(*cue)].endswith((" of", " about")) and cue.end < date.start:
        return {",", ";"}.isdisjoint(copy[cue.end : date.start])
    return date.start >= end and MATTER.fullmatch(copy, end, date.start) is not None
