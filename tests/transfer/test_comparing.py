"""The views file beside the record: whatever was changed in it is found, and nothing else is.

China of NATO, twice on a summit that three date; a name that came to mean another; an article
that was read again; all that a person can decide
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replay.test_laws import STORIES, tell
from tests.replay.world import World
from timeline.catalogue import Catalogue, catalogue
from timeline.query import Filters
from timeline.replay import bluegreen
from timeline.transfer import Flaw, compare

SUMMIT = {"occasion": "Summit", "occasion_key": "Summit"}
TOLD_OTHERWISE = {
    "ledger.indexed": "an index that is made again is the same",
    "builds.indexed": "likewise",
    "builds.build": "the view has no rows then, and is not built yet",
    "builds.version": "the view is stale, and says so",
    "builds.fingerprint": "likewise",
    "live.projection": "the view is not built yet",
    "live.build": "likewise",
    "live.previous": "it answers nothing",
}
"""What changes no answer, or is told by every read."""


LOG = Catalogue({"log": catalogue().projections["log"]}, ())
READ = {
    "": lambda _: None,
    "log": lambda library: library.ask("log"),
    "words": lambda library: library.ask("log", Filters(text="words")),
    "all": lambda library: library.catch_up(*library.catalogue.projections),
    "replay": lambda library: library.replay("log", "voices"),
}
READS = st.sampled_from([*READ])


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("world"), gazetteer=False)
    with closing(world.library(found=LOG)) as library:
        said = {"about": "NATO", "topics": ["war"], "said": "2024-07-11", "said_basis": "occasion"}
        world.article("0.txt", {**SUMMIT, **said}, {"by": "Zed", **said}, {"by": "Ann Lee"})
        library.catch_up(*library.catalogue.projections)
        world.article("1.txt", {**SUMMIT, "about": "Zed"}, {"by": "Russia"})
        library.ask("log", Filters(text="words"))
        world.occasion("Summit", "2024-07-10")
        world.alias("Zed", "China")
        world.decide(0, "accept")
        world.decide(1, "correct", speaker_name="Ann Lee")
        world.decide(2, "date", date="2024-07-09")
        world.decide(3, "retract")
        world.link(0, "answers", 1)
        library.catch_up()
        world.article("0.txt", {"by": "Russia", "about": "China", "start": 900}, reader="2")
        library.catch_up()
        library.ask("log", Filters(text="words"))
    return world


@pytest.fixture
def ours(world, tmp_path):
    """A copy of the views, without a seal."""
    return Path(shutil.copy(world.folder / "timeline.views.db", tmp_path / "views.db"))


def compared(world, views, found=LOG):
    with closing(world.library(views, as_found=True, found=found)) as library:
        return compare(library, world.chronicle, lambda *_: None)


def by_hand(views, sql, *values):
    with closing(sqlite3.connect(views, isolation_level=None)) as raw:
        done = raw.execute(sql, values)
        assert done.rowcount
        return done.fetchall()


def tables(views):
    """Tables that a read may look into, but the index of words, with the names of their columns."""
    with closing(sqlite3.connect(views)) as raw:
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        ).fetchall():
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({name})")]
            if not name.startswith(("sqlite", "words")):
                yield name, [column for column in columns if column != "one"]


def test_what_nobody_changed_has_no_flaw(world, ours):
    found = compared(world, ours)
    assert found.flaws == ()
    assert {one.why_not for one in (*found.views, found.ledger, found.words)} == {""}


def changed(value):
    match value:
        case None:
            return 7
        case int():
            return value + 1_000_003
        case str():
            return f"{value}x"
    return value + b" "


def harmed(views, table, columns, column):
    """Change the last value of a column."""
    names = ", ".join(f'"{name}"' for name in columns)
    (row, *_) = by_hand(views, f'SELECT {names} FROM {table} ORDER BY "{column}" DESC')
    which = " AND ".join(f'"{name}" IS ?' for name in columns)
    value = changed(row[columns.index(column)])
    by_hand(views, f'UPDATE {table} SET "{column}" = ? WHERE {which}', value, *row)


def test_whatever_is_changed_in_a_row_is_found(world, ours, tmp_path):
    unseen = set()
    assert "past_1" in dict(tables(ours))
    for table, columns in tables(ours):
        for column in columns:
            views = shutil.copy(ours, tmp_path / "harmed.db")
            harmed(views, table, columns, column)
            found = compared(world, views)
            if not found.flaws:
                unseen.add(f"{table}.{column}")
            else:
                assert found.disposable or (table, column) == ("builds", "error")
    assert unseen == set(TOLD_OTHERWISE)


@pytest.mark.parametrize(("sql", "where", "reason"), [
    ("UPDATE articles SET title = 'Another' WHERE position = 1", "articles", "1 row differs (#1)"),
    ("UPDATE occasions SET said = '2014-01-01'", "occasions", "1 row differs (#12)"),
    ("DELETE FROM turns", "turns", "15 rows differ (#1, #2, #3, #7, #8, #9, #12, #13, #14, #15, …)"),
    ("UPDATE assertions SET who = whom, whom = who WHERE position = 4", "assertions", "1 row differs (#4)"),
    ("DELETE FROM dossiers WHERE position = 5", "dossiers", "1 row differs (#5)"),
    ("DELETE FROM clock WHERE position = 20", "clock", "1 row differs (#20)"),
    ("DELETE FROM casts_members WHERE name = 'china'", "casts_members", "differ"),
    ("INSERT INTO lists_members VALUES ('NATO', 1)", "lists_members", "1 row differs"),
    ("UPDATE rows_1 SET terms = 1 WHERE position = 4", "log", "its rows are not those of the record: "),
    ("UPDATE rows_1 SET sides = CAST(sides AS TEXT) WHERE position = 4", "log", "its rows are not"),
    ("DELETE FROM past_1", "log", "its past rows are not those of the record: "),
    ("INSERT INTO words (rowid, text) VALUES (4, 'hidden')", "words", "1 word differs (#4)"),
    ("DELETE FROM words_data WHERE id > 10", "words", ""),
    ("UPDATE words_data SET block = substr(block, 2)", "words", ""),
    ("UPDATE ledger SET words = 4", "words", "words differ ("),
    ("UPDATE ledger SET words = 99", "words", "searchable up to #99, beyond the ledger's #"),
    ("UPDATE ledger SET settled = 99", "ledger", "decisions resolved up to #99, beyond its #"),
    ("UPDATE builds SET position = 99", "log", "is at #99, beyond the ledger's #"),
    ("UPDATE builds SET position = 6", "log", "its rows are not those of the record: "),
    ("UPDATE builds SET projection = 'stance'", "log", "a view of stance answers for it"),
    ("DROP TABLE builds", "views.db", "cannot be read: no such table: "),
    ("DROP TABLE occasions", "occasions", "cannot be read: no such table: occasions"),
    ("CREATE TRIGGER later AFTER INSERT ON turns BEGIN DELETE FROM turns; END", "views.db", "later is"),
    ("CREATE UNIQUE INDEX once ON turns (position)", "views.db", "once is not as it is made"),
    ("ALTER TABLE articles ADD COLUMN mood TEXT", "views.db", "articles is not as it is made"),
])  # fmt: skip
def test_what_was_changed_is_named_in_a_line(world, ours, sql, where, reason):
    harm = sqlite3.connect(ours, isolation_level=None)
    harm.execute(sql)
    harm.close()
    found = compared(world, ours)
    told = [flaw.reason for flaw in found.flaws if flaw.where == where]
    assert any(reason in one for one in told), found.flaws
    assert found.disposable


def test_an_index_that_is_not_that_of_its_table_is_found(world, ours):
    with closing(sqlite3.connect(ours, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema"
            " WHERE name IN ('rows_1_about', 'rows_1_by')) - rootpage"
            " WHERE name IN ('rows_1_about', 'rows_1_by')"
        )
    (flaw, *_) = compared(world, ours).flaws
    assert flaw.where == "views.db"
    assert "rows_1_" in flaw.reason


def test_words_that_a_search_does_not_come_to_are_found(tmp_path):
    world = World(tmp_path, gazetteer=False)
    world.article("0.txt", {"words": " ".join(f"word{number}" for number in range(2000))})
    with closing(world.library("views.db", found=LOG)) as library:
        library.ask("log", Filters(text="word7"))
    by_hand(tmp_path / "views.db", "DELETE FROM words_idx")
    (flaw,) = compared(world, tmp_path / "views.db").flaws
    assert flaw.where == "words"
    assert flaw.reason.startswith("a search does not find: “")
    assert flaw.reason.endswith("”, …")


def test_a_file_that_was_sealed_and_changed_is_told_table_by_table_too(world, ours):
    with closing(world.library(ours, found=LOG)) as library:
        library.engine.ledger.settled(library.position())
    assert ours.with_name("views.db.seal").read_bytes()
    by_hand(ours, "UPDATE articles SET title = 'Another' WHERE position = 1")
    for _ in range(2):
        assert compared(world, ours).flaws == (Flaw("articles", "1 row differs (#1)"),)


def test_views_that_are_behind_or_were_never_asked_for_are_no_flaw(world, ours):
    found = compared(world, ours, catalogue())
    assert found.flaws == ()
    assert {one.view: one.why_not for one in found.views if one.view != "log"} == dict.fromkeys(
        ("firsts", "responses", "stance", "voices"), "not built yet"
    )
    with closing(world.library("log.db", found=LOG)) as library:
        library.engine.learn(12)
        library.engine.feed([bluegreen.begin(library.engine, "log", first=True)], 9)
    found = compared(world, world.folder / "log.db")
    behind = [(one.position, one.behind) for one in (*found.views, found.ledger)]
    head = world.chronicle.head()
    assert (found.flaws, behind) == ((), [(9, head - 9), (12, head - 12)])
    assert found.words.why_not == "not built yet"


def test_a_view_that_failed_is_told_as_such_and_to_delete_the_file_would_not_mend_it(world, ours):
    by_hand(ours, "UPDATE builds SET error = 'at #7: ValueError: no'")
    found = compared(world, ours)
    assert found.flaws == (Flaw("log", "failed at #7: ValueError: no"),)
    assert found.views[0].why_not
    assert not found.disposable


def test_a_projection_that_takes_an_event_no_more_is_named_with_it(world, ours):
    class Choking(type(LOG.projections["log"])):
        """The log, by code that fell out with NATO."""

        def apply(self, change, view):
            """Take nothing."""
            raise ValueError("no")

    (flaw,) = compared(world, ours, Catalogue({"log": Choking()}, ())).flaws
    assert flaw.where == "log"
    assert flaw.reason.startswith("failed at #4: ValueError: no")


def test_verifying_changes_nothing_in_the_file(world, ours):
    before = ours.read_bytes()
    compared(world, ours)
    assert ours.read_bytes() == before


@given(STORIES, st.lists(READS, min_size=12, max_size=12), st.integers(1, 4))
@settings(max_examples=25)
def test_whatever_happened_and_however_it_was_read_meanwhile_there_is_no_flaw(story, reads, size):
    with TemporaryDirectory() as folder:
        world = World(Path(folder), gazetteer=False)
        paged = world.chronicle.pages
        world.chronicle.pages = lambda position=0, upto=None: paged(position, upto, size)
        with closing(world.library("views.db")) as library:
            for number, (step, read) in enumerate(zip(story, reads, strict=False)):
                tell(world, step, number)
                READ[read](library)
        world.chronicle.pages = paged
        found = compared(world, world.folder / "views.db", catalogue())
        world.chronicle.close()
    assert found.flaws == ()
