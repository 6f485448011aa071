"""Laws of replay: whatever happened, in whatever chunks, one view comes out."""

import contextlib
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.world import World
from timeline.query import Filters, Library
from timeline.replay import bluegreen, preparing, steps
from timeline.views.codec import canonical, weight

DECISIONS = st.sampled_from(["accept", "reject", "reopen", "retract", "restore", "date", "correct"])
NAMES = st.sampled_from(["China", "NATO", "Zed", "Beijing", "Ann Lee"])
DATES = st.sampled_from(["", "2024-07-11", "../2024-07-09", "2024~", "2024-07-06/2024-07-11"])


@st.composite
def assertions(draw: st.DrawFn) -> dict[str, Any]:
    said = draw(DATES)
    return {
        "by": draw(NAMES),
        "about": draw(NAMES),
        "said": said,
        "said_basis": "stated" if said else "unknown",
        **({"occasion": "Summit", "occasion_key": "Summit"} if draw(st.booleans()) else {}),
    }


STEPS = st.one_of(
    st.tuples(st.just("article"), st.lists(assertions(), max_size=3)),
    st.tuples(st.just("decide"), st.integers(0, 5), DECISIONS),
    st.tuples(st.just("link"), st.integers(0, 5), st.integers(0, 5), st.booleans()),
    st.tuples(st.just("alias"), NAMES, st.booleans()),
    st.tuples(st.just("merge"), NAMES, st.booleans()),
    st.tuples(st.just("again"), st.lists(assertions(), min_size=1, max_size=3)),
    st.tuples(st.just("occasion"), DATES),
)
STORIES = st.lists(STEPS, min_size=1, max_size=12)


def _link(world: World, one: int, other: int, remove: bool) -> None:
    if count := len(world.ids):
        world.link(one % count, "answers", other % count, remove)


def tell(world: World, step: tuple[Any, ...], number: int) -> None:
    """Let one thing happen; what cannot happen yet does not."""
    match step:
        case ("article", said):
            world.article(f"{number}.txt", *said)
        case ("again", said):
            world.article("0.txt", *said, reader=f"{number + 2}")
        case ("decide", which, what) if world.ids:
            fields = {"date": {"date": "2024-07-10"}, "correct": {"speaker_name": "Zed"}}
            world.decide(which % len(world.ids), what, **fields.get(what, {}))
        case ("link", *which):
            _link(world, *which)
        case ("alias", name, remove) if name not in ("China", "NATO"):
            world.alias(name, "China", remove)
        case ("merge", name, part):
            world.merge(name, "NATO", part)
        case ("occasion", date):
            world.occasion("Summit", date)


def held(library: Library, as_of: int | None = None) -> tuple[str, list[Any]]:
    """The digest of a view, and its entries as they are read."""
    answer = library.ask("log", Filters(as_of=as_of))
    return answer.digest, list(answer.entries)


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.replay.scan.TOGETHER", 2)
    monkeypatch.setattr("timeline.replay.preparing.SPAN", 3)


class Told:
    """A story told twice at once: to a library that follows, and to one that comes at the end."""

    def __init__(self, story: list[Any]) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name), gazetteer=False)
        self.live = self.world.library("live.db")
        self.seen: dict[int, list[Any]] = {}
        for number, step in enumerate(story):
            tell(self.world, step, number)
            self.seen[self.world.chronicle.head()] = held(self.live)

    def close(self) -> None:
        self.live.close()
        self.world.chronicle.close()
        self.folder.cleanup()


@given(STORIES)
@settings(max_examples=40)
def test_a_replay_of_everything_is_what_was_kept_up_step_by_step(story):
    told = Told(story)
    late = told.world.library("late.db")
    assert held(late) == held(told.live)
    assert late.ask("log").digest == told.live.ask("log").digest
    late.close()
    told.close()


@given(STORIES)
@settings(max_examples=40)
def test_as_of_any_position_is_what_was_read_when_the_store_ended_there(story):
    told = Told(story)
    late = told.world.library("late.db")
    for position, entries in told.seen.items():
        assert held(told.live, position) == entries
        assert held(late, position) == entries
    assert held(late, late.position()) == held(late)
    late.close()
    told.close()


