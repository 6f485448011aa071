"""Views whose code changed: replayed by the read that finds them, or left and told of."""

import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.replay.world import World
from timeline.catalogue import Catalogue
from timeline.projection import Change, Entry, Projection, View
from timeline.query import Answer, Library
from timeline.replay import bluegreen


class Kept(Entry):
    asserted: str


class KeptMore(Entry):
    asserted: str
    cue: str


class Keep(Projection[Any]):
    """Whatever anybody says."""

    name, version, entry = "keep", 1, Kept

    def apply(self, change: Change, view: View[Any]) -> None:
        if change.after:
            view[change.id] = self.entry.of(change.after)
        else:
            view.pop(change.id, None)


class Loud(Keep):
    """Whatever anybody says, in capitals."""

    version = 2

    def apply(self, change: Change, view: View[Any]) -> None:
        if change.after:
            shouted = change.after.asserted.upper()
            view[change.id] = Kept.of(change.after)._replace(asserted=shouted)


class Louder(Loud):
    version = 3


class Wider(Keep):
    entry = KeptMore


class Falls(Keep):
    version = 2

    def apply(self, change: Change, view: View[Any]) -> None:
        raise ValueError("cannot take it")


@pytest.fixture
def world():
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder))
        made.article("0.txt", {"words": "a", "cue": "says"}, {"words": "b", "cue": "adds"})
        with_code(made, Keep()).close()
        yield made
        made.chronicle.close()


def with_code(world: World, projection: Projection[Any]) -> Library:
    """A program with this code, after its first read."""
    library = world.library(found=Catalogue({"keep": projection}, ()))
    library.first = library.ask("keep")  # type: ignore[attr-defined]
    return library


def told(answer: Answer) -> tuple[int, str, list[str]]:
    return answer.version, answer.state, [entry.asserted for entry in answer.entries]


def read(world: World, projection: Projection[Any]) -> tuple[int, str, list[str], str]:
    """A read in a program with this code: version, state, words, and all that it says beside."""
    library = with_code(world, projection)
    answer = library.first  # type: ignore[attr-defined]
    found = *told(answer), " ".join(answer.warnings)
    library.close()
    return found


def test_a_small_view_of_an_earlier_version_is_replayed_by_the_read_that_says_so_once(world):
    version, state, words, said = read(world, Loud())
    assert (version, state, words) == (2, "live", ["A", "B"])
    assert said.startswith("keep was made by version 1 of its code and was replayed")
    assert "timeline projection switch keep --back" in said
    assert read(world, Loud()) == (2, "live", ["A", "B"], "")


def test_a_view_of_entries_of_another_shape_is_replayed_as_well(world):
    library = with_code(world, Wider())
    assert [entry.cue for entry in library.ask("keep").entries] == ["says", "adds"]
    library.close()


def test_a_large_one_answers_as_it_is_with_the_command_to_run(world, monkeypatch):
    monkeypatch.setattr(bluegreen, "RATE", 1)
    version, state, words, said = read(world, Loud())
    assert (version, state, words) == (1, "stale", ["a", "b"])
    assert said.endswith("timeline projection replay keep")
    library = with_code(world, Loud())
    library.replay("keep")
    assert told(library.ask("keep")) == (2, "live", ["A", "B"])
    library.close()


def test_who_switched_back_stays_there_whatever_is_read_added_or_changed(world):
    read(world, Loud())
    library = with_code(world, Loud())
    library.switch("keep", back=True)
    library.close()
    world.article("1.txt", {"words": "c"})
    for code in (Loud(), Louder()):
        version, state, words, said = read(world, code)
        assert (version, state, words) == (1, "stale", ["a", "b"])
        assert "switched back to version 1" in said
    library = with_code(world, Louder())
    library.replay("keep")
    library.close()
    assert read(world, Louder()) == (3, "live", ["A", "B", "C"], "")


def test_who_switched_back_and_forth_is_where_he_was(world):
    library = with_code(world, Loud())
    library.switch("keep", back=True)
    library.switch("keep", back=True)
    library.close()
    assert read(world, Louder())[:2] == (3, "live")


def test_a_dry_run_leaves_the_switch_to_whom_it_was_shown(world):
    library = world.library(found=Catalogue({"keep": Loud()}, ()))
    assert len(list(library.diff("keep"))) == 2
    world.article("1.txt", {"words": "c"})
    answer = library.ask("keep")
    assert told(answer) == (1, "stale", ["a", "b"])
    assert "timeline projection switch keep lets it answer" in answer.warnings[0]
    library.switch("keep")
    assert told(library.ask("keep")) == (2, "live", ["A", "B", "C"])
    library.close()


def test_a_replay_that_was_stopped_on_the_way_is_gone_on_with(world):
    world.article("1.txt", {"words": "c"}, {"words": "d"})
    with_code(world, Keep()).close()
    library = world.library(found=Catalogue({"keep": Loud()}, ()))
    build = bluegreen.begin(library.engine, "keep")
    library.engine.feed([build], 3)
    assert 0 < library.engine.builds.of(build.build).position < library.engine.head()
    assert told(library.ask("keep")) == (2, "live", ["A", "B", "C", "D"])
    assert library.engine.builds.live("keep").build == build.build
    library.close()


def test_code_that_cannot_take_an_event_leaves_the_view_as_it_is_and_is_not_tried_again(world):
    for _ in range(2):
        version, state, words, said = read(world, Falls())
        assert (version, state, words) == (1, "stale", ["a", "b"])
        assert "Its replay failed at #" in said
        assert "ValueError: cannot take it" in said
    assert read(world, Louder())[:2] == (3, "live")


def test_an_older_program_does_not_undo_what_a_newer_one_made(world):
    read(world, Louder())
    version, state, words, said = read(world, Loud())
    assert (version, state, words) == (3, "stale", ["A", "B"])
    assert "newer than the version 2 here" in said


def test_who_cannot_write_reads_what_is_there(world):
    library = world.library(found=Catalogue({"keep": Loud()}, ()))
    library.file.writable = False
    answer = library.ask("keep")
    assert told(answer) == (1, "stale", ["a", "b"])
    assert "cannot be written" in answer.warnings[0]
    library.close()


def test_while_another_process_replays_it_a_read_takes_what_is_there(world):
    library = world.library(found=Catalogue({"keep": Loud()}, ()))
    with bluegreen.alone(library.engine, ("keep",)):
        answer = library.ask("keep")
    assert told(answer) == (1, "stale", ["a", "b"])
    assert answer.warnings[0] == "Another process is replaying keep."
    assert told(library.ask("keep")) == (2, "live", ["A", "B"])
    library.close()


def test_two_that_find_it_stale_replay_it_once(world):
    one = world.library(found=Catalogue({"keep": Loud()}, ()))
    other = world.library(found=Catalogue({"keep": Loud()}, ()))
    assert bluegreen.renew(one.engine, "keep")
    assert not bluegreen.renew(other.engine, "keep")
    assert other.engine.builds.previous("keep").version == 1
    for library in (one, other):
        library.close()


def test_changes_replay_a_small_view_and_tell_of_one_that_does_not_go_as_far(world, monkeypatch):
    monkeypatch.setattr(bluegreen, "RATE", 1)
    library = world.library(found=Catalogue({"keep": Loud()}, ()))
    world.decide(0, "accept")
    assert "keep is as of #" in " ".join(library.changes(0).warnings)
    monkeypatch.undo()
    said = library.changes(0).warnings
    assert [one.partition(";")[0] for one in said] == [
        "keep was made by version 1 of its code and was replayed"
    ]
    library.close()
