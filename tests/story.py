"""Stories for tests: who said what about whom, as the engine would hand it to a projection."""

from collections.abc import Iterable
from typing import Any, TypeVar

from timeline.projection import Asked, Change, Entry, Projection, Sheet, Standing
from timeline.query.arranging import arranged
from timeline.when import When

E = TypeVar("E", bound=Entry)
ARTICLES = (("a" * 36, "aaaa", "2024-07-11"), ("b" * 36, "bbbb", ""))
"""Two articles: one with a date, one without."""
HOME = ARTICLES[0][0]


class Story:
    """Assertions in the order in which they were learned, with positions of their own."""

    def __init__(self) -> None:
        self.told: list[Standing] = []

    def say(self, who: str, about: str, family: str, words: str, **more: Any) -> Standing:
        """One assertion; a `side` other than the actor is spoken for."""
        position = len(self.told) + 1
        article = more.get("article", HOME)
        side = more.pop("side", who)
        start = 100 * position
        given = {
            "article": article,
            "handle": f"{article[:8]}@{start}",
            "actor": who,
            "mention": who,
            "side": side,
            "sides": tuple(dict.fromkeys((who, side))),
            "targets": (about,) if about else (),
            "target_sides": (about,) if about else (),
            "toward": about,
            "authority": "office",
            "family": family,
            "sign": -1 if family in ("accuse", "criticise", "concern", "warn") else 0,
            "occasion": article,
            "asserted": words,
            "asserted_start": start,
            "own": (words,) if more.get("form") == "direct" else (),
            "basis": "stated" if more.get("said") else "unknown",
        }
        self.told.append(Standing(position, f"{position:036}", **(given | more)))
        return self.told[-1]


def view(projection: Projection[E], told: Iterable[Standing]) -> dict[str, E]:
    """The view after each was learned."""
    held: dict[str, E] = {}
    for one in told:
        projection.apply(Change(one.id, None, one, one.position), held)
    return held


def ask(projection: Projection[E], told: Iterable[Standing], *words: str, **more: Any) -> Sheet:
    """What the projection answers about a story."""
    asked = Asked(words=words, **({"articles": ARTICLES} | more))
    entries = [one for one in view(projection, told).values() if projection.select(one, asked)]
    entries.sort(key=lambda one: (*When.parse(one.said).order, one.position))
    return arranged(projection, entries, asked)


def of(kind: type, sheet: Sheet) -> list[Any]:
    """The blocks of one kind, in order."""
    return [block for block in sheet if isinstance(block, kind)]
