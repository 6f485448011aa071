"""Opening says what is wrong, and never makes a store."""

import os
import sqlite3
import stat

import pytest

from timeline.chronicle import Chronicle, glance, schema
from timeline.errors import StoreError, StoreLocked, StoreMissing, StoreNewer


def test_a_misspelt_path_never_creates(tmp_path):
    with pytest.raises(StoreMissing, match=r"^there is no timeline store at .*typo\.db$"):
        Chronicle.open(tmp_path / "typo.db")
    assert list(tmp_path.iterdir()) == []


def test_creating_makes_no_folders(tmp_path):
    with pytest.raises(StoreMissing, match="there is no folder"):
        Chronicle.create(tmp_path / "typo" / "timeline.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is an empty file"),
        (b"Dear diary,", "is not a timeline store: not an SQLite database"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "is (not a timeline store|damaged)"),
    ],
)
def test_what_is_no_store_is_refused(path, content, says):
    path.write_bytes(content)
    for way in (Chronicle.open, Chronicle.create):
        with pytest.raises(StoreError, match=says):
            way(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        Chronicle.open(tmp_path)


def test_another_programs_database_is_no_store(path):
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE stored_events (state)")
    raw.close()
    with pytest.raises(StoreError, match="is an SQLite database, but not a timeline store"):
        Chronicle.open(path)


def test_a_truncated_store_is_damaged(chronicle, path, batch):
    chronicle.append(batch("a", *map(str, range(500))))
    chronicle.close()
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match=r"is damaged .*; go back to a backup"):
        Chronicle.open(path)


def test_a_newer_store_is_refused_with_its_number(chronicle, path):
    chronicle.close()
    tampered(path, f"PRAGMA user_version = {schema.FORMAT + 1}")
    with pytest.raises(StoreNewer, match=r"newer version \(format 3; this one reads up to 2\)"):
        Chronicle.open(path)


def test_the_format_rises_with_the_first_event_that_needs_it(chronicle, path, batch, monkeypatch):
    monkeypatch.setattr(schema, "FORMATS", {"noted.1": schema.FORMAT + 1})
    assert glance(path).format == 1
    chronicle.append(batch("a", "one"))
    with pytest.raises(StoreNewer):
        Chronicle.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER no_update_of_stored_events",
        "CREATE TRIGGER theirs AFTER INSERT ON stored_events BEGIN SELECT 1; END",
        "CREATE VIEW theirs AS SELECT 1",
    ],
)
def test_a_store_whose_guards_were_changed_is_refused(chronicle, path, statement):
    chronicle.close()
    tampered(path, statement)
    with pytest.raises(StoreError, match="is not as timeline made it: "):
        Chronicle.open(path)


def test_a_locked_store_says_so_after_the_patience_given(chronicle, path):
    chronicle.close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreLocked, match="is in use by another process; try again"):
        Chronicle.open(path, patience=0.1)
    holder.close()


def test_a_store_is_its_owners_only(chronicle, path, batch):
    chronicle.append(batch("a", "one"))
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_a_store_on_a_read_only_disk_is_read_but_not_written(chronicle, path, batch, monkeypatch):
    chronicle.append(batch("a", "one"))
    chronicle.close()
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with Chronicle.open(path) as evidence:
        assert [each.position for each in evidence.after()] == [1]
        with pytest.raises(StoreError, match="is read-only; nothing was saved"):
            evidence.append(batch("b", "two"))
    assert sorted(each.name for each in path.parent.iterdir()) == ["timeline.db"]


def test_a_log_beside_a_store_that_cannot_be_written_is_read_with_it(
    chronicle, path, batch, monkeypatch
):
    chronicle.append(batch("a", "one"))
    assert (path.parent / "timeline.db-wal").stat().st_size
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with Chronicle.open(path) as evidence:
        assert evidence.head() == 1


def test_creating_what_is_there_opens_it(chronicle, path, batch):
    chronicle.append(batch("a", "one"))
    with Chronicle.create(path) as again:
        assert again.head() == 1


def test_signs_that_mean_something_in_addresses_are_only_names(tmp_path, batch):
    path = tmp_path / "100%? #mode=memory &x.db"
    with Chronicle.create(path) as chronicle:
        chronicle.append(batch("a", "one"))
    assert glance(path).head == 1
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_where_links_are_unknown_a_store_is_made_all_the_same(path, monkeypatch):
    def no_links(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    with Chronicle.create(path) as chronicle:
        assert chronicle.head() == 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def tampered(path, statement):
    with sqlite3.connect(path) as raw:
        raw.execute(statement)
    raw.close()
