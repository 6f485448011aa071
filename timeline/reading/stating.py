"""Which date of a sentence tells when it was said: not one of its content, nor another speaker's.

A date says when something was said if it stands beside the verb and not in what is asserted, dates
no other clause, and is not the day on which the story was sent.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.reading.dates import Found, in_dateline
from timeline.reading.said import Clocks, dates_within, heard_within
from timeline.reading.values import Attribution, Span
from timeline.reading.years import of_something_else

BOUNDS = frozenset({"since", "until", "by"})
"""A date so bounded is of the matter or the person, not of the saying."""
ASIDE = re.compile(r"(?:, (?:who|which|whose|whom)\b|\()[^,)]*$")
HAD = re.compile(
    r"(?:\w\w(?:ed|ing)|held|made|won|given|struck|set|due|planned|for|of|from|in|until|since|by)"
    r"(?:\s+(?:on|in|at|for|to))?\s*$"
)
SINCE = re.compile(
    r"\b(?:after|before|until|since|because|although|though)\s+"
    r"(?:(?:the|an?)\s+|(?:[\w'-]+\s+){0,4}(?:being|been|was|were)\s+(?:\w+ly\s+)?)?$"
)
"""Before who speaks: "resigned on Wednesday, a day after a committee accused" dates no accusing."""
PAST = frozenset({"born", "elected", "founded", "appointed", "since", "established", "created"})
LATEST_WORDS = re.compile(r"[a-z]+")


class Place(NamedTuple):
    """Where in a sentence something is said."""

    sentence: Span
    contents: Sequence[Span]
    """What is asserted in it, by whomever: dates in there are of the matter."""
    thing: Span | None
    """The content if it is but a thing, the object of the verb: a date at its end is of the
    saying, "criticised the deal on Monday", if no participle has it."""
    clause: int | None
    """Where speaker or verb stands: the day of what was done after that is not its day."""
    beside: Span | None
    """Between its verb and its words: a date there is its own before any other."""
    others: Sequence[Span]
    """The same of whoever else speaks in the sentence."""
    cue: Span | None = None
    speaker: Span | None = None


def place(
    sentence: Span, contents: Sequence[Span], one: Attribution, told: Sequence[Attribution]
) -> Place:
    """Where an attribution stands; `told`: all those of its sentence."""
    judged = one.frame == "judging" and len(one.content) == 1
    clause = min((part.start for part in (one.speaker, one.cue) if part), default=None)
    apart = (other for other in told if other.speaker != one.speaker and other.cue != one.cue)
    others = [_beside(other) for other in apart]
    return Place(
        sentence,
        contents,
        one.content[0] if judged else None,
        clause,
        _beside(one),
        [span for span in others if span],
        one.cue,
        one.speaker,
    )


def _beside(one: Attribution) -> Span | None:
    first = one.content[0].start
    return Span(one.cue.end, first) if one.cue and one.cue.end < first else None


def stated(time: Clocks, at: Place) -> Found | None:
    """The date of saying that the attribution part of a sentence states."""
    found = [date for date in dates_within(time, *at.sentence) if _may_be(time, at, date)]
    own = [date for date in found if at.beside and _inside(date, [at.beside])]
    return next(iter(own or found), None)


def _may_be(time: Clocks, at: Place, date: Found) -> bool:
    if _inside(date, at.contents) and not (at.thing and _ends(time.copy, at.thing, date)):
        return False
    if date.relation in BOUNDS or date.problem or _of_a_name(time, date):
        return False
    if _inside(date, at.others) or _later(time, date):
        return False
    if of_something_else(time.copy, at.cue, at.speaker, date):
        return False
    return not (_elsewhere(time.copy, at, date) or in_dateline(time.copy, date))


def _elsewhere(copy: str, at: Place, date: Found) -> bool:
    """Whether it dates an aside, what somebody became, or the clause before this one."""
    start = at.sentence.start
    before = copy[start : date.start]
    last = LATEST_WORDS.findall(before[-30:].lower())[-2:]
    if ASIDE.search(before) or PAST.intersection(last):
        return True
    since = SINCE.search(copy, date.end, at.clause) if at.clause else None
    return since is not None


def _inside(date: Found, spans: Sequence[Span]) -> bool:
    return any(span.start <= date.start < span.end for span in spans)


def _ends(copy: str, thing: Span, date: Found) -> bool:
    if not thing.start < date.start < thing.end or thing.end - date.end > 1:
        return False
    return HAD.search(copy, thing.start, date.start) is None


def _later(time: Clocks, date: Found) -> bool:
    """Whether all of it lies behind the day the article came out, when nobody can have spoken.

    A date that has its year is left to contradict that day, which may be the wrong one.
    """
    latest, earliest = time.published.latest, date.meant.earliest
    return bool(date.anchor and latest and earliest and earliest > latest)


def _of_a_name(time: Clocks, date: Found) -> bool:
    return any(
        mention.span.start <= date.start and date.end <= mention.span.end
        for mention in heard_within(time, date.start, date.end)
    )
