"""The scan: at each word that can begin a date, the longest rule that reads one."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from timeline.reading.dates import rules  # noqa: F401 - importing them registers them
from timeline.reading.dates.context import around
from timeline.reading.dates.found import Found
from timeline.reading.dates.joining import with_clock, with_range
from timeline.reading.dates.rule import RULES, Read, Rule, Site
from timeline.reading.dates.shadow import in_address, shadow
from timeline.reading.dates.spans import hull
from timeline.reading.dates.words import MONTH, UNIT
from timeline.when import When

NUMBER = re.compile(
    r"[12][0-9]{3}(?![0-9])|[0-9]{1,6}(?:[-/.:][0-9]|st|nd|rd|th|'?s|(?:-| {0,4})"
    rf"(?:{MONTH}|{UNIT}|[ap]\.?m|seconds?|minutes?|hours?|to|and|or|through|until|till|of|b\.?c"
    r"|gmt|utc|more|full|straight|consecutive|business|working|long|whole)(?![a-z])|- ?[0-9])"
)
"""What a number must look like, with what follows, to be worth a rule's trouble."""
WORD = re.compile(r"[a-z]+|[0-9]+[a-z]{0,2}")
LONGEST = 16


def find(text: str, anchor: When | None = None) -> list[Found]:
    """The dates that a text states, in order, never overlapping.

    Args:
        text: English prose; offsets are code points into it.
        anchor: the article's own date. None or unknown: relative dates are still found, without
            bounds, so that finding again with an anchor gives the same spans.
    """
    days = _days(anchor)
    low = shadow(text)
    found: list[Found] = []
    for one in _scan(text, low, days):
        if found and (joined := with_clock(found[-1], one, low, text)):
            found[-1] = joined
            continue
        found.append(one)
        if len(found) > 1:
            found[-2:] = with_range(found[-2], one, low)
    return found


def _days(anchor: When | None) -> tuple[dt.date | None, ...]:
    if anchor is None or not anchor.known:
        return (None,)
    if anchor.earliest == anchor.latest:
        return (anchor.earliest,)
    return anchor.earliest, anchor.latest


@cache
def _index() -> dict[str, tuple[Rule, ...]]:
    """The rules that can begin with each word."""
    words = {word for rule in RULES.values() for word in rule.starts}
    return {
        word: tuple(
            one
            for one in RULES.values()
            if word in one.starts or (word[0].isdigit() and "#" in one.starts)
        )
        for word in words
    }


def _scan(text: str, low: str, days: tuple[dt.date | None, ...]) -> Iterator[Found]:
    index, numbers = _index(), _index()["#"]
    before: Found | None = None
    end = 0
    for word in WORD.finditer(low):
        start = word.start()
        candidates = index.get(word[0]) or (numbers if word[0][0] <= "9" else None)
        if candidates is None or start < end or word.end() - start > LONGEST:
            continue
        if start and (low[start - 1].isalnum() or low[start - 1] == "_"):
            continue
        if word[0][0] <= "9" and not (_beside(before, start) or NUMBER.match(low, start)):
            continue
        one = _at(text, low, start, candidates, days, before)
        if one is None or in_address(low, one.start, one.end):
            continue
        if one.start < end:
            one = replace(one, start=start, phrase=text[start : one.end])
        end = one.end
        if one.rule == SKIP:
            continue
        before = one
        yield one


SKIP = "no-date"


def _beside(before: Found | None, start: int) -> bool:
    """Whether a number may go on with the date before it: "April 24 and 25", "11 July, 10:15"."""
    return before is not None and start - before.end < 8


def _at(
    text: str,
    low: str,
    start: int,
    candidates: tuple[Rule, ...],
    days: tuple[dt.date | None, ...],
    before: Found | None,
) -> Found | None:
    """What the rule with the longest match reads here; a rule that declines leaves it to the next."""
    matches = [(m.end(), rule, m) for rule in candidates if (m := rule.pattern.match(low, start))]
    matches.sort(key=lambda found: -found[0])
    for end, rule, match in matches:
        sites = [Site(text, low, start, end, day, before) for day in days]
        reads = [rule.read(match, site) for site in sites]
        first, last = reads[0], reads[-1]
        if first is None or last is None:
            continue
        return _found(text, low, rule, (start, end), _merged(first, last), before)
    return None


def _merged(first: Read, last: Read) -> Read:
    if first == last:
        return first
    if not first.when.known and not last.when.known:
        return first
    return first._replace(when=hull(first.when, last.when))


def _found(
    text: str, low: str, rule: Rule, span: tuple[int, int], read: Read, before: Found | None
) -> Found:
    start, part, relation = around(low, *span)
    if rule.name == SKIP:
        start = span[0]
    by_mention = read.anchor == "mention" and before is not None
    return Found(
        start=start,
        end=span[1],
        phrase=text[start : span[1]],
        when=read.when,
        rule=rule.name,
        anchor=read.anchor,
        rests_on=(before.start, before.end) if by_mention and before else None,
        part=read.part or part,
        relation=relation,
        clock=read.clock,
        occasion=read.occasion,
        offset=read.offset,
        problem=read.problem,
    )
