"""A backup of a store in use is whole; a copy of its file is not."""

import shutil

import pytest

from timeline.chronicle import ArticleBytes, Chronicle, copying
from timeline.errors import StoreError


def test_a_backup_holds_all_and_a_copied_file_does_not(chronicle, tmp_path, batch):
    kept = ArticleBytes.of("x", b"words")
    chronicle.append(batch("a", "one", "two"), articles=[kept])
    assert chronicle.backup(tmp_path / "backup.db") == 2
    with Chronicle.open(tmp_path / "backup.db") as backup:
        assert list(backup.after()) == list(chronicle.after())
        assert backup.bytes_of("x") == kept
        backup.append(batch("a", "three", expected=2))
    shutil.copy(chronicle.path, tmp_path / "copied.db")
    with Chronicle.open(tmp_path / "copied.db") as copied:
        assert copied.head() == 0


def test_a_backup_is_one_file_of_its_owner(chronicle, tmp_path, batch):
    chronicle.append(batch("a", "one"))
    (tmp_path / "there").mkdir()
    chronicle.backup(tmp_path / "there" / "backup.db")
    [file] = (tmp_path / "there").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_backup_replaces_nothing(chronicle, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="is there already, and a backup replaces nothing"):
        chronicle.backup(tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_backup_makes_no_folders(chronicle, tmp_path):
    with pytest.raises(StoreError, match="there is no folder"):
        chronicle.backup(tmp_path / "nowhere" / "backup.db")


def test_a_backup_that_ends_too_early_is_not_kept(chronicle, tmp_path, batch, monkeypatch):
    chronicle.append(batch("a", "one"))
    seen = copying.glance
    monkeypatch.setattr(copying, "glance", lambda path: seen(path)._replace(head=0))
    with pytest.raises(StoreError, match="would end at 0, not 1; it was not kept"):
        chronicle.backup(tmp_path / "backup.db")
    assert not (tmp_path / "backup.db").exists()
    assert len(list(tmp_path.glob("*backup*"))) == 0
