"""Expressions side by side that belong together: a day and its clock, two ends of a span."""

import re
from dataclasses import replace

from timeline.errors import BadDate
from timeline.reading.dates.found import Found
from timeline.reading.dates.spans import hull
from timeline.when import When

CLOCKS = ("clock", "noon")
DAYS = {"iso", "month-day-year", "day-month-year", "month-day", "day-month", "further-day"}
DAYS |= {"figures", "figures-year-first", "weekday", "weekday-by-direction", "weekday-of-week"}
DAYS |= {"week-weekday", "day-seen-from", "day-next-to", "last-night", "part-of-this-day"}
DAYS |= {"that-day", "holiday", "part-of-day"}
"""Rules that read days, whatever is known of their anchor: spans must not depend on it."""
BEFORE_DAY = re.compile(r",? {0,4}(?:on |of )?(?:\()?")
AFTER_DAY = re.compile(r"(?:,| -| /| \|| at|, at)? {0,4}(?:at )?")


def with_clock(first: Found, second: Found, low: str, text: str) -> Found | None:
    """A clock time and the day beside it are one expression: "10 p.m. Wednesday"."""
    gap = low[first.end : second.start]
    if first.rule in CLOCKS and second.rule not in CLOCKS:
        if BEFORE_DAY.fullmatch(gap) and _is_day(second):
            start = first.start
            return replace(second, start=start, phrase=text[start : second.end], clock=first.clock)
    elif second.rule in CLOCKS and _is_day(first) and not first.clock and AFTER_DAY.fullmatch(gap):
        return replace(
            first, end=second.end, phrase=text[first.start : second.end], clock=second.clock
        )
    return None


def _is_day(found: Found) -> bool:
    return found.rule in DAYS


YEARLESS = ("month-day", "day-month", "month")
OPENING = re.compile(r"(?<![a-z])(from|between) {1,4}(?:the )?(?:early |late |mid[ -])?$")
JOINED = {"from": ("to", "until", "till", "through"), "between": ("and",)}


def with_range(first: Found, second: Found, low: str) -> tuple[Found, Found]:
    """Both ends of "from 2019 to 2021": each keeps its days, and means the span."""
    gap = low[first.end : second.start].strip()
    opening = OPENING.search(low, max(0, first.start - 24), first.start)
    if opening is None or gap not in JOINED[opening[1]]:
        return first, second
    first = _of_one_year(first, second)
    if first.when.earliest is None or second.when.latest is None:
        return first, second
    if first.when.earliest > second.when.latest:
        return first, second
    span = hull(first.when, second.when)
    return replace(first, span=span), replace(second, span=span)


def _of_one_year(first: Found, second: Found) -> Found:
    """A first end without a year takes that of the second, or the one before."""
    start, end = first.when.earliest, second.when.latest
    if first.rule not in YEARLESS or start is None or end is None:
        return first
    if start <= end and (second.anchor is not None or start.year >= end.year - 1):
        return first
    for year in (end.year, end.year - 1):
        try:
            when = When.parse(f"{year:04}{first.when.text[4:]}")
        except BadDate:  # 29 February
            continue
        if when.earliest and when.earliest <= end:
            return replace(first, when=when)
    return first
