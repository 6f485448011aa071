"""What is asked by names or words is found by an index: no row is read that does not answer."""

import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.replay.world import World
from timeline.query import Filters
from timeline.query.held import held
from timeline.replay.whom import KINDS


@pytest.fixture
def library():
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.article("1.txt", {"by": "NATO", "about": "China", "words": "warned"})
        held = world.library()
        held.file.snapshot = lambda: held.file.connection  # where it can be watched
        yield held
        held.close()
        world.chronicle.close()


def plans(library, act) -> list[str]:
    """How SQLite goes about what `act` asks of the views."""
    connection, asked = library.engine.file.connection, []
    act()  # what there is to build is built
    connection.set_trace_callback(asked.append)
    act()
    connection.set_trace_callback(None)
    questions = [sql for sql in asked if sql.startswith("SELECT")]
    steps = (connection.execute(f"EXPLAIN QUERY PLAN {sql}") for sql in questions)
    return [step[3] for found in steps for step in found]


@pytest.mark.parametrize(
    ("view", "words", "filters", "index"),
    [
        ("stance", ("NATO", "China"), {}, "_by (sides=?)"),
        ("stance", ("NATO",), {}, "_by (sides=?)"),
        ("stance", (), {"about": ("China",)}, "_about (target_sides=?)"),
        ("stance", ("NATO", "China"), {"as_of": 5}, "_by (sides=?)"),
        ("responses", ("China",), {}, "_about (target_sides=?)"),
        ("log", ("warned",), {}, "INTEGER PRIMARY KEY"),
        ("log", (), {"source": ("1.txt",)}, "INTEGER PRIMARY KEY"),
        ("log", (), {"source": ("1.txt",), "as_of": 5}, "INTEGER PRIMARY KEY"),
    ],
)
def test_rows_are_looked_up_by_who_of_whom_and_words(library, view, words, filters, index):
    answered = []

    def ask():
        answered[:] = library.ask(view, Filters(**filters), words).entries

    steps = plans(library, ask)
    assert [one.asserted for one in answered] == ["warned"]
    assert any("rows_" in step and index in step for step in steps)
    assert [step for step in steps if step.startswith("SCAN rows_")] == []


def test_what_an_occasion_moves_is_found_by_its_name_where_it_is_dated_anew(tmp_path):
    world = World(tmp_path)
    summit = {"by": "NATO", "about": "China", "occasion": "Summit", "occasion_key": "Summit"}
    world.article("1.txt", summit, {"by": "China", "about": "NATO"})
    with closing(world.library()) as library:
        library.ask("log")
        head = library.position()
        world.occasion("Summit", "2024-07-10")
        changed = []
        steps = plans(library, lambda: changed.append(library.changes(head)))
        assert {one.after.said for one in changed[-1].differences} == {"2024-07-10"}
        assert any("_moves (moves=?" in step for step in steps)
    world.chronicle.close()


def test_events_about_actors_are_found_among_all_others_by_their_kind(library):
    library.position()  # learns them

    def found(after):
        steps = plans(library, lambda: library.engine.ledger.turns(KINDS, after, 9))
        return [step for step in steps if step.split()[1] == "turns"]

    by_kind = ["SEARCH turns USING INDEX turns_name (name=? AND rowid>? AND rowid<?)"]
    assert found(0) == found(2) == by_kind


def test_a_name_that_stands_is_known_without_all_that_is_known_of_actors(library, monkeypatch):
    library.resolve_actor("china")
    monkeypatch.setattr(library.engine.who, "as_of", lambda _: pytest.fail("not needed"))
    assert [library.resolve_actor(word) for word in ("NATO", "beijing", "prc")] == [
        "NATO", "China", "China",
    ]  # fmt: skip


def test_of_an_article_whose_admission_was_erased_the_rows_are_found_all_the_same(library):
    (article,) = (one.id for one in library.articles())
    library.engine.file.connection.execute("UPDATE articles SET sha256 = ''")
    (found,) = library.ask("log", Filters(source=(article,))).entries
    assert found.asserted == "warned"


def test_articles_whose_hashes_begin_alike_are_told_apart(library, tmp_path):
    world = World(tmp_path)
    for name, words in (("1.txt", "warned"), ("2.txt", "praised")):
        world.article(name, {"by": "NATO", "about": "China", "words": words})
    held = world.library()
    held.ask("log", Filters())
    views = held.engine.file.connection
    views.execute("UPDATE articles SET sha256 = 'abcdef01' || substr(sha256, 9)")
    views.execute("UPDATE assertions SET handle = 'abcdef01' || substr(handle, 9)")
    (found,) = held.ask("log", Filters(source=("2.txt",))).entries
    assert found.asserted == "praised"


def test_a_date_that_is_stated_is_the_same_in_a_view_an_export_and_alone(tmp_path):
    world = World(tmp_path)
    summit = {"by": "NATO", "about": "China", "occasion": "Summit", "occasion_key": "Summit"}
    world.article("1.txt", {**summit, "said": "2024-07-08", "said_basis": "stated"}, summit)
    world.occasion("Summit", "2024-07-10")
    with closing(world.library()) as library:
        viewed = {one.id: one.said for one in library.ask("log").entries}
        exported = {one.standing.id: one.standing.said for one in held(library, Filters())}
        assert sorted(viewed.values()) == ["2024-07-08", "2024-07-10"]
        assert viewed == exported == {id_: library.standing(id_).said for id_ in viewed}
    world.chronicle.close()
