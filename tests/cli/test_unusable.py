"""A store that cannot be used: exit code 4, one clear line, and nothing is made or changed."""

import shutil
import sqlite3
from pathlib import Path

import pytest

READING = ["log", "stance NATO China", "show 003@922", "articles", "status", "export"]


@pytest.fixture
def own(seeded: Path, tmp_path: Path) -> Path:
    """A copy of the store, to be spoilt."""
    store = tmp_path / "own.db"
    shutil.copy(seeded, store)
    return store


def told(done) -> str:
    """The one line that an unusable store comes to."""
    assert done.returncode == 4, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("timeline: ")
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize("command", READING)
def test_a_store_that_is_not_there_is_not_made_by_looking(shell, tmp_path, command):
    line = told(shell(f"timeline {command} --store gone.db"))
    assert "gone.db" in line
    assert "timeline add" in line
    assert not list(tmp_path.glob("gone*"))


@pytest.mark.parametrize("command", ["log", "status", "add one.txt", "verify"])
@pytest.mark.parametrize(("content", "says"), [
    (b"Dear diary, this is no database at all. " * 40, "not a"), (b"", "empty"),
], ids=["text", "empty"])  # fmt: skip
def test_a_file_that_is_no_store_is_named_and_left_as_it_is(
    shell, tmp_path, command, content, says
):
    (tmp_path / "one.txt").write_text("NATO accused China on 10 July 2024.")
    (tmp_path / "notes.db").write_bytes(content)
    line = told(shell(f"timeline {command} --store notes.db"))
    assert "notes.db" in line
    assert says in line
    assert (tmp_path / "notes.db").read_bytes() == content
    assert not list(tmp_path.glob("notes.db-*"))


def test_another_programs_database_is_refused(shell, tmp_path):
    with sqlite3.connect(tmp_path / "theirs.db") as connection:
        connection.execute("CREATE TABLE contacts (name)")
    connection.close()
    assert "not a timeline store" in told(shell("timeline log --store theirs.db"))


@pytest.mark.parametrize("command", ["log", "add one.txt"])
def test_a_store_of_a_newer_version_says_what_to_update(shell, own, tmp_path, command):
    (tmp_path / "one.txt").write_text("NATO accused China on 10 July 2024.")
    connection = sqlite3.connect(own)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    line = told(shell(f"timeline {command} --store own.db"))
    assert "newer version" in line
    assert "update timeline" in line


def test_a_damaged_store_says_so(shell, own):
    content = bytearray(own.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    own.write_bytes(content)
    assert "own.db" in told(shell("timeline log --store own.db"))


def test_a_store_that_another_holds_is_said_to_be_held(shell, own, tmp_path):
    (tmp_path / "one.txt").write_text("NATO accused China on 10 July 2024.")
    other = sqlite3.connect(own, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        line = told(shell("timeline add one.txt --store own.db"))
    finally:
        other.close()
    assert "own.db" in line
    assert "another process" in line


def test_a_folder_is_no_store(shell, tmp_path):
    (tmp_path / "folder.db").mkdir()
    assert "is a folder" in told(shell("timeline log --store folder.db"))


def test_a_store_that_may_not_be_written_still_answers_and_refuses_to_be_added_to(
    shell, own, tmp_path
):
    (tmp_path / "one.txt").write_text("NATO accused China on 10 July 2024.")
    # A mark on the file would not stop root, who may run this: so the program is told of one.
    deny = (
        "import os; may = os.access\n"
        "os.access = lambda path, mode, **k: mode != os.W_OK and may(path, mode, **k)\n"
        "from timeline.cli import main; main()"
    )
    (tmp_path / "deny.py").write_text(deny)
    read = shell("python deny.py log --store own.db")
    assert read.returncode == 0, read.stderr
    assert "8229190e" in read.stdout or "000@" in read.stdout
    before = own.read_bytes()
    assert "read-only" in told(shell("python deny.py add one.txt --store own.db"))
    assert own.read_bytes() == before


def test_a_folder_that_was_removed_is_said_to_be_gone_unless_a_store_is_named(shell, own):
    gone = "mkdir gone && cd gone && rmdir ../gone && unset TIMELINE_STORE && timeline log"
    assert "was removed; go to another" in told(shell(gone))
    done = shell(f"{gone} -q --store {own}")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_above_that_is_closed_to_us_holds_no_store(monkeypatch, tmp_path):
    from timeline.cli.store import choose

    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("os.stat", closed)
    assert choose(None, new=True).path == tmp_path / "timeline.db"


@pytest.mark.parametrize(("command", "code"), [
    ("log >&-", 0), ("log 2>&-", 0), ("log >/dev/full", 4), ("import - <&-", 3), ("add - <&-", 3),
])  # fmt: skip
def test_a_stream_that_is_closed_or_full_is_no_fault_of_the_program(shell, command, code):
    done = shell(f"timeline {command}")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "fault of this program" not in done.stderr


def test_what_the_system_complains_of_is_told_of_the_store_and_not_of_its_draft():
    from errno import EROFS

    from timeline.chronicle.faults import told as in_our_words

    fault = OSError(EROFS, "Read-only file system", "ro/.new.db.a08bb2f9")
    said = str(in_our_words(Path("ro/new.db"), fault))
    assert said == "ro/new.db cannot be written: it, or its folder, is read-only"
