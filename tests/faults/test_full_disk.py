"""Disks that are full: nothing is half done, one line says so, and what was there still answers."""

import shutil
import sqlite3
from types import SimpleNamespace

import pytest

from tests.faults.ground import afresh, opened, read, run, views_of
from timeline.chronicle import Batch, Chronicle, new_envelope, streams
from timeline.events import AssertionRetracted

resource = pytest.importorskip("resource")
ARTICLE = """Beijing answers

July 11, 2024

China's foreign ministry spokesman Lin Jian said on Thursday that NATO should stop provocations.
"""


def full(name, pages=1):
    """No database of this name gets more pages than it has; `pages`, for one that is new."""

    def first():
        connect = sqlite3.connect

        def connected(*words, **more):
            connection = connect(*words, **more)
            if name in str(more.get("database", *words[:1])):
                connection.execute(f"PRAGMA max_page_count = {pages}")
            return connection

        sqlite3.connect = sqlite3.dbapi2.connect = connected

    return first


def no_file_longer_than(size):
    """What a write beyond it gets is an error of the disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def views_say(store, truth):
    with opened(store) as library:
        assert not library.warnings
        assert read(library) == truth
    return True


def test_a_step_that_would_fill_the_disk_is_not_begun_so_that_what_is_there_can_be_read(
    store, truth
):
    def no_room():
        shutil.disk_usage = lambda _: SimpleNamespace(free=1000)

    done = run("projection", "replay", "--all", store=store, first=no_room)
    assert (done.code, len(done.err.splitlines())) == (4, 1)
    assert "has too little room left" in done.err
    assert views_say(store, truth)


@pytest.mark.parametrize("what", ["full", "error"])
def test_a_replay_that_finds_no_room_leaves_the_live_view_and_says_so_in_one_line(
    store, truth, what
):
    size = views_of(store).stat().st_size
    first = full("views") if what == "full" else no_file_longer_than(size // 2)
    done = run("projection", "replay", "--all", store=store, first=first)
    assert (done.code, done.out) == (4, "")
    (line,) = done.err.splitlines()
    assert "timeline.views.db" in line
    assert ("is full" in line) == (what == "full")
    assert line.endswith("the views stand as they stood.")
    assert views_say(store, truth)
    assert run("projection", "replay", "--all", store=store).code == 0
    assert views_say(store, truth)


def test_a_read_that_finds_no_room_to_catch_up_answers_from_what_is_there_and_says_how_old_it_is(
    store, truth
):
    ids = [entry.id for entry in truth["log"][2]][:300]  # so many that no free page is left
    with Chronicle.open(store) as chronicle:
        for id_ in ids:
            stream = streams.dossier(id_)
            event = AssertionRetracted(**new_envelope("Ada"), id=id_, reason="said by nobody")
            chronicle.append(Batch(stream, chronicle.stream_version(stream), [event]))
    done = run("log", "--json", store=store, first=full("views"))
    assert done.code == 0
    assert "is full" in done.err
    assert "300 behind" in done.err
    assert truth["log"][1] in done.out
    assert "full" not in run("log", store=store).err


def test_views_that_cannot_be_made_at_all_are_missed_in_one_line(store):
    for left in store.parent.glob("*.views.*"):
        left.unlink()
    done = run("log", store=store, first=full("views", 30))
    assert (done.code, done.out, len(done.err.splitlines())) == (4, "", 1)
    assert "is full" in done.err


@pytest.mark.parametrize("what", ["full", "error"])
def test_an_article_for_which_there_is_no_room_is_not_half_added(store, truth, article, what):
    before = store.read_bytes()
    first = full("timeline.db") if what == "full" else no_file_longer_than(len(before) // 8)
    done = run("add", article, store=store, first=first)
    assert (done.code, done.out) == (4, "")
    (line,) = done.err.splitlines()
    assert "timeline.db" in line
    assert what != "full" or line.endswith("is full; nothing was saved")
    assert afresh(store) == truth
    again = run("add", article, store=store)
    assert (again.code, "1 article added" in again.err) == (0, True)


@pytest.mark.parametrize("fault", ["disk I/O error", "database or disk is full"])
def test_a_disk_that_fails_while_views_are_opened_does_not_cost_them(store, truth, fault):
    def failing():
        connect = sqlite3.connect

        def connected(*words, **more):
            if "views" in str(more.get("database", *words[:1])):
                raise sqlite3.DatabaseError(fault)
            return connect(*words, **more)

        sqlite3.connect = sqlite3.dbapi2.connect = connected

    before = views_of(store).read_bytes()
    done = run("stance", "NATO", store=store, first=failing)
    assert done.code == 0
    assert "the views stand as they stood" in done.err
    assert "NATO" in done.out  # from views in memory
    assert views_of(store).read_bytes() == before
    assert views_say(store, truth)
