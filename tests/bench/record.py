"""How fast the record is written and read, beside plain sqlite3 in the same run.

Run `python -m tests.bench.record`; `--json` prints every run.
"""

import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timeline.chronicle import (
    Batch,
    Chronicle,
    Recorded,
    decode,
    encode,
    fields,
    new_envelope,
    streams,
)
from timeline.events import AssertionRecorded

ROUNDS = 5


def event(number: int) -> AssertionRecorded:
    """Make an assertion as articles have them; about 900 bytes stored."""
    start = 1000 + number
    return AssertionRecorded(
        **new_envelope("rules/1"),
        id=f"6f0d3c1e-0a52-5d0b-9d2c-{number:012x}",
        handle=f"4503a945@{start}",
        article="0d9c8b7a-1f2e-5a3b-8c4d-5e6f70819203",
        passage_start=start - 33,
        passage_end=start + 122,
        asserted="condemning NATO's statements as reminiscent of Cold War rhetoric",
        asserted_start=start,
        asserted_end=start + 64,
        speaker="China",
        speaker_start=start - 32,
        speaker_end=start - 27,
        speaker_name="China",
        speaker_name_start=10,
        speaker_name_end=15,
        speaker_kind="country",
        authority="office",
        targets=["NATO"],
        targets_start=[start + 11],
        targets_end=[start + 15],
        targets_name=["NATO"],
        targets_name_start=[3],
        targets_name_end=[7],
        act="accuse",
        family="accuse",
        sign=-1,
        cue="condemning",
        cue_start=start,
        cue_end=start + 10,
        said="2024-07-11",
        said_basis="stated",
        said_rule="weekday",
        said_anchor="published",
        said_phrase="on Thursday",
        said_phrase_start=start + 90,
        said_phrase_end=start + 101,
        method="rules/1",
        pattern="participle",
        confidence=86,
    )


def plain(path: Path) -> sqlite3.Connection:
    """Open the floor: one table, an index, WAL, FULL, and nothing else."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE e (p INTEGER PRIMARY KEY, s TEXT, v INTEGER, n TEXT, d BLOB, UNIQUE (s, v))"
    )
    return connection


def insert(connection: sqlite3.Connection, rows: list[tuple[str, int, str, bytes]]) -> None:
    """Insert rows that are encoded already, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO e (s, v, n, d) VALUES (?, ?, ?, ?)", rows)
    connection.execute("COMMIT")


def rate(count: int, act: Callable[[], object]) -> float:
    """Tell how many a second."""
    start = time.perf_counter()
    act()
    return count / (time.perf_counter() - start)


def appended(folder: Path, size: int, count: int) -> tuple[float, float]:
    """Append `count` events, `size` at a time: rate of the chronicle, rate of plain sqlite3."""
    events = [event(number) for number in range(count)]
    states = [encode(each) for each in events]
    with Chronicle.create(folder / "timeline.db") as chronicle:
        chronicle.append(Batch("warm", 0, [event(0)]))

        def ours() -> None:
            for i in range(0, count, size):
                chronicle.append(Batch(streams.dossier(f"{i:032x}"), 0, events[i : i + size]))

        connection = plain(folder / "plain.db")

        def theirs() -> None:
            for i in range(0, count, size):
                stream = streams.dossier(f"{i:032x}")
                part = states[i : i + size]
                insert(connection, [(stream, v, events[0].NAME, s) for v, s in enumerate(part, 1)])

        rates = rate(count, ours), rate(count, theirs)
        connection.close()
    return rates


def read(folder: Path, count: int) -> dict[str, tuple[float, float]]:
    """Read `count` events back: rows, fields, checked events; beside plain sqlite3."""
    with Chronicle.create(folder / "timeline.db") as chronicle:
        for i in range(0, count, 1000):
            batch = [event(i + j) for j in range(1000)]
            chronicle.append(Batch(streams.dossier(f"{i:032x}"), 0, batch))
        found = {
            "read rows, in pages": rate(count, lambda: walk(chronicle)),
            "read fields": rate(count, lambda: walk(chronicle, fields)),
            "read checked events": rate(count, lambda: walk(chronicle, decode)),
        }
    floor = rate(count, lambda: walk_plain(folder / "timeline.db"))
    return {name: (each, floor) for name, each in found.items()}


def walk(chronicle: Chronicle, take: Callable[[Recorded], object] | None = None) -> None:
    """Read all pages, and take each event."""
    for page in chronicle.pages():
        if take:
            for recorded in page:
                take(recorded)


def walk_plain(path: Path) -> None:
    """Read the same columns with nothing between."""
    connection = sqlite3.connect(path)
    cursor = connection.execute(
        "SELECT rowid, originator_id, originator_version, topic, state FROM stored_events "
        "ORDER BY rowid"
    )
    while cursor.fetchmany(1000):
        pass
    connection.close()


def about() -> dict[str, object]:
    """Tell what was measured, and where."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return {
        "command": "python -m tests.bench.record --json",
        "commit": commit.stdout.strip(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "bytes of an event": len(encode(event(0))),
        "each run": "events a second: ours, plain sqlite3",
    }


def main() -> None:
    """Measure, and print medians."""
    runs: dict[str, list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        for name, size, count in (("single", 1, 1000), ("batches of 100", 100, 20_000)):
            with tempfile.TemporaryDirectory() as folder:
                runs.setdefault(f"append, {name}", []).append(appended(Path(folder), size, count))
        with tempfile.TemporaryDirectory() as folder:
            for name, pair in read(Path(folder), 20_000).items():
                runs.setdefault(name, []).append(pair)
    if "--json" in sys.argv:
        print(json.dumps(about() | {"runs": runs}, indent=1))
        return
    print(
        f"{'events a second, median of ' + str(ROUNDS):34}{'ours':>10}{'sqlite3':>10}{'ratio':>8}"
    )
    for name, rates in runs.items():
        ours, floor = (statistics.median(column) for column in zip(*rates, strict=True))
        ratio = statistics.median(a / b for a, b in rates)
        print(f"{name:34}{ours:10,.0f}{floor:10,.0f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
