"""What reading takes: `python -m tests.bench.reading [--rounds N] [--growth] [--hostile] [--save]`.

Processor time in one process after start-up, in milliseconds for each 500 words, medians of rounds.
A fixed loop runs beside each round: on a busy machine compare ratios to it, not milliseconds.
"""

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from tests.bench.__main__ import ROOT, about
from timeline.actors import Directory, shipped
from timeline.article import Article
from timeline.reading import RULES, act, issues
from timeline.reading.act import Lexicons
from timeline.reading.attribution import attributions
from timeline.reading.dates import find
from timeline.reading.describe import describe
from timeline.reading.ground import ground
from timeline.reading.who import Who
from timeline.when import UNKNOWN, When

SEEDS = ROOT / "seeds"
MEANTIME = ROOT.parent / "shared" / "gold" / "dates_meantime.jsonl"
WORDS = 500
TIMES = (1, 2, 4, 8)
MILLION, FIVE_MB, TEN_MB = 10**6, 5 * 10**6, 10**7
HOSTILE: dict[str, tuple[str, int]] = {
    "“said ” × 20,000": ("said ", 100_000),
    "10^6 straight quotes": ('"', MILLION),
    "10^6 open quotes": ("“", MILLION),
    "10^6 apostrophes": ("'", MILLION),
    "10^6 short quotes, said": ("“a” he said ", MILLION),
    "5 MB of prose on one line": (
        "NATO said on Monday that China “supplies” arms to it. ",
        FIVE_MB,
    ),
    "5 MB of one sentence": ("officials said that according to it China accused, ", FIVE_MB),
    "5 MB of one word": ("a", FIVE_MB),
    "5 MB of HTML": ("<p class='x'>He <b>said</b> &nbsp;so.</p>\n", FIVE_MB),
    "10^6 of invisible and turned": ("N\u200bA\u202eT\u2066O said ", MILLION),
    "10^6 of “according to ”": ("according to ", MILLION),
    "10 MB of digits": ("1234567890", TEN_MB),
    "10 MB of “on on on ”": ("on on on ", TEN_MB),
    "10 MB of “(”": ("(", TEN_MB),
}
Stages = dict[str, list[float]]


def texts() -> dict[str, str]:
    """The seeds, and the documents of MEANTIME in one where they are at hand."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    if MEANTIME.exists():
        lines = MEANTIME.read_text(encoding="utf-8").splitlines()
        found["meantime"] = "\n\n".join(json.loads(line)["text"] for line in lines)
    return found


def article(text: str) -> Article:
    """As `timeline add` reads it: with the date that its head states."""
    made = Article.of(text.encode(), "text")
    published = describe(made.text).published
    return made.model_copy(update={"published": published.text if published.known else None})


def stages(made: Article, who: Who, lexicons: Lexicons) -> dict[str, Callable[[], object]]:
    """What is measured of one article; the later hold the earlier, save `describe`."""
    anchor = When.parse(made.published) if made.published else UNKNOWN
    return {
        "describe": partial(describe, made.text),
        "dates": partial(find, made.text, anchor),
        "attributions": partial(attributions, made.text),
        "ground": partial(ground, made, who, lexicons),
        "read": partial(RULES.read, made),
    }


def loop() -> None:
    """The fixed work beside it: a pure loop over small numbers and a dict, about 5 ms."""
    counts: dict[int, int] = {}
    for i in range(40_000):
        counts[i & 255] = counts.get(i & 255, 0) + i


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call, without what collecting garbage of others takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(rounds: int) -> dict[str, Stages]:
    """Milliseconds for each 500 words, by text and stage, and of the loop beside them."""
    who = Who(Directory.of(shipped().entries))
    lexicons = Lexicons(act.shipped(), issues.shipped())
    work = {}
    for name, text in texts().items():
        work[name] = (len(text.split()) / WORDS, stages(article(text), who, lexicons))
    for _, those in work.values():
        those["read"]()  # warms what is built once in a process
    found: dict[str, Stages] = {name: {} for name in work}
    for _ in range(rounds):
        for name, (share, those) in work.items():
            runs = found[name]
            runs.setdefault("loop", []).append(1000 * seconds(loop))
            for stage, one in those.items():
                runs.setdefault(stage, []).append(1000 * seconds(one) / share)
    return found


def table(found: dict[str, Stages]) -> None:
    """Medians, and in brackets how many loops they are."""
    columns = ("describe", "dates", "attributions", "ground", "read")
    print(f"{'ms for 500 words (loops)':26}" + "".join(f"{name:>16}" for name in columns))
    rows = [{stage: statistics.median(runs[stage]) for stage in runs} for runs in found.values()]
    seeds = rows[: len(list(SEEDS.glob("*.txt")))]
    rows.append({stage: statistics.median(row[stage] for row in seeds) for stage in seeds[0]})
    for name, row in zip([*found, "median of the seeds"], rows, strict=True):
        cells = (f"{row[one]:8.2f} ({row[one] / row['loop']:4.2f})" for one in columns)
        print(f"{name:26}" + "".join(f"{cell:>16}" for cell in cells))
    print(f"the loop: {statistics.median(row['loop'] for row in rows):.2f} ms")


def growth(rounds: int) -> Iterator[tuple[str, list[float]]]:
    """Seconds of reading a text once, twice, four and eight times over."""
    for name, text in texts().items():
        if name == "meantime":
            continue
        made = [article("\n\n".join([text] * times)) for times in TIMES]
        runs = [min(seconds(partial(RULES.read, one)) for _ in range(rounds)) for one in made]
        yield name, runs


def hostile() -> Iterator[tuple[str, float]]:
    """Seconds of describing and reading each hostile text."""
    for name, (unit, size) in HOSTILE.items():
        text = (unit * (size // len(unit) + 1))[:size]
        yield name, seconds(lambda text=text: RULES.read(article(text)))  # type: ignore[misc]


def main() -> None:
    """Measure, print, and keep."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reading", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--growth", action="store_true", help="a text once to eight times over")
    parser.add_argument("--hostile", action="store_true", help="texts made to take long")
    parser.add_argument("--save", action="store_true", help="keep every run as JSON")
    asked = parser.parse_args()
    found = measure(asked.rounds)
    table(found)
    command = " ".join(["python -m tests.bench.reading", *sys.argv[1:]])
    kept: dict[str, object] = {"about": about() | {"command": command}, "milliseconds": found}
    if asked.growth:
        print("\nseconds, a text ×" + ", ×".join(map(str, TIMES)) + "; the last for each of it")
        kept["growth"] = {}
        for name, runs in growth(3):
            each = runs[-1] / TIMES[-1] / runs[0]
            print(f"{name:26}" + "".join(f"{run:9.4f}" for run in runs) + f"{each:9.2f}")
            kept["growth"] |= {name: runs}  # type: ignore[operator]
    if asked.hostile:
        print("\nseconds, processor time")
        kept["hostile"] = {}
        for name, taken in hostile():
            print(f"{name:34}{taken:9.2f}", flush=True)
            kept["hostile"] |= {name: taken}  # type: ignore[operator]
    if asked.save:
        path = ROOT / "tests" / "bench" / "runs" / "reading.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        print(f"kept in {path.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
