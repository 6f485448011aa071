"""Measures `export --full`, `import` and `verify`: `python -m tests.bench.carry [ASSERTIONS]`.

A file is made of articles with twenty assertions each, every word of which stands in its text.
Each step is a process of its own, so that its memory is its own.
"""

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid5

from pydantic_core import to_json

from timeline.article import ARTICLES
from timeline.chronicle import ArticleBytes, Recorded, streams
from timeline.transfer import form

EACH = 20
NAMES = ("NATO", "China", "Russia", "Ukraine", "the European Union", "Japan", "Brazil")
ENVELOPE = {"at": "2026-11-21T10:02:11.000000Z", "by": "rules/1"}


def text_of(number: int) -> tuple[str, list[tuple[int, str, str, str]]]:
    """An article's text, and of each sentence its start, who, whom, what."""
    said, parts, start = [], [], 0
    for nth in range(EACH):
        who, whom = NAMES[(number + nth) % 7], NAMES[(number + 3 * nth + 1) % 7]
        what = f"{whom} has broken promise {number * EACH + nth} on harbours, tariffs and exports"
        said.append((start, who, whom, what))
        parts.append(f"{who} said that {what}, for the third time this year.\n")
        start += len(parts[-1])
    return "".join(parts), said


def events(assertions: int) -> Iterator[Recorded | ArticleBytes]:
    """The events of so many assertions, with the bytes of their articles; positions are 0."""
    for number in range(assertions // EACH):
        text, said = text_of(number)
        content = text.encode()
        sha256 = hashlib.sha256(content).hexdigest()
        article = str(uuid5(ARTICLES, sha256))
        kept = ArticleBytes(article, content, sha256.encode()[:32])
        yield state(streams.article(article), 1, "article-admitted.1", article=article,
                    sha256=sha256, commitment=kept.commitment, media_type="text/plain",
                    extractor="utf-8", size=len(content), name=f"{number}.txt")  # fmt: skip
        yield kept
        stream = streams.reading(article, "rules", "1", "")
        yield state(stream, 1, "article-read.1", article=article, reader="rules", version="1",
                    configuration="", found=EACH, refused=[], findings=[])  # fmt: skip
        for nth, one in enumerate(said):
            fields = assertion(article, sha256, one)
            yield state(stream, nth + 2, "assertion-recorded.1", **fields)
            if nth == number % 50:
                yield state(
                    streams.dossier(fields["id"]), 1, "assertion-accepted.1", id=fields["id"]
                )


def assertion(article: str, sha256: str, said: tuple[int, str, str, str]) -> dict:
    """The fields of an assertion that are not at their defaults."""
    start, who, whom, what = said
    begin = start + len(who) + len(" said that ")
    end = begin + len(what)
    return {
        "id": str(uuid5(ARTICLES, f"{article}{start}")), "handle": f"{sha256[:8]}@{begin}",
        "article": article, "passage_start": start, "passage_end": end, "asserted": what,
        "asserted_start": begin, "asserted_end": end, "speaker": who, "speaker_start": start,
        "speaker_end": start + len(who), "speaker_name": who, "speaker_name_start": start,
        "speaker_name_end": start + len(who), "targets": [whom], "targets_start": [begin],
        "targets_end": [begin + len(whom)], "targets_name": [whom], "targets_name_start": [begin],
        "targets_name_end": [begin + len(whom)], "act": "accuse", "family": "accuse", "sign": -1,
        "said": "../2024-07-11", "said_basis": "article", "cue": "said", "confidence": 86,
        "cue_start": start + len(who) + 1, "cue_end": start + len(who) + 5, "method": "rules/1",
        "pattern": "subject-verb",
    }  # fmt: skip


def state(stream: str, version: int, kind: str, /, **fields: object) -> Recorded:
    """An event as it is stored."""
    nonce = hashlib.md5(f"{stream}{version}".encode(), usedforsecurity=False).hexdigest()
    held = {**ENVELOPE, "nonce": nonce, **fields}
    return Recorded(0, stream, version, kind, to_json(dict(sorted(held.items()))))


def make(path: Path, assertions: int) -> int:
    """Write a file of so many assertions; tells how many events."""
    sha256, position, articles = hashlib.sha256(), 0, 0
    head = sum(isinstance(one, Recorded) for one in events(assertions))
    with path.open("wb") as file:

        def put(line: bytes) -> None:
            sha256.update(line)
            file.write(line)

        put(form.header(form.Header(whole=True, texts=True, format=1, head=head)))
        for one in events(assertions):
            if isinstance(one, ArticleBytes):
                articles += 1
                lines = form.article(one)
            else:
                position += 1
                lines = form.event(one._replace(position=position))
            for line in lines:
                put(line)
        file.write(form.footer(form.Footer(position, articles, sha256.hexdigest())))
    return position


def run(*words: str) -> tuple[float, float, int]:
    """Run a command as a process.

    Returns:
        Seconds, seconds of a processor, and the most memory that any run took so far, in MB.
    """
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "timeline.cli", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, busy, after.ru_maxrss // 1024


def main() -> None:
    """Measure, and print a table; the last line is the same as JSON."""
    assertions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        file, store = f"{folder}/news.jsonl", f"{folder}/timeline.db"
        count = make(Path(file), assertions)
        size = Path(file).stat().st_size
        steps = {
            "import, new store": ("import", file, "--store", store),
            "import again": ("import", file, "--store", store),
            "export --full": ("export", "--full", "--store", store, "-o", f"{folder}/again.jsonl"),
            "verify, no views": ("verify", "--store", store),
        }
        print(
            f"{count:,} events, {size / 1e6:,.0f} MB\n{'':20}{'s':>8}{'cpu s':>8}{'events/cpu s':>14}{'MB':>8}"
        )
        told = {"events": count, "bytes": size}
        for name, words in steps.items():
            took, busy, peak = run(*words)
            told[name] = {"seconds": round(took, 2), "cpu": round(busy, 2), "peak_mb": peak}
            print(f"{name:20}{took:8.1f}{busy:8.1f}{count / busy:14,.0f}{peak:8}")
        same = Path(f"{folder}/again.jsonl").read_bytes() == Path(file).read_bytes()
        print(f"export of import is the file: {same}")
        print(json.dumps(told))


if __name__ == "__main__":
    main()
