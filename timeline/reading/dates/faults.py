"""Faults of the dates in a text, as values: the words, their place, and why they say no date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.reading.dates.engine import find

OPENING = re.compile(r"[\[{<%]")
BRACKETED = re.compile(
    r"\[(?:[A-Za-z' ]{0,20} )?(?:[Dd]ate|DATE)(?: [A-Za-z ]{1,20})?\]"
    r"|\[[Mm]onth,? [Dd]ay,? [Yy]ear\]"
    r"|\{\{? ?[A-Za-z_. ]{0,30}(?:[Dd]ate|DATE)[A-Za-z_. ]{0,20}\}?\}|<[A-Za-z_ ]{0,20}[Dd]ate>"
    r"|%[A-Za-z_]{0,20}(?:date|DATE)%"
)
LETTERED = re.compile(
    r"\b(?:DD|dd|MM|mm)[/.-](?:MM|mm|DD|dd)[/.-](?:YYYY|yyyy|YY|yy)\b"
    r"|\b(?:YYYY|yyyy)[/.-](?:MM|mm)[/.-](?:DD|dd)\b"
)
DIGIT = r"[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]"
OTHER_DIGITS = re.compile(
    rf"{DIGIT}{{1,4}}(?:[/.-]{DIGIT}{{1,2}}[/.-]{DIGIT}{{1,4}}|{DIGIT}{{0,4}})"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault: `text[start:end]` is `phrase`, `reason` is a sentence. Offsets are code points."""

    start: int
    end: int
    phrase: str
    reason: str


def problems(text: str) -> list[Problem]:
    """Every fault of a date in the text, in order: impossible, ambiguous, unfilled, unreadable."""
    dates = [
        Problem(one.start, one.end, one.phrase, one.problem) for one in find(text) if one.problem
    ]
    return sorted([*dates, *templates(text), *other_digits(text)], key=lambda one: one.start)


def templates(text: str) -> list[Problem]:
    """Places where a program was to put a date and did not: `[Current Date]`, `DD/MM/YYYY`."""
    if OPENING.search(text) is None and "YY" not in text and "yy" not in text:
        return []
    return [
        Problem(
            hole.start(), hole.end(), hole[0], f"“{hole[0]}” is a template that was not filled."
        )
        for hole in sorted(_holes(text), key=re.Match.start)
    ]


def _holes(text: str) -> Iterator[re.Match[str]]:
    # Most texts have few of the marks: to look for one letter is quicker than for a pattern.
    free = 0
    for mark in OPENING.finditer(text):
        if mark.start() >= free and (hole := BRACKETED.match(text, mark.start())):
            free = hole.end()
            yield hole
    if "YY" in text or "yy" in text:
        yield from LETTERED.finditer(text)


def other_digits(text: str) -> list[Problem]:
    """Numbers like years or dates in digits other than 0-9: they are not read."""
    if text.isascii():
        return []
    return [
        Problem(
            one.start(),
            one.end(),
            one[0],
            f"“{one[0]}” is not written with the digits 0-9: not read.",
        )
        for one in OTHER_DIGITS.finditer(text)
        if len(one[0]) >= 4
    ]
