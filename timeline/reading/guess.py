"""The year of an article that states no date: guessed from the occasion that it names with one.

"at the 2024 summit" in such an article makes "July 2" 2024-07-02?: marked as a guess, with the
words that it rests on, and found anew as soon as somebody dates the article.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.reading.dates import Found, find
from timeline.reading.occasions import Heard
from timeline.reading.values import Span
from timeline.reading.vocabulary import Words
from timeline.when import When

GUESS = "the year of "
"""How the anchor of a date so found begins; the words that it rests on follow."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WIDEST = 31
"""Days; a weekday or a week of an unknown month stays unknown."""


def with_year(
    text: str, words: Words, dates: Sequence[Found], heard: Sequence[Heard]
) -> Sequence[Found]:
    """The dates of an article that states none of its own, as far as a named year tells them.

    Args:
        text: of the article.
        words: of its folded copy.
        dates: as found without an anchor.
        heard: its occasions.
    """
    named = _named(text, heard)
    if named is None or all(date.when.known for date in dates):
        return dates
    year, name = named
    again = find(text, When.parse(year), words)
    return [_guessed(old, new, name) for old, new in zip(dates, again, strict=True)]


def _named(text: str, heard: Sequence[Heard]) -> tuple[str, str] | None:
    """The latest year in the name of an event, and that name."""
    found: list[tuple[str, str]] = []
    for mention in heard:
        if not mention.event:
            continue
        words = text[slice(*Span(*mention.span))]
        found += [(year, words) for year in YEAR.findall(words)]
    return max(found, default=None, key=lambda one: one[0])


def _guessed(old: Found, new: Found, words: str) -> Found:
    first, last = new.when.earliest, new.when.latest
    if old.when.known or first is None or last is None or (last - first).days >= WIDEST:
        return old
    return replace(new, when=new.when.doubtful(), anchor=f"{GUESS}“{words}”")
