"""How well acts are told: PLOVER's hand-coded sentences against what is read in each.

The sentences are the Open Event Data Alliance's (CC BY-SA 4.0) and stay outside this repository:
where they are not at hand the measure says so. Of the sentences coded as acts of speech, an act
fires where something other than a statement is read; it is right where that is the coded one.
"""

import json
from collections import Counter
from pathlib import Path

from timeline.article import Article
from timeline.reading import RULES

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "acts_plover.jsonl"
OURS = {
    "AGREE": {"agree"},
    "CONSULT": {"consult"},
    "SUPPORT": {"support"},
    "COOPERATE": {"cooperate"},
    "DEMAND": {"request"},
    "DISAPPROVE": {"accuse"},
    "REJECT": {"reject"},
    "THREATEN": {"threaten"},
}
NEUTRAL = {"state", "announce"}


def score(*, show: bool = False) -> Counter | None:
    """Counts: asked, fired, right; None where the sentences are not at hand."""
    if not GOLD.is_file():
        return None
    total: Counter = Counter()
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["event"] not in OURS:
            continue
        total["asked"] += 1
        article = Article.of(row["text"].encode(), "sentence")
        assert isinstance(article, Article)
        acts = [one.act for one in RULES.read(article).candidates]
        fired = [act for act in acts if act not in NEUTRAL]
        if not fired:
            if show:
                print("silent", row["event"], acts, row["text"][:170])
            continue
        total["fired"] += 1
        right = fired[0] in OURS[row["event"]]
        total["right"] += right
        if show and not right:
            print("wrong ", row["event"], acts, "|", row["eventText"], "|", row["text"][:170])
    return total


def table(total: Counter | None) -> str:
    """The figures as a line of text."""
    head = "Acts of speech in PLOVER's sentences"
    if total is None:
        return f"{head}: skipped, {GOLD.name} is not at hand"
    share = 100 * total["right"] / max(1, total["fired"])
    return (
        f"{head}: {total['right']} right of {total['fired']} that fire ({share:.1f} %),"
        f" of {total['asked']} asked"
    )


if __name__ == "__main__":
    import sys

    print(table(score(show="--show" in sys.argv)))
