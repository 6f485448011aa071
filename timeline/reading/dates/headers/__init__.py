"""The article's own date, from its byline, dateline or header line; or nothing."""

import re
from dataclasses import dataclass

from timeline.reading.dates.engine import find
from timeline.reading.dates.faults import Problem, templates
from timeline.reading.dates.found import Found
from timeline.reading.dates.headers.lines import (
    BYLINE,
    CLEAN,
    DATELINE,
    DATELINED,
    LABEL,
    LATER,
    OUTLET,
    PICTURE,
    PLACED,
    SENT,
    SENT_ON_LINE,
    SOURCE,
    header_lines,
)
from timeline.reading.dates.headers.odd import updated, weekday
from timeline.reading.dates.headers.zones import instants
from timeline.reading.dates.words import MONTHS
from timeline.reading.lexicons import words
from timeline.when import UNKNOWN, When

__all__ = ["Header", "header", "in_dateline", "stamp"]

FULL = ("iso", "month-day-year", "day-month-year", "figures", "figures-year-first")
YEARLESS = ("month-day", "day-month")
DIGIT = re.compile("[0-9]")
LETTERS = re.compile("[a-z]+")
FIGURES = re.compile(r"[0-9][-/.‐‑‒–—―−][0-9]")
"""All of these have this or the name of a month: a line without needs no search."""
RANK = {"label": 0, "byline": 1, "dateline": 1, "line": 2, "source": 2, "updated": 3}


@dataclass(frozen=True, slots=True)
class Header:
    """The article's own date as its head states it. Offsets are code points into the text.

    Attributes:
        when: the day; unknown where the head states one that cannot be read.
        phrase: the words of it, `text[start:end]`, clock and zone included.
        start: where they begin.
        end: where they end.
        rule: label, byline, dateline, line, source or updated; template where none was filled in.
        clock: the time of day as written.
        zone: its zone as written.
        instants: the UTC instants that clock and zone can mean; two where the zone is wrong.
        findings: what is wrong with what the head says of its date.
    """

    when: When
    phrase: str
    start: int
    end: int
    rule: str
    clock: str | None = None
    zone: str | None = None
    instants: tuple[str, ...] = ()
    findings: tuple[Problem, ...] = ()


def header(text: str, upto: int | None = None) -> Header | None:
    """The date that the article states of itself, or None.

    Args:
        text: the article; only its first lines and its last few are looked at.
        upto: where its body begins, if that is known.
    """
    stated: list[tuple[str, Found, int]] = []
    findings: list[Problem] = []
    above = ""
    for offset, line in header_lines(text, upto):
        if holes := templates(line):
            findings += [_moved(hole, offset) for hole in holes]
        for rule, found in _stated(line, above):
            stated.append((rule, found, offset))
        above = line
    best = _best(stated)
    if best is not None:
        return _header(*best, [*findings, *updated(best[1], stated)])
    if findings:
        hole = findings[0]
        return Header(
            UNKNOWN, hole.phrase, hole.start, hole.end, "template", findings=tuple(findings)
        )
    return None


def stamp(text: str) -> Header | None:
    """The date of a text that is nothing but a date: a field of a sheet, an option."""
    found = [one for one in find(text) if one.rule in FULL]
    if len(found) != 1 or text[: found[0].start].strip() or text[found[0].end :].strip():
        return None
    return _header("line", found[0], 0, [])


def in_dateline(copy: str, date: Found) -> bool:
    """Whether a date is of the place and day at the head of a story: "PARIS, March 4 (AFP) - "."""
    begin = copy.rfind("\n", max(0, date.start - DATELINED), date.start) + 1
    if not begin and date.start > DATELINED:
        return False
    before = copy[begin : date.start].lstrip("\ufeff \t*_#")
    placed = DATELINE.match(before) or PLACED.match(before)
    return bool(not before or placed) and SENT.match(copy, date.end) is not None


def _stated(line: str, above: str) -> list[tuple[str, Found]]:
    """The dates on a line that are its article's own, each with the rule that says so.

    `above`: the line before; if that is a byline, "Brussels, 4 October 2024" is of it.
    """
    if not _may_state(line):
        return []
    signed = BYLINE.match(above.lower()) is not None
    return [
        (rule, found)
        for found in find(line)
        if found.rule in FULL + YEARLESS
        and (rule := _role(line, found) or _beside(line, found, signed=signed))
    ]


def _may_state(line: str) -> bool:
    if DIGIT.search(line) is None:
        return False
    found = LETTERS.findall(line.lower())
    return not MONTHS.keys().isdisjoint(found) or FIGURES.search(line) is not None


def _beside(line: str, found: Found, *, signed: bool) -> str | None:
    """The date of a line that has but a place, or an outlet, besides."""
    if found.rule not in FULL or line[found.end :].strip():
        return None
    name = line[: found.start]
    if signed and PLACED.match(name):
        return "byline"
    paper = set(LETTERS.findall(name.lower())) & (
        words("names", "media") | words("names", "outlets")
    )
    return "source" if paper and OUTLET.match(name) else None


def _role(line: str, found: Found) -> str | None:
    """By what rule a date on this line is the article's own; None if it is not."""
    before, right = line[: found.start], line[found.end :]
    left = before.strip("\ufeff \t*_#([|•·")
    placed = DATELINE.match(left) or PLACED.match(before)
    dateline = bool(left and placed and SENT_ON_LINE.match(right))
    clean = CLEAN.match(right) is not None
    if found.rule in YEARLESS or (dateline and not clean):
        return "dateline" if dateline else None
    label = LABEL.search(left.lower() + " ")
    if label and (label["colon"] or clean):
        if len(left) - len(label[0]) > 60:  # the end of a sentence, no label
            return None
        return "updated" if label["label"] in LATER else "label"
    return _unlabelled(before, left) if clean and not PICTURE.search(left) else None


def _unlabelled(before: str, left: str) -> str | None:
    if not left.strip(" -–—,/|"):
        return "line"
    if BYLINE.search(left.lower()):
        return "byline"
    return "source" if SOURCE.match(before) else None


def _best(stated: list[tuple[str, Found, int]]) -> tuple[str, Found, int] | None:
    """The strongest, if it has a year; several bare dates head a chronicle, and none is it."""
    if not stated:
        return None
    whole = [one for one in stated if one[1].rule in FULL]
    best = min(whole or stated, key=lambda one: RANK[one[0]])
    rivals = {str(found.when) for rule, found, _ in stated if rule == "line"}
    if best[0] == "line" and len(rivals) > 1:
        return None
    return best


def _header(rule: str, found: Found, offset: int, findings: list[Problem]) -> Header:
    start, end = found.start + offset, found.end + offset
    faults = list(findings)
    if found.problem:
        faults.append(Problem(start, end, found.phrase, found.problem))
    if found.rule in YEARLESS and not found.problem:
        reason = f"“{found.phrase}” states no year."
        faults.append(Problem(start, end, found.phrase, reason))
    day = found.when.earliest if found.when.earliest == found.when.latest else None
    if day and (wrong := weekday(found.phrase, day)):
        faults.append(Problem(start, end, found.phrase, wrong))
    moments: tuple[str, ...] = ()
    zone = None
    if found.clock and day and re.match(r"[0-9]", found.clock):
        moments, zone, odd = instants(day, found.clock)
        if odd:
            faults.append(Problem(start, end, found.phrase, odd))
    return Header(
        found.when, found.phrase, start, end, rule, found.clock, zone, moments, tuple(faults)
    )


def _moved(problem: Problem, offset: int) -> Problem:
    return Problem(problem.start + offset, problem.end + offset, problem.phrase, problem.reason)
