"""How well dates are found: the MEANTIME corpus (CC BY 4.0), which is not shipped, as the measure.

Run `python -m tests.quality.dates`. Each gold DATE or TIME that covers calendar days is asked for;
durations, sets and vague references are neither asked for nor punished. `found` is any overlap of
the words, `exact` the same first and last day. Rules were tuned on the documents of even number
only; those of odd number are kept aside and never read, only scored.
"""

import datetime as dt
import json
import re
from pathlib import Path
from typing import NamedTuple

from timeline.errors import BadDate
from timeline.reading.dates import find, header
from timeline.when import UNKNOWN, When

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dates_meantime.jsonl"
ABSENT = f"skipped: the corpus is not here ({GOLD.parent.name}/{GOLD.name} beside the repository)"
VALUE = re.compile(r"(?P<y>\d{3,4})X?(?:-(?P<u>[WQH])?(?P<n>\d\d?)(?:-(?P<d>\d\d|WE))?)?")


class Score(NamedTuple):
    """Counts over some documents: dates asked for, dates given, found, exact."""

    asked: int = 0
    given: int = 0
    found: int = 0
    exact: int = 0

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return 200 * right / max(1, self.asked + self.given)


def days(value: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day of a TIMEX3 value; none where it covers no calendar days."""
    match = VALUE.fullmatch((value or "").partition("T")[0])
    if match is None:
        return None, None
    try:
        when = _when(match)
    except (BadDate, ValueError):
        return None, None
    return when.earliest, when.latest


def _when(match: re.Match[str]) -> When:
    year, unit, number, day = match["y"], match["u"], int(match["n"] or 0), match["d"]
    if len(year) == 3:
        return When.parse(f"{year}X")
    if unit == "W":
        first = 6 if day == "WE" else 1
        week = [dt.date.fromisocalendar(int(year), number, weekday) for weekday in (first, 7)]
        return When.between(*week)
    if unit:
        return When.parse(f"{year}-{number + (32 if unit == 'Q' else 39)}")
    return When.parse("-".join([year, *(part for part in (match["n"], day) if part)]))


def anchor(document: dict) -> When:
    """The document's own date, from the corpus or else from its head."""
    try:
        return When.parse((document["dct"] or "-")[:10])
    except BadDate:
        head = header(document["text"])
        return head.when if head else UNKNOWN


def score(document: dict) -> Score:
    """One document; each found date counts for one gold date at most."""
    marked = [one for one in document["timex"] if one["end"] > one["start"]]
    asked = [one for one in marked if _is_asked(one)]
    ignored = [one for one in marked if not _is_asked(one)]
    given = [
        one
        for one in find(document["text"], anchor(document))
        if any(shared(one, gold) for gold in asked)
        or (one.when.known and not any(shared(one, gold) for gold in ignored))
    ]
    free = dict(enumerate(given))
    found = exact = 0
    for gold in asked:
        best = max(free, key=lambda i: (shared(free[i], gold), i), default=None)
        if best is None or not shared(free[best], gold):
            continue
        when = free.pop(best).when
        found += 1
        exact += (when.earliest, when.latest) == days(gold["value"])
    return Score(len(asked), len(given), found, exact)


def _is_asked(gold: dict) -> bool:
    own = gold.get("functionInDocument") == "CREATION_TIME"
    return gold["type"] in ("DATE", "TIME") and not own and days(gold["value"])[0] is not None


def shared(one, gold: dict) -> int:
    """How many code points a found date and a gold one have in common."""
    return max(0, min(one.end, gold["end"]) - max(one.start, gold["start"]))


def total(documents: list[dict]) -> Score:
    """All documents together."""
    return Score(*(sum(column) for column in zip(*map(score, documents), strict=True)))


def corpus() -> list[dict]:
    """The documents; none where the corpus is not here."""
    if not GOLD.exists():
        return []
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def table(documents: list[dict]) -> str:
    """The measure, as it is printed."""
    rows = [f"{'MEANTIME':12} {'asked':>6} {'given':>6} {'found F1':>9} {'exact F1':>9}"]
    parts = {"all": documents, "tuned on": documents[::2], "kept aside": documents[1::2]}
    for name, part in parts.items():
        one = total(part)
        found, exact = one.f1(one.found), one.f1(one.exact)
        rows.append(f"{name:12} {one.asked:6} {one.given:6} {found:9.1f} {exact:9.1f}")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table(corpus()) if GOLD.exists() else ABSENT)
