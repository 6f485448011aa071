"""Measure attributions on PolNeAR (annotated political news): found, speaker right, precision.

    python tests/quality/attributions.py [SPLIT] [--write]

The corpus is other people's and not here: `POLNEAR` names a checkout of it, or it lies under
../shared. SPLIT is train or dev; the test split is the blind measure of others and is not read.
`--write` writes confidence.toml from what is measured on train.
"""

import collections
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.reading.attribution import attributions
from timeline.reading.frames.confidence import confidence
from timeline.reading.values import Quote

ROOT = Path(__file__).parents[2]
CONFIDENCE = ROOT / "timeline/reading/lexicons/confidence.toml"
SMALL = frozenset({"the", "a", "an", "mr", "mrs", "ms", "of", "and", "for", "to"})
FEWEST = 8
"""Of a pattern, for a frequency to be written."""
ENOUGH, WITHIN = 30, 10
"""Of a pattern, for what is stated of it to be judged; points by which that may be off."""
UNSAID = frozenset({"action", "narrative"})
"""Forms that the corpus does not mark: it knows speech only."""
Spans = list[tuple[int, int]]


class Marked(NamedTuple):
    """An attribution as an annotator marked it."""

    source: Spans
    content: Spans


class Found(NamedTuple):
    """An utterance as we found it: the sentences of one quote are one here."""

    content: Spans
    speaker: tuple[int, int] | None
    pattern: str


class Figures(NamedTuple):
    """Per cent; `found` by form: direct, mixed, indirect."""

    found: dict[str, float]
    speaker: dict[str, float]
    precision: float
    patterns: dict[str, tuple[int, int]]
    """Pattern → per cent right in words and speaker, of how many."""


def checkout() -> Path | None:
    """Where the corpus is at hand; None where it is not."""
    named = os.environ.get("POLNEAR")
    places = (
        [Path(named)] if named else [ROOT.parent / "shared" / n for n in ("PolNeAR", "polnear")]
    )
    return next((place for place in places if (place / "data").is_dir()), None)


def articles(place: Path, split: str) -> Iterator[tuple[str, list[Marked]]]:
    """The texts of a split with what is marked in them."""
    if split not in {"train", "dev"}:
        raise SystemExit("SPLIT is train or dev")
    for path in sorted((place / "data" / split / "text").glob("*.txt")):
        folder = place / "data" / split / "attributions"
        files = sorted(folder.glob(f"{_escaped(path.stem)}_????.ann"))
        if files:
            yield path.read_text(encoding="utf-8"), list(_marked(files[0]))


