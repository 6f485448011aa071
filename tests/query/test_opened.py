"""Where views cannot be written, what is there answers, and what is not is built for once."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.replay.world import World
from timeline.chronicle import Chronicle
from timeline.query import Filters, Library

ONCE = "The views are built in memory, for this once."


@pytest.fixture
def folder():
    with tempfile.TemporaryDirectory() as name:
        world = World(Path(name), gazetteer=False)
        world.article("1.txt", {"words": "no"})
        with_views(world, lambda library: library.ask("stance"))
        yield world
        world.chronicle.close()


def with_views(world, act):
    library = Library(world.chronicle, world.folder / "timeline.views.db")
    try:
        return act(library)
    finally:
        library.close()


@pytest.fixture
def ask(folder, monkeypatch):
    """Ask the store as a process that may not write there."""

    def asked(view, **filters):
        folder.chronicle.close()
        before = {path.name: path.read_bytes() for path in folder.folder.iterdir()}
        with monkeypatch.context() as denied:
            may = os.access
            denied.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))
            chronicle = Chronicle.open(folder.folder / "timeline.db")
            library = Library(chronicle, folder.folder / "timeline.views.db")
            answer = library.ask(view, Filters(**filters))
            found = [one.asserted for one in answer.entries]
            library.close()
            chronicle.close()
        views = {name: held for name, held in before.items() if name.endswith(("views.db", ".db"))}
        assert views == {name: (folder.folder / name).read_bytes() for name in views}
        return found, [*library.warnings, *answer.warnings][:2]

    return asked


def test_an_up_to_date_view_answers_without_a_word(folder, ask):
    with_views(folder, lambda library: list(library.ask("log").entries))
    assert ask("log") == (["no"], [])


def test_a_view_that_is_behind_says_so_and_proposes_nothing_that_cannot_be_done(folder, ask):
    with_views(folder, lambda library: list(library.ask("log").entries))
    folder.article("2.txt", {"words": "later"})
    found, said = ask("log", status=("proposed",))
    assert found == ["no"]
    assert said[0] == "timeline.views.db cannot be written here: what it holds is shown as it is."
    assert "projection replay" not in " ".join(said)


def test_a_view_that_nobody_asked_for_yet_is_built_in_memory(ask):
    found, said = ask("log")
    assert found == ["no"]
    assert said[0].endswith(ONCE)


def test_words_that_nobody_searched_yet_are_found_nonetheless(folder, ask):
    with_views(folder, lambda library: list(library.ask("voices").entries))
    found, said = ask("voices", text="nothing")
    assert found == []
    assert said[0].endswith(ONCE)


def test_without_a_file_all_is_built_in_memory(folder, ask):
    for path in folder.folder.glob("*views*"):
        path.unlink()
    assert ask("log") == (["no"], [f"timeline.views.db cannot be made here. {ONCE}"])


def test_what_the_views_hold_of_the_record_nobody_else_may_read(tmp_path):
    world = World(tmp_path)
    world.article("1.txt", {"by": "China"})
    library = world.library()
    library.catch_up("log")
    assert library.file.path.stat().st_mode & 0o777 == 0o600
    library.close()
    world.chronicle.close()
