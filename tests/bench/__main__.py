"""The table of what replay and reading take: `python -m tests.bench [ASSERTIONS…] [--rounds N]`.

Each piece of work runs in a process of its own, the floor beside it in the same run; medians are
shown, every run is kept with `--save` in `tests/bench/runs`.
"""

import argparse
import json
import os
import platform
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.generate import generate

ROOT = Path(__file__).parents[2]
SCANS = ("floor", "ledger", "replay", "replay_two")
READS = ("stance", "as_of", "responses", "log_text")
UNSET = ("PYTHONDONTWRITEBYTECODE",)
AS_INSTALLED = {name: value for name, value in os.environ.items() if name not in UNSET}
"""With its bytecode, which each first run of a kind writes where it is not there yet."""
Run = dict[str, Any]


def work(name: str, folder: Path) -> Run:
    """Run one piece of work in a process of its own; `whole_…` is of that process's life."""
    start, spent = time.perf_counter(), _spent()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.work", name, str(folder)],
        cwd=ROOT, env=AS_INSTALLED, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told: Run = json.loads(done.stdout.splitlines()[-1])
    whole = {"whole_seconds": time.perf_counter() - start, "whole_cpu_seconds": _spent() - spent}
    return told | whole


def _spent() -> float:
    """Seconds of processor that all processes started here have taken."""
    of = resource.getrusage(resource.RUSAGE_CHILDREN)
    return of.ru_utime + of.ru_stime


def measure(folder: Path, rounds: int, *, scans: bool = False) -> dict[str, list[Run]]:
    """Every piece of work on one chronicle, several times, the floor beside the replay.

    Args:
        folder: where it is.
        rounds: how often.
        scans: whether that is all, and nothing is asked.
    """
    runs: dict[str, list[Run]] = {}
    for _ in range(rounds):
        for scan in SCANS:
            runs.setdefault(scan, []).append(work(scan, folder))
    if scans:
        return runs
    runs["words"] = [work("words", folder)]
    for read in READS:
        work(read, folder)  # builds the view that it asks
    for _ in range(rounds):
        for read in READS:
            runs.setdefault(read, []).append(work(read, folder))
    runs["alias"] = [work("alias", folder) for _ in range(rounds)]
    return runs


@contextmanager
def chronicle(assertions: int, kept: Path | None) -> Iterator[Path]:
    """The folder of a chronicle with so many assertions; for once, unless it is to be kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = kept / str(assertions) if kept else Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "timeline.db").exists():
            generate(folder / "timeline.db", assertions)
        yield folder


def median(runs: list[Run], field: str) -> float:
    """The median of one figure."""
    return statistics.median(run[field] for run in runs)


def table(assertions: int, runs: dict[str, list[Run]]) -> None:
    """Print medians of one size."""
    print(f"\n{assertions:,} assertions, {runs['floor'][0]['events']:,} events")
    print(f"{'':22}{'events/s':>12}{'of the floor':>14}{'peak MB':>10}")
    for name in ("floor", "ledger", "replay", "words") if "words" in runs else SCANS[:-1]:
        rates = [run["events"] / run["cpu_seconds"] for run in runs[name]]
        pairs = zip(rates, runs["floor"], strict=False)
        ratio = statistics.median(r * f["cpu_seconds"] / f["events"] for r, f in pairs)
        peak = median(runs[name], "peak_mb")
        print(f"{name:22}{statistics.median(rates):12,.0f}{ratio:14.2f}{peak:10,.0f}")
    for one, two in zip(runs["replay"], runs["replay_two"], strict=True):
        faster = one["seconds"] / two["seconds"]
        print(f"replay in two processes: {two['seconds']:.1f} s, {faster:.2f} times as fast as one")
    if "words" in runs:
        _asked(runs)


def _asked(runs: dict[str, list[Run]]) -> None:
    """What is asked: whole processes, and one alias."""
    print(f"{'whole process':22}{'seconds':>12}{'of processor':>14}{'lines':>10}{'peak MB':>10}")
    for name in READS:
        seconds, busy = (median(runs[name], f"whole_{kind}seconds") for kind in ("", "cpu_"))
        lines, peak = runs[name][0]["lines"], median(runs[name], "peak_mb")
        print(f"{name:22}{seconds:12.2f}{busy:14.2f}{lines:10,}{peak:10,.0f}")
    alias = runs["alias"]
    touched = ", ".join(str(run["touched"]) for run in alias)
    wall, busy = (1000 * median(alias, f"catch_up_{kind}seconds") for kind in ("", "cpu_"))
    print(f"one alias that touches {touched} assertions: {wall:.0f} ms, {busy:.0f} of processor")


def about() -> dict[str, str]:
    """Where this was measured."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip
    return {
        "command": " ".join(["python -m tests.bench", *sys.argv[1:]]),
        "commit": commit,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "python": sys.version,  # who built it makes a sixth
        "sqlite": sqlite3.sqlite_version,
    }


def main() -> None:
    """Measure, print, and keep."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("assertions", type=int, nargs="*", default=[100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--save", action="store_true", help="keep every run as JSON")
    parser.add_argument("--scans", action="store_true", help="replay only, ask nothing")
    parser.add_argument("--kept", type=Path, help="where chronicles are kept for another time")
    asked = parser.parse_args()
    print("Rates are of processor time, on one core; the floor ran beside each.")
    for assertions in asked.assertions:
        with chronicle(assertions, asked.kept) as folder:
            runs = measure(folder, asked.rounds, scans=asked.scans)
        table(assertions, runs)
        if asked.save:
            kept = ROOT / "tests" / "bench" / "runs" / f"replay-{assertions}.json"
            kept.parent.mkdir(exist_ok=True)
            told = {"about": about(), "assertions": assertions, "runs": runs}
            kept.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