@given(STORIES, st.integers(1, 4))
@settings(max_examples=25)
def test_pages_of_any_size_come_to_one_view_and_one_digest(story, size):
    told = Told(story)
    whole = told.live.ask("log").digest
    paged = told.world.chronicle.pages
    told.world.chronicle.pages = lambda position=0, upto=None: paged(position, upto, size)
    bulk, span, hot = steps.BULK, preparing.SPAN, preparing.HOT
    steps.BULK, preparing.SPAN, preparing.HOT = 0, 2 * size, size  # and with indexes made last
    try:
        late = told.world.library("late.db")
        assert late.ask("log").digest == whole
        assert late.replay("log")[0].digest == whole
        assert held(late) == held(told.live)
        late.close()
    finally:
        steps.BULK, preparing.SPAN, preparing.HOT = bulk, span, hot
        told.close()


@given(STORIES)
@settings(max_examples=25)
def test_the_digest_is_the_sum_of_the_live_entries_whatever_came_and_went(story):
    told = Told(story)
    told.live.ask("log")
    build = told.live.engine.builds.live("log")
    rows = told.live.engine.rows("log", build)
    total = weight(canonical(row.entry for row in rows.entries())) % (1 << 256)
    assert int(build.digest, 16) == total
    told.close()


@given(STORIES, st.integers(0, 6))
@settings(max_examples=25)
def test_a_replay_that_was_stopped_anywhere_is_resumed_and_the_live_view_never_noticed(story, stop):
    told = Told(story)
    before = told.live.ask("log").digest
    told.live.close()
    paged = told.world.chronicle.pages
    told.world.chronicle.pages = lambda position=0, upto=None: paged(position, upto, 1)
    left = [stop]

    def stops(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt

    cut = told.world.library("live.db", progress=stops)
    with contextlib.suppress(KeyboardInterrupt):
        cut.replay("log")
    cut.close()
    again = told.world.library("live.db")
    assert again.ask("log").digest == before
    resumed = bluegreen.waiting(again.engine, "log")
    assert resumed is None or resumed.position <= told.world.chronicle.head()
    assert again.replay("log")[0].digest == before
    again.close()
    told.close()


@given(st.permutations([0, 1, 2, 3]))
@settings(max_examples=12)
def test_articles_added_in_any_order_give_the_same_live_entries(order):
    said = [
        ("0_a.txt", {"by": "China", "about": "NATO", "said": "2024-07-11", "occasion_key": "Summit", "occasion": "Summit"}),
        ("1_b.txt", {"by": "NATO", "about": "China"}),
        ("2_c.txt", {"by": "Zed", "about": "China", "said": "2024-07"}),
        ("3_d.txt", {"by": "Beijing", "about": "NATO", "form": "headline"}),
    ]  # fmt: skip

    def read(numbers: list[int]) -> tuple[str, set[Any]]:
        with tempfile.TemporaryDirectory() as folder:
            world = World(Path(folder))
            for number in numbers:
                world.article(said[number][0], said[number][1])
            library = world.library()
            answer = library.ask("log")
            found = answer.digest, {entry[1:] for entry in answer.entries}
            library.close()
            world.chronicle.close()
            return found

    assert read(list(order)) == read([0, 1, 2, 3])


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (lambda w: w.decide(0, "retract"), lambda w: w.decide(0, "restore")),
        (lambda w: w.decide(0, "accept"), lambda w: w.decide(0, "reopen")),
        (lambda w: w.alias("Zed", "China"), lambda w: w.alias("Zed", "China", remove=True)),
        (lambda w: w.merge("China", "NATO"), lambda w: w.merge("China", "NATO", part=True)),
    ],
)
def test_what_is_taken_back_leaves_the_digest_as_it_was(world, there, back):
    world.article("0.txt", {"by": "Zed", "about": "China"}, {"by": "China", "about": "Zed"})
    library = world.library()
    before = library.ask("log").digest
    there(world)
    assert library.ask("log").digest != before
    back(world)
    assert library.ask("log").digest == before
    library.close()


@given(STORIES, st.integers(1, 5))
@settings(max_examples=40)
def test_a_fold_that_goes_on_is_what_one_is_that_begins_there(story, stride):
    told = Told(story)
    engine = told.live.engine
    sql = "SELECT position FROM assertions"
    firsts = [position for (position,) in engine.file.connection.execute(sql)]
    late = told.world.library("late.db")
    late.position()  # learns
    going, beginning = late.engine.fold, engine.fold
    for position in range(0, told.world.chronicle.head() + 1, stride):
        going.rewind(position)
        beginning.lose()
        beginning.rewind(position)
        for first in firsts:
            assert going.standing(first, position) == beginning.standing(first, position)
    late.close()
    told.close()
