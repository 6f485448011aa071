"""Each hardening switched off, to show what is then lost or let in."""

import contextlib
import sqlite3
import sys

import pytest
from eventsourcing.application import Application
from eventsourcing.persistence import Mapper, PersistenceError

from timeline.chronicle import Batch, Chronicle, decode, new_envelope
from timeline.chronicle.connection import raw
from timeline.chronicle.hardening import Hardening
from timeline.errors import StoreError, StoreLocked, StoreMissing
from timeline.events import Noted


def note(text="one"):
    return Noted(**new_envelope("Ada"), subject="s", text=text)


def by_hand(path, *statements):
    """What anyone with SQLite can do; tells what was refused."""
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            raw.execute(statement)
    except sqlite3.Error as fault:
        return str(fault)
    finally:
        raw.close()
    return None


def loses_acknowledged_events_in_a_power_cut(path, hardening):
    with Chronicle.create(path, hardening=hardening) as chronicle:
        chronicle.append(Batch("a", 0, [note()]))
        with chronicle.library.factory.datastore.transaction(commit=True) as cursor:
            cursor.execute("PRAGMA synchronous")
            return cursor.fetchone()[0] < 2


def lets_an_event_be_changed(path, hardening):
    with Chronicle.create(path, hardening=hardening) as chronicle:
        chronicle.append(Batch("a", 0, [note()]))
        refused = by_hand(path, "UPDATE stored_events SET state = replace(state, 'one', 'two')")
        assert (decode(chronicle.at(1)).text == "two") == (refused is None)
        return refused is None


def lets_an_event_be_removed(path, hardening):
    with Chronicle.create(path, hardening=hardening) as chronicle:
        chronicle.append(Batch("a", 0, [note()]))
        by_hand(path, "DELETE FROM stored_events")
        return chronicle.head() == 0


def lets_an_event_be_replaced(path, hardening):
    """Neither an UPDATE nor a DELETE to the triggers that refuse those."""
    with Chronicle.create(path, hardening=hardening) as chronicle:
        chronicle.append(Batch("a", 0, [note()]))
        mine = chronicle.at(1)
        for position, version in ((1, 7), (7, 1)):
            by_hand(
                path,
                "INSERT OR REPLACE INTO stored_events "
                f"VALUES ({position}, 'a', {version}, 'noted.1', '{{}}')",
            )
        return list(chronicle.after()) != [mine]


def gives_a_position_twice(path, hardening):
    with Chronicle.create(path, hardening=hardening) as chronicle:
        chronicle.append(Batch("a", 0, [note("one"), note("two")]))
        by_hand(
            path,
            "DROP TRIGGER no_delete_of_stored_events",
            "DELETE FROM stored_events WHERE rowid = 2",
        )
        return list(chronicle.append(Batch("b", 0, [note("other")]))) == [2]


def lets_another_writer_in_between_look_and_write(path, hardening):
    with (
        Chronicle.create(path, patience=0.05, hardening=hardening) as chronicle,
        Chronicle.open(path, patience=0.05, hardening=hardening) as other,
        contextlib.suppress(PersistenceError, sqlite3.Error, StoreLocked),
        chronicle.library.factory.datastore.transaction(commit=True) as cursor,
    ):
        cursor.execute("SELECT count(*) FROM stored_events")
        cursor.fetchall()
        other.append(Batch("a", 0, [note()]))
    with Chronicle.open(path, hardening=hardening) as chronicle:
        return chronicle.head() == 1


def lets_the_files_own_views_call_functions(path, hardening):
    called = []
    with Chronicle.create(path, hardening=hardening) as chronicle:
        chronicle.head()
        by_hand(path, "CREATE VIEW theirs AS SELECT ours()")
        with chronicle.library.factory.datastore.get_connection(commit=False) as connection:
            raw(connection).create_function("ours", 0, lambda: called.append(1))
            with contextlib.suppress(sqlite3.OperationalError):
                raw(connection).execute("SELECT * FROM theirs").fetchall()
    return bool(called)


