"""One measured piece of work in a process of its own: seconds, memory, what it did, as JSON.

Run by `python -m tests.bench`; by hand: `python -m tests.bench.work replay FOLDER`.
"""

import io
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from timeline.chronicle import Chronicle, glance

PERSON = "Ba Derlinka"
"""Somebody of whom there is about as much as there is of Canada on China."""
PARTS = ("", "-wal", "-shm")


def library(folder: Path) -> Any:
    """The library over the store in a folder."""
    from timeline.query import Library

    return Library(Chronicle.open(folder / "timeline.db"), folder / "timeline.views.db")


def run_floor(folder: Path) -> dict[str, Any]:
    """Select, decode, insert: nothing else."""
    from tests.bench.floor import floor  # here, since no command that is timed loads it

    target = folder / "floor.db"
    for part in PARTS:
        Path(f"{target}{part}").unlink(missing_ok=True)
    return {"events": floor(folder / "timeline.db", target)}


def run_ledger(folder: Path) -> dict[str, Any]:
    """What the fold has to know, from nothing: all but the views."""
    for part in PARTS:
        Path(f"{folder / 'timeline.views.db'}{part}").unlink(missing_ok=True)
    held = library(folder)
    held.engine.learn(held.engine.head())
    return {"events": held.engine.head()}


def run_replay(folder: Path) -> dict[str, Any]:
    """One view from nothing, with digest and indexes, and the switch; on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return run_replay_two(folder)


def run_replay_two(folder: Path) -> dict[str, Any]:
    """The same with a second process, where there is a second core."""
    held = library(folder)
    (state,) = held.replay("stance")
    return {"events": state.position, "rows": state.rows, "digest": state.digest}


def run_words(folder: Path) -> dict[str, Any]:
    """All words made searchable."""
    from timeline.query import words

    held = library(folder)
    words.index(held.engine, held.engine.head())
    return {"events": held.engine.head()}


def told(folder: Path, *typed: str) -> dict[str, Any]:
    """A command as it is typed, through the command line, to the last line."""
    from timeline.cli import main

    out, held = io.StringIO(), sys.argv
    sys.argv = ["timeline", "--store", str(folder / "timeline.db"), *typed]
    with redirect_stdout(out), redirect_stderr(io.StringIO()), suppress(SystemExit):
        main()
    sys.argv = held
    return {"lines": out.getvalue().count("\n")}


def run_stance(folder: Path) -> dict[str, Any]:
    """What a rarer speaker says of China."""
    return told(folder, "stance", "Canada", "China")


def run_responses(folder: Path) -> dict[str, Any]:
    """Who answered somebody of whom there is about as much as of the pair above."""
    return told(folder, "responses", PERSON)


def run_log_text(folder: Path) -> dict[str, Any]:
    """Two words that stand together seldom."""
    return told(folder, "log", "karen", "tomi", "solva")


def run_as_of(folder: Path) -> dict[str, Any]:
    """The same question as of the middle of the record."""
    middle = glance(folder / "timeline.db").head // 2
    return told(folder, "stance", "Canada", "China", "--as-of", f"#{middle}")


def run_alias(folder: Path) -> dict[str, Any]:
    """Another spelling of a person's name, of some 100 among all: told, and seen at the next read.

    `named` are the assertions in which it stands, `touched` the rows that read differently.
    """
    from timeline.chronicle import Batch, new_envelope, streams
    from timeline.events import AliasAdded

    held = library(folder)
    held.catch_up("stance")
    engine, stream = held.engine, streams.actor(PERSON)
    told = engine.chronicle.stream_version(stream)  # so that each run tells of another name
    alias, named = next(islice(spelt(engine), told, None))
    event = AliasAdded(**new_envelope("Ada"), alias=alias, actor=PERSON)
    engine.chronicle.append(Batch(stream, told, [event]))
    before = engine.builds.live("stance").position
    engine.who.as_of(before)
    engine.fold.rewind(before)
    start, busy = time.perf_counter(), time.process_time()
    held.catch_up("stance")
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    rows = engine.rows("stance", engine.builds.live("stance"))
    touched = len(rows.changed(before, before + 1))
    timed = {"catch_up_seconds": seconds, "catch_up_cpu_seconds": busy}
    return {"named": named, "touched": touched, **timed}


def spelt(engine: Any) -> Iterator[tuple[str, int]]:
    """Names of persons that stand in some 100 assertions, and in how many."""
    from timeline.actors.spelling import key

    found = engine.file.connection.execute(
        "SELECT code, value FROM casts JOIN (SELECT who, count(*) AS n FROM assertions GROUP BY who)"
        " ON who = code WHERE n BETWEEN 40 AND 60 ORDER BY code"
    ).fetchall()
    for _, value in found:
        name = json.loads(value)[1]
        codes = engine.casts.holding([key(name)])
        named = sum(1 for _ in engine.ledger.touching(codes, 1 << 62))
        if 80 <= named <= 120:
            yield name, named


WORK: dict[str, Callable[[Path], dict[str, Any]]] = {
    "floor": run_floor,
    "ledger": run_ledger,
    "replay": run_replay,
    "replay_two": run_replay_two,
    "words": run_words,
    "stance": run_stance,
    "responses": run_responses,
    "log_text": run_log_text,
    "as_of": run_as_of,
    "alias": run_alias,
}


def peak_mb() -> float:
    """The most memory that this process ever held; `ru_maxrss` would begin with its parent's."""
    told = Path("/proc/self/status")
    if told.exists():
        line = next(line for line in told.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Do one piece of work, and say what it took."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    wall, cpu = time.perf_counter(), time.process_time()
    did = WORK[name](folder)
    did |= {
        "seconds": time.perf_counter() - wall,
        "cpu_seconds": time.process_time() - cpu,
        "peak_mb": peak_mb(),
    }
    print(json.dumps(did))


if __name__ == "__main__":
    main()