def _escaped(stem: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", stem)


def _marked(path: Path) -> Iterator[Marked]:
    spans: dict[str, Spans] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T") and " " in rest.split("\t")[0]:
            pairs = rest.split("\t")[0].split(" ", 1)[1].split(";")
            spans[name] = [(int(a), int(b)) for a, b in (pair.split() for pair in pairs)]
        elif name.startswith("E"):
            roles: dict[str, Spans] = {}
            for part in rest.split():
                role, _, mark = part.partition(":")
                roles.setdefault(re.sub(r"\d+$", "", role).lower(), []).extend(spans.get(mark, []))
            if roles.get("content"):
                yield Marked(sorted(roles.get("source", [])), sorted(roles["content"]))


def found_in(text: str) -> list[Found]:
    """What we find, as the corpus counts it: utterances, quotes with their marks."""
    read = attributions(text)
    whole: dict[int, Found] = {}
    for one in read.attributions:
        if one.form in UNSAID:
            continue
        content = [_with_marks(span, read.quotes) for span in one.content]
        if one.utterance in whole:
            whole[one.utterance].content.extend(content)
        else:
            whole[one.utterance] = Found(content, one.speaker, one.pattern)
    return list(whole.values())


def _with_marks(span: tuple[int, int], quotes: tuple[Quote, ...]) -> tuple[int, int]:
    start, end = span
    for quote in quotes:
        if quote.inner_start <= span[0] and span[1] <= quote.inner_end:
            start = quote.start if span[0] == quote.inner_start else start
            end = quote.end if span[1] >= quote.inner_end - 1 else end
    return start, end


def _cover(spans: Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[\w’']+", text.lower()) if w not in SMALL}


def _form(text: str, marked: Marked) -> str:
    words = " ".join(text[a:b] for a, b in marked.content).strip()
    if words[:1] in ("“", '"') and words.rstrip(" .,")[-1:] in ("”", '"'):
        return "direct"
    return "mixed" if re.search(r"[“”\"]", words) else "indirect"


def _same_speaker(text: str, marked: Marked, one: Found) -> bool:
    if one.speaker is None or not marked.source:
        return one.speaker is None and not marked.source
    start, end = one.speaker
    if _cover(marked.source) & set(range(start, end)):
        return True
    return bool(_words(" ".join(text[a:b] for a, b in marked.source)) & _words(text[start:end]))


def measure(place: Path, split: str) -> Figures:
    """Found: at least half of intersection over union; speaker: of those that have one."""
    gold: collections.Counter[str] = collections.Counter()
    hit: collections.Counter[str] = collections.Counter()
    sourced: collections.Counter[str] = collections.Counter()
    right: collections.Counter[str] = collections.Counter()
    tried: collections.Counter[str] = collections.Counter()
    good: collections.Counter[str] = collections.Counter()
    inside = 0
    for text, rows in articles(place, split):
        ours = found_in(text)
        covers, golden = [_cover(o.content) for o in ours], [_cover(r.content) for r in rows]
        for row, cover in zip(rows, golden, strict=True):
            form = _form(text, row)
            gold[form] += 1
            best, at = _best(cover, covers)
            if best >= 0.5:
                hit[form] += 1
                sourced[form] += bool(row.source)
                right[form] += bool(row.source) and _same_speaker(text, row, ours[at])
        for one, cover in zip(ours, covers, strict=True):
            best, at = _best(cover, golden)
            tried[one.pattern] += 1
            inside += best >= 0.5
            good[one.pattern] += best >= 0.5 and _same_speaker(text, rows[at], one)
    return Figures(
        {form: 100 * hit[form] / n for form, n in gold.items()},
        {form: 100 * right[form] / max(1, n) for form, n in sourced.items()},
        100 * inside / max(1, tried.total()),
        {pattern: (round(100 * good[pattern] / n), n) for pattern, n in tried.most_common()},
    )


def _best(cover: set[int], others: list[set[int]]) -> tuple[float, int]:
    scores = ((len(cover & o) / len(cover | o), i) for i, o in enumerate(others) if cover & o)
    return max(scores, default=(0.0, -1))


def write(figures: Figures) -> None:
    """Write confidence.toml from what was measured: each frame, and each pattern that is not rare."""
    head = CONFIDENCE.read_text(encoding="utf-8").partition("[frames]")[0]
    often = {name: found for name, found in figures.patterns.items() if found[1] >= FEWEST}
    lines = ["[frames]", *_lines(frames(figures)), "", "[patterns]", *_lines(often)]
    CONFIDENCE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _lines(table: dict[str, tuple[int, int]]) -> Iterator[str]:
    return (f'"{name}" = [{percent}, {n}]' for name, (percent, n) in sorted(table.items()))


def frames(figures: Figures) -> dict[str, tuple[int, int]]:
    """Frame → per cent right in words and speaker over its patterns, of how many."""
    right: collections.Counter[str] = collections.Counter()
    tried: collections.Counter[str] = collections.Counter()
    for pattern, (percent, n) in figures.patterns.items():
        frame = pattern.partition(".")[0]
        right[frame] += round(percent * n / 100)
        tried[frame] += n
    return {frame: (round(100 * right[frame] / n), n) for frame, n in tried.items()}


def apart(figures: Figures) -> dict[str, tuple[int, int, int]]:
    """Patterns whose stated confidence is off: stated, measured, of how many."""
    return {
        pattern: (confidence(pattern), percent, n)
        for pattern, (percent, n) in figures.patterns.items()
        if n >= ENOUGH and abs(confidence(pattern) - percent) > WITHIN
    }


def main() -> None:
    """Print the figures of a split, or say that the corpus is not here."""
    place = checkout()
    split = next((word for word in sys.argv[1:] if not word.startswith("-")), "dev")
    if place is None:
        print("skipped: no PolNeAR here (set POLNEAR to a checkout)")
        return
    figures = measure(place, split)
    for form, percent in sorted(figures.found.items()):
        print(f"{form:9} found {percent:5.1f}  speaker right {figures.speaker[form]:5.1f}")
    print(f"precision {figures.precision:.1f}")
    for pattern, (percent, n) in figures.patterns.items():
        print(f"  {pattern:26} right {percent:3} of {n:<5} stated {confidence(pattern)}")
    print(f"stated more than {WITHIN} points off, of {ENOUGH} and more: {apart(figures) or 'none'}")
    if "--write" in sys.argv and split == "train":
        write(figures)


if __name__ == "__main__":
    main()
