"""Which events are behind a row that a replay would change."""

from typing import Any

from tests.replay.keep import Keep, Kept
from tests.replay.world import World
from timeline.catalogue import Catalogue
from timeline.chronicle import streams
from timeline.events import AffiliationRemoved, AffiliationSet
from timeline.projection import Change, View


class Loud(Keep):
    """Every row of it differs."""

    version = 2

    def apply(self, change: Change, view: View[Kept]) -> None:
        if change.after:
            said = change.after.asserted.upper()
            view[change.id] = Kept.of(change.after)._replace(asserted=said)


def behind(world: World) -> dict[str, tuple[int, ...]]:
    """The events behind each row that other code would change, but for its own first one."""
    views = f"{head(world)}.views.db"
    kept = world.library(views, found=Catalogue({"keep": Keep()}, ()))
    kept.ask("keep")
    kept.close()
    loud = world.library(views, found=Catalogue({"keep": Loud()}, ()))
    found: dict[str, Any] = {}
    for one in loud.diff("keep"):
        first = loud.history(one.id)[0].position
        assert first in one.because
        assert list(one.because) == sorted(set(one.because))
        found[one.before.asserted] = tuple(place for place in one.because if place != first)
    loud.close()
    return found


def head(world: World) -> int:
    return world.chronicle.head()


def test_a_decision_is_behind_what_it_decides_on(world):
    world.article("0.txt", {"words": "a"}, {"words": "b"})
    world.decide(1, "accept")
    assert behind(world) == {"a": (), "b": (head(world),)}


def test_an_alias_is_behind_the_words_of_whom_it_names_and_of_nobody_else(world):
    world.article(
        "0.txt", {"words": "theirs", "by": "Xinhua Daily Post"}, {"words": "natos", "by": "NATO"}
    )
    world.alias("Xinhua Daily Post", "China")
    assert behind(world) == {"theirs": (head(world),), "natos": ()}


def test_an_alias_that_was_known_before_is_behind_it_as_well(world):
    world.alias("Xinhua Daily Post", "China")
    alias = head(world)
    world.article("0.txt", {"words": "theirs", "about": "Xinhua Daily Post"}, {"words": "natos"})
    assert behind(world) == {"theirs": (alias,), "natos": ()}


def test_an_alias_taken_back_is_told_with_what_took_it_back(world):
    world.article("0.txt", {"words": "theirs", "by": "Xinhua Daily Post"})
    world.alias("Xinhua Daily Post", "China")
    first = head(world)
    world.alias("Xinhua Daily Post", "China", remove=True)
    assert behind(world) == {"theirs": (first, head(world))}


def test_a_merge_is_behind_the_words_of_both_who_are_one(world):
    world.article("0.txt", {"words": "one", "by": "Ann Lee"}, {"words": "other", "by": "A. Lee"})
    world.merge("A. Lee", "Ann Lee")
    assert behind(world) == {"one": (), "other": (head(world),)}


def test_an_affiliation_is_behind_the_words_of_who_counts_elsewhere_since(world):
    world.article("0.txt", {"words": "hers", "by": "Ann Lee"}, {"words": "his", "by": "Bo Lin"})
    tie = {"child": "Ann Lee", "relation": "speaks for", "parent": "NATO"}
    world.tell(streams.actor("Ann Lee"), AffiliationSet(**world.envelope(), **tie))
    first = head(world)
    assert behind(world) == {"hers": (first,), "his": ()}
    world.tell(streams.actor("Ann Lee"), AffiliationRemoved(**world.envelope(), **tie))
    assert behind(world) == {"hers": (first, head(world)), "his": ()}


def test_an_affiliation_with_days_is_behind_what_was_said_on_them(world):
    world.article(
        "0.txt",
        {"words": "in office", "by": "Ann Lee", "said": "2024-05-01"},
        {"words": "out of it", "by": "Ann Lee", "said": "2025-05-01"},
    )
    tie = {"child": "Ann Lee", "relation": "speaks for", "parent": "NATO", "until": "2024-12-31"}
    world.tell(streams.actor("Ann Lee"), AffiliationSet(**world.envelope(), **tie))
    assert behind(world) == {"in office": (head(world),), "out of it": ()}


def test_the_date_of_an_occasion_is_behind_what_moves_with_it(world):
    on = {"occasion": "the Summit", "occasion_key": "Summit", "said_basis": "occasion"}
    world.article("0.txt", {"words": "there", **on}, {"words": "elsewhere", "said": "2024-01-02"})
    other = world.article("1.txt", {"words": "there too", **on})
    world.occasion("Summit", "2024-07-10/2024-07-11", other)
    article = head(world)
    assert behind(world) == {"there": (article,), "elsewhere": (), "there too": (article,)}
    world.occasion("Summit", "2024-07-10")
    person = head(world)
    assert behind(world) == {"there": (person,), "elsewhere": (), "there too": (person,)}
