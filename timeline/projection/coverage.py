"""What the store can know at all: which times its articles are from, and what was counted."""

from collections import Counter
from collections.abc import Iterable, Sequence

from timeline.projection.contract import Asked
from timeline.projection.sheet import Sentence
from timeline.projection.spoken import Spoken, sharpness
from timeline.when import When

MOST = 8
"""Periods that are told one by one; more of them are told as a span."""


def coverage(asked: Asked, who: str = "") -> Sentence:
    """Which times the articles are from, so that an empty period is not taken for silence."""
    dates = [When.parse(published or "unknown").place for _, _, published in asked.articles]
    known = sorted(date for date in dates if date)
    months = Counter(f"{date:%Y-%m}" for date in known)
    if len(months) > MOST:
        months = Counter(f"{date:%Y}" for date in known)
    if len(months) > MOST:
        months = Counter({f"{known[0]:%Y} to {known[-1]:%Y}": len(known)})
    told = [f"{period} ({count})" for period, count in months.items()]
    if len(known) < len(dates):
        told.append(f"undated ({len(dates) - len(known)})")
    silence = f" an empty year is not a silent {who}." if who else " an empty year is not silence."
    here = ", ".join(told) or "none"
    return Sentence(f"Articles here: {here}. Other times were not looked at:{silence}")


def plural(count: int, one: str, many: str = "") -> str:
    """Count things in words: `1 article`, `2 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def checked(count: int) -> str:
    """How much of it a person has checked, which is never left out."""
    return f"CHECKED BY A PERSON: {count:,}"


def own_words(points: Iterable[Sequence[Spoken]]) -> str:
    """How many points are told in the speaker's own words; that there are none is said aloud."""
    marks = [min(same, key=sharpness).mark for same in points]
    if not marks:
        return "no words"
    own = marks.count("own")
    return f"{own:,} of {plural(len(marks), 'point')} in own words" if own else "NO FULL QUOTE"
