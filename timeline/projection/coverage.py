"""What the store can know at all: which times its articles are from, and what was counted."""

from collections import Counter
from collections.abc import Iterable, Sequence

from timeline.projection.asked import Asked
from timeline.projection.sheet import Mark, Sentence
from timeline.when import When

YEAR, MONTH, DAY = len("2024"), len("2024-07"), len("2024-07-09")
MOST = 8
"""Periods that are told one by one; more of them are told as a span."""


def coverage(asked: Asked, who: str = "") -> Sentence:
    """Which times the articles are from, so that an empty period is not taken for silence."""
    dates = [(_day(text), count) for text, count in asked.published.items()]
    known = sorted((date, count) for date, count in dates if date)
    total = sum(count for _, count in known)
    months = _by(MONTH, known)
    if len(months) > MOST:
        months = _by(YEAR, known)
    if len(months) > MOST:
        months = Counter({f"{known[0][0][:YEAR]} to {known[-1][0][:YEAR]}": total})
    told = [f"{period} ({count})" for period, count in months.items()]
    if total < len(asked.articles):
        told.append(f"undated ({len(asked.articles) - total})")
    silence = f" an empty year is not a silent {who}." if who else " an empty year is not silence."
    here = ", ".join(told) or "none"
    return Sentence(f"Articles here: {here}. Other times were not looked at:{silence}")


def _day(text: str) -> str:
    """The day under which an article is sorted; empty if it has none. Mostly it says so itself."""
    if len(text) == DAY and text.replace("-", "").isdigit():
        return text
    place = When.parse(text).place
    return place.isoformat() if place else ""


def _by(period: int, dates: Iterable[tuple[str, int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for date, count in dates:
        counts[date[:period]] += count
    return counts


def plural(count: int, one: str, many: str = "") -> str:
    """Count things in words: `1 article`, `2 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def checked(count: int) -> str:
    """How much of it a person has checked, which is never left out."""
    return f"CHECKED BY A PERSON: {count:,}"


def own_words(marks: Sequence[Mark]) -> str:
    """How many points are told in the speaker's own words; that there are none is said aloud."""
    if not marks:
        return "no words"
    own = marks.count("own")
    return f"{own:,} of {plural(len(marks), 'point')} in own words" if own else "NO FULL QUOTE"
