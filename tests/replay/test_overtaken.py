"""Two processes that bring one view up to date at once: one writes, the other takes it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.replay.world import World
from timeline.errors import ViewError
from timeline.query import Library
from timeline.replay import bluegreen, scan
from timeline.replay import engine as engines
from timeline.replay.steps import Overtaken


@pytest.fixture
def world(tmp_path: Path) -> World:
    """One article of two assertions."""
    world = World(tmp_path)
    world.article("0.txt", {"words": "a"}, {"words": "b"})
    return world


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> list[int]:
    """Let something happen once a scan has prepared a span, before it writes it."""
    prepare, done = scan.prepare, []

    def late(*given):
        made = prepare(*given)
        if not done:
            done.append(1)
            act()
        return made

    monkeypatch.setattr(scan, "prepare", late)
    return done


def words(library: Library) -> list[str]:
    return sorted(entry.asserted for entry in library.ask("log").entries)


def test_whoever_is_overtaken_while_catching_up_takes_what_the_other_wrote(world, monkeypatch):
    slow, quick = world.library(), world.library()
    assert words(slow) == ["a", "b"]
    world.article("1.txt", {"words": "c"})
    done = meanwhile(monkeypatch, lambda: words(quick))
    assert words(slow) == ["a", "b", "c"]
    assert done
    assert slow.ask("log").digest == quick.ask("log").digest


def test_a_view_that_is_replayed_twice_while_it_is_brought_up_to_date_is_let_go(world, monkeypatch):
    slow, quick = world.library(), world.library()
    assert words(slow) == ["a", "b"]
    world.article("1.txt", {"words": "c"})

    def twice() -> None:
        quick.replay("log")
        quick.replay("log")

    done = meanwhile(monkeypatch, twice)
    assert words(slow) == ["a", "b", "c"]
    assert done


def test_an_answer_is_read_to_its_end_though_its_view_is_dropped_meanwhile(world):
    reader, other = world.library(), world.library()
    answer = reader.ask("log")
    for _ in range(3):
        other.replay("log")
    assert sorted(entry.asserted for entry in answer.entries) == ["a", "b"]


def test_two_first_readers_share_the_view_that_one_of_them_begins(world, monkeypatch):
    slow, quick = world.library(), world.library()
    waiting, asked = bluegreen.waiting, []

    def late(engine, name):
        found = waiting(engine, name)
        if engine is slow.engine and not asked:
            asked.append(1)
            assert words(quick) == ["a", "b"]  # begun, built and live since it looked
        return found

    monkeypatch.setattr(engines, "waiting", late)
    assert words(slow) == ["a", "b"]
    assert asked
    assert len(slow.engine.builds.unused("log")) == 0


def test_a_build_that_is_overtaken_time_and_again_never_answers_half_done(world, monkeypatch):
    def always(*_):
        raise Overtaken

    with monkeypatch.context() as hindered:
        hindered.setattr(scan.Scan, "run", always)
        with pytest.raises(ViewError, match="try again"):
            words(world.library())
    library = world.library()
    assert library.engine.builds.live("log") is None
    assert words(library) == ["a", "b"]
