"""How well answers and repetitions are found: hand-marked articles against what the views make.

An answer counts as linked where the statement that holds it answers the one that holds what the
gold says it answers; a repetition as grouped where both stand in one point of one statement, or
the reader found the same words printed again. The articles are put into a store as by
`timeline add`: `python -m tests.quality.links [SET | ARTICLE …] [--show]`.
"""

import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from tests.quality.assertions import MORE, SEEDS, Score, covers, gold_rows, report
from timeline.add import add
from timeline.chronicle import Chronicle
from timeline.chronicle.hardening import Hardening
from timeline.projection.exchanges import exchanges
from timeline.projection.spoken import SPEECH, Spoken
from timeline.projection.statements import Group, group
from timeline.query import Filters, Library
from timeline.query.held import held

Stored = list[tuple[Spoken, dict[str, Any]]]
"""What was read of one article, each with its whole record."""


def score(*names: str) -> Score:
    """Put the marked articles named, or else the seeds, into one store, and count."""
    rows = defaultdict(list)
    for row in gold_rows(*names):
        rows[row["doc"]].append(row)
    read = stored(rows.keys() | (set() if names else {path.name for path in SEEDS.iterdir()}))
    result = Score(Counter(), {}, [])
    everything = [one for found in read.values() for one, _ in found]
    groups = group(one for one in everything if one.form in SPEECH and one.counts)
    answered = _answered(groups)
    points = [{one.id for one in same} for each in group(everything) for same in each.points]
    for doc, asked in rows.items():
        by_number = {row["i"]: row for row in asked}
        for row in asked:
            if (to := row.get("responds_to")) is not None:
                _answer(row, by_number[to], read[doc], answered, result)
            if (to := row.get("dup_of")) is not None:
                _repetition(row, by_number[to], read[doc], points, result)
        _others(asked, read[doc], answered, result)
    return result


def stored(docs: set[str]) -> dict[str, Stored]:
    """What was read, by file name, as it stands in a store that all of them were added to."""
    found: dict[str, Stored] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timeline.db"
        chronicle = Chronicle.create(path, hardening=Hardening(full=False))
        paths = [next(at / doc for at in (SEEDS, MORE) if (at / doc).exists()) for doc in docs]
        list(add(chronicle, sorted(paths), "a reader"))
        library = Library(chronicle, path.with_suffix(".views.db"))
        names = {one.id: one.name for one in library.articles()}
        for one in held(library, Filters(everything=True, status=())):
            found[names[one.standing.article]].append((Spoken.of(one.standing), one.record))
        library.close()
        chronicle.close()
    return found


def _answered(groups: list[Group]) -> dict[str, set[str]]:
    """By what is in an answer: all that is in what it answers."""
    found = {}
    for thread in exchanges(groups):
        for answer in thread.answers:
            to = {one.id for part in answer.to for one in part.entries}
            found |= {one.id: to for one in answer.group.entries}
    return found


def _at(row: dict[str, Any], found: Stored) -> list[Spoken]:
    """What was read at a gold row, the best first."""
    fits = [
        (covers(record["asserted_start"], record["asserted_end"], row), one)
        for one, record in found
    ]
    return [one for fit, one in sorted(fits, key=lambda each: -each[0]) if fit]


def _answer(row, to, found, answered, result) -> None:
    total, _, misses = result
    total["answers"] += 1
    mine, theirs = _at(row, found), {one.id for one in _at(to, found)}
    if any(theirs & answered.get(one.id, set()) for one in mine):
        total["linked"] += 1
    else:
        why = "not read" if not mine else "what it answers was not read" if not theirs else ""
        linked = [one.asserted[:60] for one in mine if one.id in answered]
        told = f"{row['doc'][:8]}#{row['i']} {row['quote'][:100]} {why or linked or 'no answer'}"
        misses.append(("answer", told))


def _repetition(row, to, found, points, result) -> None:
    total, _, misses = result
    total["repeated"] += 1
    again = any(
        start < row["end"] and row["start"] < end
        for one in _at(to, found)
        for start, end in _repeats(one, found)
    )
    mine, theirs = ({one.id for one in _at(each, found)} for each in (row, to))
    if again or any(mine & same and theirs & same for same in points):
        total["grouped"] += 1
    else:
        misses.append(("repetition", f"{row['doc'][:8]}#{row['i']} {row['quote'][:100]}"))


def _repeats(one: Spoken, found: Stored) -> list[tuple[int, int]]:
    record = next(record for each, record in found if each.id == one.id)
    spans = record.get("repeats") or []
    return list(zip(spans[::2], spans[1::2], strict=True))


def _others(asked, found, answered, result) -> None:
    """Answers that the gold does not know of."""
    marked = {
        one.id for row in asked if row.get("responds_to") is not None for one in _at(row, found)
    }
    known = {one.id for row in asked for one in _at(row, found)[:1]}
    total, _, misses = result
    for one, _ in found:
        if one.id in answered and one.id not in marked and one.id in known:
            total["others"] += 1
            misses.append(("no answer", f"{one.handle} {one.actor}: {one.asserted[:100]}"))


def table(result: Score, title: str) -> str:
    """The figures as one line of text."""
    t = result.total
    return (
        f"{title}: answers linked to what they answer {t['linked']}/{t['answers']}"
        f" (others {t['others']}), repetitions grouped {t['grouped']}/{t['repeated']}"
    )


def main(asked: list[str]) -> None:
    """Print the figures of links."""
    report(asked, score, lambda counted, name: table(counted, f"Links, hand-marked: {name}"))


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
