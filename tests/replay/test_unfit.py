"""What a projection makes of an event but cannot be kept stops that projection, there."""

from contextlib import closing

import pytest

from tests.replay.keep import Keep, Kept
from tests.replay.world import World
from timeline.catalogue import Catalogue
from timeline.projection import Change, Entry, Projection, View


class Odd(Keep):
    """As `Keep`, until it is told of poison, or looks at it again."""

    name = "odd"

    def __init__(self, make, again=False):
        self.make, self.again = make, again

    def apply(self, change: Change, view: View[Kept]) -> None:
        super().apply(change, view)
        if change.after and change.after.asserted == "poison" and bool(change.before) == self.again:
            view[change.id] = self.make(Kept.of(change.after))


def leaves(_: Kept) -> None:
    raise SystemExit(0)


def breaks(_: Kept) -> None:
    raise LookupError("\ud800\nno such thing")


UNFIT = {
    "no entry": (lambda _: "hello", "TypeError: the view keeps Kept, not str"),
    "nothing": (lambda _: None, "TypeError: the view keeps Kept, not NoneType"),
    "another entry": (lambda e: Entry(**dict(list(e._asdict().items())[:-1])), "not Entry"),
    "a lone surrogate": (lambda e: e._replace(asserted="\ud800"), "UnicodeEncodeError"),
    "no date": (lambda e: e._replace(said="x"), "BadDate: “x” is no date"),
    "a number for words": (lambda e: e._replace(asserted=0.5), "Kept.asserted is str, not float"),
    "a list for a tuple": (lambda e: e._replace(sides=["A"]), "Kept.sides is tuple[str, ...]"),
    "numbers for names": (lambda e: Kept(**{**e._asdict(), "sides": (1,)}), "not tuple: (1,)"),
    "another assertion": (lambda e: e._replace(position=1), "of the very assertion that changed"),
    "an exit": (leaves, "SystemExit: 0"),
    "what cannot be told": (breaks, "LookupError: \\ud800 no such thing"),
}


def fed(world: World, *projections: Projection) -> tuple[dict, list[list[str]]]:
    """The states of views as a replay leaves them, and what stands in each, and how."""
    found = Catalogue({one.name: one for one in projections}, ())
    with closing(world.library(found=found)) as library:
        library.catch_up(*found.projections)
        states = {one.name: one for one in library.projections()}
        held = [library.ask(name).entries for name in states]
        return states, [[f"{one.asserted} {one.status}" for one in each] for each in held]


@pytest.mark.parametrize(("make", "says"), UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_kept_stops_the_view_at_its_event_and_no_other_view(world, make, says):
    world.article("0.txt", *({"words": words} for words in ("a", "poison", "b")))
    poison = world.chronicle.head() - 1
    states, (kept, odd) = fed(world, Keep(), Odd(make))
    assert (states["odd"].state, states["odd"].position) == ("failed", poison - 1)
    assert states["odd"].error.startswith(f"at #{poison}: ")
    assert says in states["odd"].error
    assert (len(kept), odd) == (3, ["a proposed"])


@pytest.mark.parametrize(("make", "says"), UNFIT.values(), ids=UNFIT)
def test_what_a_decision_makes_of_it_does_as_well(world, make, says):
    world.article("0.txt", *({"words": words} for words in ("a", "poison", "b")))
    world.decide(0, "retract")
    world.decide(1, "accept")
    poison = world.chronicle.head()
    world.decide(2, "retract")
    states, (kept, odd) = fed(world, Keep(), Odd(make, again=True))
    assert (states["odd"].state, states["odd"].position) == ("failed", poison - 1)
    assert states["odd"].error.startswith(f"at #{poison}: ")
    assert says in states["odd"].error
    assert kept == ["a retracted", "poison accepted", "b retracted"]
    assert odd == ["a retracted", "poison proposed", "b proposed"]


def test_the_first_of_several_in_one_page_is_named(world):
    class Worse(Odd):
        def apply(self, change: Change, view: View[Kept]) -> None:
            super().apply(change, view)
            if change.after and change.after.asserted == "b":
                raise LookupError

    world.article("0.txt", *({"words": words} for words in ("a", "poison", "b")))
    states, _ = fed(world, Keep(), Worse(UNFIT["no date"][0]))
    assert states["odd"].error.startswith(f"at #{world.chronicle.head() - 1}: BadDate")


def test_a_view_that_is_up_to_date_fails_at_the_very_next_event(world):
    world.article("0.txt", {"words": "a"})
    assert fed(world, Odd(leaves))[0]["odd"].error == ""
    world.article("1.txt", {"words": "poison"})
    world.decide(0, "accept")
    state = fed(world, Odd(leaves))[0]["odd"]
    assert (state.state, state.error) == ("failed", f"at #{state.position + 1}: SystemExit: 0")
    assert fed(world, Odd(lambda entry: entry))[1] == [["a accepted", "poison proposed"]]


def test_who_interrupts_a_replay_is_obeyed(world):
    def interrupts(_: Kept) -> None:
        raise KeyboardInterrupt

    world.article("0.txt", {"words": "poison"})
    for again in (False, True):
        with pytest.raises(KeyboardInterrupt):
            fed(world, Odd(interrupts, again))
        world.decide(0, "accept")


def test_a_stale_view_with_good_rows_answers_and_its_failed_replay_is_listed(world):
    class Newer(Odd):
        version = 2

    world.article("0.txt", {"words": "a"}, {"words": "poison"})
    fed(world, Odd(lambda entry: entry))
    found = Catalogue({"odd": Newer(leaves)}, ())
    with closing(world.library(found=found)) as library:
        answer = library.ask("odd")
        assert (answer.state, [e.asserted for e in answer.entries]) == ("stale", ["a", "poison"])
        assert "Its replay failed at #" in answer.warnings[0]
        (state,) = library.projections()
        assert (state.state, state.version, state.rows) == ("stale", 1, 2)
        assert state.error == f"at #{world.chronicle.head()}: SystemExit: 0"
        assert library.replay("odd")[0].error == state.error


def test_a_failed_replay_behind_a_view_of_the_same_code_is_listed(world):
    world.article("0.txt", {"words": "poison"})
    fed(world, Odd(lambda entry: entry))
    with closing(world.library(found=Catalogue({"odd": Odd(leaves)}, ()))) as library:
        library.replay("odd")
        (state,) = library.projections()
        assert (state.state, state.error.partition(": ")[2]) == ("live", "SystemExit: 0")
