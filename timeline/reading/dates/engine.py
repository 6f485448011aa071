"""The scan: at each word that can begin a date, the longest rule that reads one."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from timeline.reading.dates import rules  # noqa: F401 - importing them registers them
from timeline.reading.dates.context import around
from timeline.reading.dates.found import Found
from timeline.reading.dates.joining import DAYS, with_clock, with_range
from timeline.reading.dates.rule import RULES, Read, Rule, Site
from timeline.reading.dates.shadow import in_address, shadow
from timeline.reading.dates.spans import hull
from timeline.reading.dates.words import MONTH, UNIT
from timeline.reading.vocabulary import Known, Words
from timeline.when import When

NUMBER = re.compile(
    r"[12][0-9]{3}(?![0-9])|[0-9]{1,6}(?:[-/.:][0-9]|st|nd|rd|th|'?s|(?:-| {0,4})"
    rf"(?:{MONTH}|{UNIT}|[ap]\.?m|seconds?|minutes?|hours?|to|and|or|through|until|till|of|b\.?c\.?e?"
    r"|gmt|utc|more|full|straight|consecutive|business|working|long|whole)(?![a-z])|- ?[0-9])"
)
"""What a number must look like, with what follows, to be worth a rule's trouble."""
ARTICLE = re.compile(
    r"the {1,4}(?:same|following|next|previous|preceding|latest|quarter|period|day|year|full|whole"
    r"|entire|fiscal|current|early|mid|late|morning|afternoon|evening)(?![a-z])"
    r"|an? {1,4}(?:few|couple|number|half|full|long|whole|[dwfmqyhc][a-z]{2,8})(?![a-z])"
)
"""What must follow an article for the two to begin a date or a length of time."""
BEGINNING = re.compile(r"[a-z]+|[0-9]+[a-z]{0,2}")
LONGEST = 16
NO_DATE = "no-date"
"""The rule of what looks like a date and is none: it is read, so that nothing within it is."""


def find(text: str, anchor: When | None = None, words: Words | None = None) -> list[Found]:
    """The dates that a text states, in order, never overlapping.

    Args:
        text: English prose; offsets are code points into it.
        anchor: the article's own date. None or unknown: relative dates are still found, without
            bounds, so that finding again with an anchor gives the same spans.
        words: of its folded copy (`timeline.reading.dates.shadow`), where they are at hand.
    """
    words = words or Words.of(shadow(text))
    page = Page(text, words.low, _days(anchor))
    found: list[Found] = []
    for one in _scan(page, words):
        if found and (joined := with_clock(found[-1], one, page.low, text)):
            found[-1] = joined
            continue
        found.append(one)
        if len(found) > 1:
            found[-2:] = with_range(found[-2], one, page.low)
    return found


class Page(NamedTuple):
    """A text, its folded copy, and the days that its anchor can be: none, one, or two ends."""

    text: str
    low: str
    days: tuple[dt.date | None, ...]


def _days(anchor: When | None) -> tuple[dt.date | None, ...]:
    if anchor is None or not anchor.known:
        return (None,)
    if anchor.earliest == anchor.latest:
        return (anchor.earliest,)
    return anchor.earliest, anchor.latest


@cache
def _index() -> dict[str, tuple[Rule, ...]]:
    """The rules that can begin with each word; "#" is any other number."""
    words = {word for rule in RULES.values() for word in rule.starts}
    return {
        word: tuple(
            one
            for one in RULES.values()
            if word in one.starts or (word[0].isdigit() and "#" in one.starts)
        )
        for word in words
    }


def _begun(word: str) -> tuple[str, tuple[Rule, ...]] | None:
    """With what letters or digits a word begins, and the rules that can begin so, if any."""
    found = BEGINNING.match(word)
    if found is None or len(found[0]) > LONGEST:
        return None
    index = _index()
    candidates = index.get(found[0]) or (index["#"] if found[0][0] <= "9" else None)
    return (found[0], candidates) if candidates else None


BEGUN = Known(_begun)


def _scan(page: Page, words: Words) -> Iterator[Found]:
    low, before, told, end = page.low, None, None, 0
    begun = [(start, *known) for known, places in BEGUN.among(words) for start in places]
    begun.sort(key=itemgetter(0))
    for start, letters, candidates in begun:
        if start < end or not _may_begin(low, start, letters, before):
            continue
        one = _at(page, start, candidates, (before, told))
        if one is None or in_address(low, one.start, one.end):
            continue
        if one.start < end:  # "late Monday, early Tuesday": what is taken is taken
            one = replace(one, start=start, phrase=page.text[start : one.end])
        end = one.end
        if one.rule != NO_DATE:
            before, told = one, one if one.rule in DAYS else told
            yield one


def _may_begin(low: str, start: int, word: str, before: Found | None) -> bool:
    """Whether the word stands free, and if it is a number, in surroundings of a date."""
    if start and (low[start - 1].isalnum() or low[start - 1] == "_"):
        return False
    if word in ("the", "a", "an"):
        return ARTICLE.match(low, start) is not None
    if word[0] > "9" or low[start - 1 : start] == "'" or NUMBER.match(low, start):
        return True
    return before is not None and start - before.end < 8  # "April 24 and 25", "11 July, 10:15"


def _at(
    page: Page, start: int, candidates: tuple[Rule, ...], seen: tuple[Found | None, Found | None]
) -> Found | None:
    """What the rule with the longest match reads here; one that declines leaves it to the next."""
    low = page.low
    matches = [(m.end(), rule, m) for rule in candidates if (m := rule.pattern.match(low, start))]
    matches.sort(key=lambda found: -found[0])
    for end, rule, match in matches:
        sites = [Site(page.text, low, start, end, day, *seen) for day in page.days]
        reads = [rule.read(match, site) for site in sites]
        first, last = reads[0], reads[-1]
        if first is not None and last is not None:
            return _found(sites[0], rule.name, _merged(first, last))
    return None


def _merged(first: Read, last: Read) -> Read:
    """With an anchor of several days: from what its first day makes of it to what its last does.

    Where the two differ in the year only ("July 2" in an article of 2024), it is that of the last.
    """
    if first == last or not (first.when.known or last.when.known):
        return first
    if len(last.when.text) > 4 and first.when.text[4:] == last.when.text[4:]:
        return last
    return first._replace(when=hull(first.when, last.when))


def _found(at: Site, rule: str, read: Read) -> Found:
    start, part, relation = around(at.low, at.start, at.end)
    if rule == NO_DATE:
        start = at.start
    rests_on = read.rests_on
    if read.anchor == "mention" and rests_on is None and at.before:
        rests_on = (at.before.start, at.before.end)
    return Found(
        start=start,
        end=at.end,
        phrase=at.text[start : at.end],
        when=read.when,
        rule=rule,
        anchor=read.anchor,
        rests_on=rests_on,
        part=read.part or part,
        relation=relation,
        clock=read.clock,
        occasion=read.occasion,
        offset=read.offset,
        problem=read.problem,
    )