@pytest.mark.parametrize(
    ("switch", "trial"),
    [
        ("full", loses_acknowledged_events_in_a_power_cut),
        ("append_only", lets_an_event_be_changed),
        ("append_only", lets_an_event_be_removed),
        ("no_replace", lets_an_event_be_replaced),
        ("autoincrement", gives_a_position_twice),
        ("immediate", lets_another_writer_in_between_look_and_write),
        ("distrust", lets_the_files_own_views_call_functions),
    ],
)
def test_what_each_hardening_holds_comes_to_pass_without_it(tmp_path, switch, trial):
    assert not trial(tmp_path / "hard.db", Hardening())
    assert trial(tmp_path / "soft.db", Hardening()._replace(**{switch: False}))


# What the library does by itself, where ours does something else altogether.


def test_the_library_alone_makes_a_store_at_a_misspelt_path(tmp_path):
    env = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(tmp_path / "typo.db")}
    stock = Application(env)
    assert stock.recorder.max_notification_id() is None
    stock.close()
    assert (tmp_path / "typo.db").exists()
    with pytest.raises(StoreMissing):
        Chronicle.open(tmp_path / "typo2.db")
    assert not (tmp_path / "typo2.db").exists()


def test_the_library_alone_imports_what_a_stored_name_says(path, tmp_path, monkeypatch):
    (tmp_path / "hostile.py").write_text("import sys; sys.modules['it_ran'] = sys\nclass X: ...\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "it_ran", raising=False)
    with Chronicle.create(path) as chronicle:
        by_hand(path, "INSERT INTO stored_events VALUES (NULL, 'a', 1, 'hostile:X', '{}')")
        with pytest.raises(StoreError, match=r"position 1 is a 'hostile:X', which this version"):
            decode(chronicle.at(1))
        with pytest.raises(StoreError):
            list(chronicle.library.events.get("a"))
        assert "it_ran" not in sys.modules
        stock = Mapper(chronicle.library.construct_transcoder())
        with pytest.raises(Exception, match="hostile"):
            stock.to_domain_event(chronicle.library.recorder.select_events("a")[0])
        assert "it_ran" in sys.modules


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("COMPRESSOR_TOPIC", "zlib"),
        ("CIPHER_TOPIC", "eventsourcing.cipher:AESCipher"),
        ("TRANSCODER_TOPIC", "nowhere:Transcoder"),
        ("MAPPER_TOPIC", "nowhere:Mapper"),
        ("PERSISTENCE_MODULE", "eventsourcing.popo"),
        ("APPLICATION_RECORDER_TOPIC", "nowhere:Recorder"),
        ("ORIGINATOR_ID_TYPE", "uuid"),
        ("SQLITE_DBNAME", "elsewhere.db"),
        ("TIMELINE_SQLITE_DBNAME", "elsewhere.db"),
        ("SQLITE_LOCK_TIMEOUT", "soon"),
        ("IS_SNAPSHOTTING_ENABLED", "y"),
        ("CREATE_TABLE", "n"),
    ],
)
def test_the_librarys_environment_variables_are_not_heard(
    path, tmp_path, monkeypatch, variable, value
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, value)
    with Chronicle.create(path) as chronicle:
        chronicle.append(Batch("a", 0, [note()]))
        assert chronicle.at(1).state.startswith(b'{"at":')
        assert [placed.event.text for placed in chronicle.library.events.get("a")] == ["one"]
        assert chronicle.library.snapshots is None
    assert [each.name for each in tmp_path.iterdir()] == ["timeline.db"]


def test_the_library_alone_hears_a_compressor_from_the_shell(tmp_path, monkeypatch):
    env = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(tmp_path / "x.db")}
    monkeypatch.setenv("COMPRESSOR_TOPIC", "zlib")
    stock = Application(env)
    assert stock.mapper.compressor is not None
    stock.close()


def test_a_lock_is_told_and_nothing_is_saved(path):
    with Chronicle.create(path, patience=0.05) as chronicle:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match=r"in use by another process.*; nothing was saved"):
            chronicle.append(Batch("a", 0, [note()]))
        holder.close()
        assert chronicle.head() == 0
