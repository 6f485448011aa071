"""How well assertions are read: hand-marked articles against what `rules` proposes and the gate lets in.

A gold row counts as found where what is asserted covers enough of it: intersection over union of
at least a half, or one lies (nearly) inside the other. Optional rows (headlines, asides in the
article's own voice) are neither missed nor spurious. Of those found: speaker, side, target, act,
sign, and the day where the text states one.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from timeline.actors import Directory, shipped
from timeline.admission import admit_all
from timeline.article import Article
from timeline.assertion import Assertion
from timeline.reading import RULES
from timeline.reading.describe import describe
from timeline.when import When

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
GOLD = HERE / "seeds_gold.jsonl"
MORE = HERE / "gold"
TUNED = ("000", "tariffs", "court", "election")
"""Marked before they were first read; rules may be learned from what goes wrong in them."""
ASIDE = ("003", "opec", "football", "climate", "planning")
"""Marked before they were first read, only scored at first, and looked at since."""
KEPT = ("hospital", "regulator", "school", "spill")
"""Marked before they were first read, and shown to nobody while rules were made."""
FIELDS = ("speaker", "side", "target", "act", "stance")
MARKS = '“”"«»'


class Read(NamedTuple):
    """An assertion with its actors resolved by the shipped gazetteer."""

    assertion: Assertion
    speaker: str
    side: str
    targets: tuple[str, ...]


class Miss(NamedTuple):
    """What went wrong, to look at."""

    kind: str
    words: str


class Score(NamedTuple):
    """Counts by name, counts by form, and what went wrong."""

    total: Counter
    forms: dict[str, Counter]
    misses: list[Miss]

    def rate(self, name: str, of: str = "found") -> float:
        """Per cent."""
        return 100 * self.total[name] / max(1, self.total[of])


def gold_rows(*names: str) -> list[dict]:
    """The hand-marked assertions: of three seeds, or of the articles named."""
    paths = [MORE / f"{name}.jsonl" for name in names] or [GOLD]
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def source(doc: str) -> bytes:
    """The bytes of a marked article: a seed, or one of ours."""
    return next(place / doc for place in (SEEDS, MORE) if (place / doc).exists()).read_bytes()


def read(content: bytes, name: str) -> list[Read]:
    """Read one article as `timeline add` does."""
    article = Article.of(content, name)
    described = describe(article.text).published
    if described.known:
        article = article.model_copy(update={"published": described.text})
    admitted, refused = admit_all(RULES.read(article).candidates, article)
    assert not [one for one in refused if "again" not in one.reason], refused
    directory = Directory.of(shipped().entries)
    return [_resolved(one, directory) for one in admitted]


def _resolved(one: Assertion, directory: Directory) -> Read:
    name = one.speaker_name
    if name is None:
        return Read(
            one,
            "(article)" if one.form == "narrative" else "(unattributed)",
            "",
            _about(one, directory),
        )
    actor = directory.actor(name, one.speaker_role, one.speaker_body, one.speaker_kind)
    sides = directory.sides(actor, one.speaker_role, one.speaker_body)
    return Read(one, actor, sides[-1] if sides else actor, _about(one, directory))


def _about(one: Assertion, directory: Directory) -> tuple[str, ...]:
    names = []
    for name in one.targets_name:
        actor = directory.actor(name)
        names += [actor, *directory.sides(actor)[-1:]]
    return tuple(dict.fromkeys(names))


def plain(name: str | None) -> str:
    """A name as compared: no accents, case, article, punctuation; "(unnamed)" says no name."""
    ascii_only = (
        unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    )
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"^the | \(unnamed\)$", "", ascii_only)).strip()


@cache
def spellings(name: str, *, side: bool = False) -> frozenset[str]:
    """A marked name as compared: the annotator's, the actor's, and of a side the widest one."""
    actor = known().actor(name)
    sides = known().sides(actor)[-1:] if side else ()
    return frozenset(map(plain, (name, actor, *sides)))


@cache
def known() -> Directory:
    """The shipped gazetteer."""
    return Directory.of(shipped().entries)


def covers(start: int, end: int, row: dict) -> float:
    """How well a span covers the asserted words of a gold row, 0 to 1; a half counts as found."""
    a, b = row["content_start"], row["content_end"]
    shared = min(end, b) - max(start, a)
    if shared <= 0:
        return 0.0
    union = max(end, b) - min(start, a)
    of_found, of_gold = shared / (end - start), shared / (b - a)
    in_evidence = (min(end, row["end"]) - max(start, row["start"])) / (end - start)
    inside = of_found > 0.9 and of_gold > 0.3
    around = of_gold > 0.9 and (of_found > 0.4 or in_evidence > 0.9)
    return max(shared / union, 0.5 if inside or around else 0.0)


def bounds(edtf: str) -> When | None:
    """The day or days that the gold states; None for unknown."""
    return None if edtf in ("", "unknown", None) else When.parse(edtf)


def score(*names: str) -> Score:
    """Read the marked articles named, or else the three seeds, and count."""
    result = Score(Counter(), defaultdict(Counter), [])
    rows = defaultdict(list)
    for row in gold_rows(*names):
        rows[row["doc"]].append(row)
    for doc, asked in rows.items():
        content = source(doc)
        found = read(content, doc)
        matched = _article(content.decode(), asked, found, result)
        _links(asked, matched, result)
    return result


def _article(text, asked, found, result) -> dict[int, Read]:
    total, forms, misses = result
    used, matched = set(), {}
    total["read"] += len(found)
    for row in asked:
        ranked = [
            (
                covers(r.assertion.asserted_start, r.assertion.asserted_end, row),
                plain(r.speaker) == plain(row["speaker"]),
                -i,
            )
            for i, r in enumerate(found)
        ]
        best = max(ranked, default=(0, False, 1))
        hit = best[0] >= 0.5
        if hit:
            used.add(-best[2])
            matched[row["i"]] = found[-best[2]]
        if row["optional"]:
            continue
        total["gold"] += 1
        forms[row["kind"]]["gold"] += 1
        if hit:
            total["found"] += 1
            forms[row["kind"]]["found"] += 1
            _compare(text, row, found[-best[2]], total, misses)
        else:
            misses.append(
                Miss(
                    "missed",
                    f"{row['doc'][:3]}#{row['i']} {row['kind']} {row['speaker']}: {row['quote'][:110]}",
                )
            )
    total["right"] += len(used)
    misses += [
        Miss(
            "spurious",
            f"{asked[0]['doc'][:3]} {r.assertion.speaker} [{r.assertion.pattern}] {r.assertion.asserted[:100]}",
        )
        for i, r in enumerate(found)
        if i not in used
    ]
    return matched


def _compare(text, row, one, total, misses) -> None:
    names = {plain(name) for name in one.targets}
    wanted = {plain(name) for name in [row["target"], *row["other_targets"]] if name}
    right = {
        "speaker": plain(one.speaker) in spellings(row["speaker"]),
        "side": plain(one.side) in spellings(row["speaker_org"] or row["speaker"], side=True),
        "target": bool(names & wanted) or (not names and not row["target"]),
        "act": one.assertion.act == row["act"].lower(),
        "stance": one.assertion.sign == row["stance"],
    }
    if stated := bounds(row["said_on"]):
        total["dated"] += 1
        said = When.parse(one.assertion.said) if one.assertion.said else None
        right["said"] = bool(said and said.earliest and said.latest and said.overlaps(stated))
    own = _own(text, row)
    if own is not None:
        total["quoted"] += 1
        pairs = zip(one.assertion.own[::2], one.assertion.own[1::2], strict=True)
        right["own"] = own <= {(a, a + len(text[a:b].rstrip(","))) for a, b in pairs}
    for name, ok in right.items():
        total[name] += ok
    wrong = [name for name, ok in right.items() if not ok]
    total["all"] += not wrong
    if wrong:
        got = (
            one.speaker,
            one.side,
            one.targets,
            one.assertion.act,
            one.assertion.sign,
            one.assertion.said,
            one.assertion.own,
        )
        asked = (row["speaker"], row["target"], row["act"], row["stance"], row["said_on"])
        misses.append(Miss("wrong", f"{row['doc'][:3]}#{row['i']} {wrong} gold {asked} got {got}"))


def _own(text: str, row: dict) -> set[tuple[int, int]] | None:
    """The quoted words of a gold row as the marks in the text bound them, where that is certain."""
    if row["kind"] not in ("direct", "mixed"):
        return None
    start, end = row["content_start"], row["content_end"]
    if row["kind"] == "direct":
        whole = text[start - 1] in MARKS and text[end] in MARKS
        return {(start, start + len(text[start:end].rstrip(",")))} if whole else None
    inner = re.finditer(r"“([^“”]+)”|\"([^\"]+)\"", text[start : end + 1])
    return {
        (start + m.start() + 1, start + m.start() + 1 + len(m[0][1:-1].rstrip(","))) for m in inner
    }


def _links(asked, matched, result) -> None:
    """Whether answers are marked as such in the text; `links` has what they are linked to."""
    total, _, misses = result
    by_number = {row["i"]: row for row in asked}
    for row in asked:
        one = matched.get(row["i"])
        if one is None:
            continue
        if row["responds_to"] is not None:
            total["answers"] += 1
            toward = plain(by_number[row["responds_to"]]["speaker_org"])
            ok = one.assertion.reply is not None and toward in map(plain, one.targets[:2])
            total["linked"] += ok
            if not ok:
                misses.append(
                    Miss(
                        "answer", f"{row['doc'][:3]}#{row['i']} {one.assertion.reply} {one.targets}"
                    )
                )
        elif one.assertion.reply is not None and not row["optional"]:
            total["overlinked"] += 1
            misses.append(Miss("no answer", f"{row['doc'][:3]}#{row['i']} {one.assertion.reply}"))


def table(result: Score, title: str = "Assertions in the seeds (hand-marked)") -> str:
    """The figures as lines of text."""
    t = result.total
    first = (
        f"recall {result.rate('found', 'gold'):.1f} ({t['found']}/{t['gold']})  "
        f"precision {result.rate('right', 'read'):.1f} ({t['right']}/{t['read']})"
    )
    second = "of those found: " + "  ".join(f"{name} {result.rate(name):.1f}" for name in FIELDS)
    third = (
        f"said {t['said']}/{t['dated']}  own words exact {t['own']}/{t['quoted']}  "
        f"marked as answers {t['linked']}/{t['answers']} (others {t['overlinked']})  "
        f"all right {result.rate('all'):.1f}"
    )
    by_form = "by form: " + "  ".join(
        f"{form} {count['found']}/{count['gold']}" for form, count in sorted(result.forms.items())
    )
    return f"{title}\n{first}\n{second}\n{third}\n{by_form}"


SETS: dict[str, tuple[str, ...]] = {"seeds": (), "tuned": TUNED, "aside": ASIDE, "kept": KEPT}
"""What can be measured: `python -m tests.quality.assertions [SET | ARTICLE …] [--show]`."""


def report(asked: list[str], score: Callable[..., Any], shown: Callable[[Any, str], str]) -> None:
    """Print the figures of the sets or articles named, and with --show each miss.

    Args:
        asked: words of a command line; all sets if none is named.
        score: measures articles; what it gives has its `misses`.
        shown: its table, under the name of what was measured.
    """
    for name in [one for one in asked if one != "--show"] or list(SETS):
        counted = score(*SETS.get(name, (name,)))
        if "--show" in asked:
            for miss in sorted(counted.misses):
                print(*miss, sep="  ")
        print(shown(counted, name))


def main(asked: list[str]) -> None:
    """Print the figures of assertions."""
    report(asked, score, lambda counted, name: table(counted, f"Assertions, hand-marked: {name}"))


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
