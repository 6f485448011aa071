"""`verify`: says what differs; exit code 1 if anything does."""

import json
import sqlite3

import pytest


@pytest.fixture
def copy(tmp_path, ask):
    """A copy of the seeds' store with its views, to be harmed."""
    done = ask("backup", str(tmp_path / "copy.db"))
    assert done.exit_code == 0, done.output
    for view in ("log", "stance", "responses"):
        ask(view, "-q", "--store", str(tmp_path / "copy.db"))
    return tmp_path / "copy.db"


def test_a_sound_store_is_told_as_such_with_its_digests(ask, copy):
    done = ask("verify", "--store", str(copy))
    assert done.exit_code == 0, done.output
    assert "all as recorded" in done.stderr
    told = json.loads(ask("verify", "--store", str(copy), "--json").stdout)
    assert (told["schema"], told["sound"], told["articles"]) == ("verified/1", True, 5)
    listed = json.loads(ask("projection", "list", "--store", str(copy), "--json").stdout)
    digests = {one["name"]: one["digest"] for one in listed["projections"] if one["digest"]}
    assert {one["view"]: one["digest"] for one in told["views"] if one["digest"]} == digests


def test_a_changed_quote_is_named_with_its_position(ask, copy):
    with sqlite3.connect(copy) as raw:
        raw.execute("DROP TRIGGER no_update_of_stored_events")
        changed = raw.execute(
            "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), 'decisive enabler',"
            " 'decisive opponent') AS BLOB) WHERE topic = 'assertion-recorded.1'"
            " AND CAST(state AS TEXT) LIKE '%decisive enabler%' RETURNING rowid"
        ).fetchall()
        raw.execute(
            "CREATE TRIGGER no_update_of_stored_events BEFORE UPDATE ON stored_events "
            "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
        )
    raw.close()
    done = ask("verify", "--store", str(copy))
    assert done.exit_code == 1, done.output
    told = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert told == [*(f"#{position}" for (position,) in changed), "views"]


@pytest.mark.parametrize("sql", [
    "DELETE FROM stored_events WHERE rowid = (SELECT max(rowid) FROM stored_events)",
    ("UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), '\"confidence\":',"
    " '\"confidence\":1') AS BLOB) WHERE rowid = (SELECT max(rowid) FROM stored_events)"),
])  # fmt: skip
def test_that_the_last_event_is_not_what_it_was_is_told_and_the_views_that_show_it_are_kept(
    ask, copy, sql
):
    with sqlite3.connect(copy) as raw:
        ((last,),) = raw.execute("SELECT max(rowid) FROM stored_events")
        guards = raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(sql)
        for _, guard in guards:
            raw.execute(guard)
    raw.close()
    for _ in range(2):  # it is there to be told again
        done = ask("verify", "--store", str(copy))
        assert done.exit_code == 1, done.output
        assert f"#{last}\tnot what it was when copy.views.db was made" in done.stdout


def test_an_index_of_words_that_cannot_be_read_is_a_flaw_and_no_lock(ask, copy):
    ask("log", "China", "-q", "--store", str(copy))
    with sqlite3.connect(copy.with_name("copy.views.db")) as raw:
        raw.execute(
            "UPDATE words_data SET block = x'00' WHERE id = (SELECT max(id) FROM words_data)"
        )
    raw.close()
    done = ask("verify", "--store", str(copy))
    assert done.exit_code == 1, done.output
    assert "words\tcannot be read: " in done.stdout


def test_a_changed_view_is_named_with_its_rows(ask, copy):
    with sqlite3.connect(copy.with_name("copy.views.db")) as raw:
        build = raw.execute("SELECT build FROM live WHERE projection = 'log'").fetchone()[0]
        raw.execute(f"UPDATE rows_{build} SET entry = replace(entry, 'Macron', 'Nobody')")
        assert raw.total_changes
    raw.close()
    done = ask("verify", "--store", str(copy))
    assert done.exit_code == 1
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("log\t")]
    assert "its rows are not those of the record" in line


def test_a_changed_table_is_named_in_a_line_with_what_to_do_sealed_or_not(ask, copy):
    views = copy.with_name("copy.views.db")
    for table, column in (("articles", "title"), ("occasions", "said")):
        with sqlite3.connect(views) as raw:
            first = f"(SELECT min(position) FROM {table})"
            sql = (
                f"UPDATE {table} SET {column} = '2014' WHERE position = {first} RETURNING position"
            )
            ((position,),) = raw.execute(sql).fetchall()
        raw.close()
        done = ask("verify", "--store", str(copy))
        assert done.exit_code == 1, done.output
        assert f"{table}\t1 row differs (#{position})" in done.stdout.splitlines()
        copy.with_name("copy.views.db.seal").unlink()
    told = json.loads(ask("verify", "--store", str(copy), "--json").stdout)
    assert not told["sound"]
    assert not told["ledger"]["sound"]
    assert told["words"]["sound"]
    assert "copy.views.db is disposable: delete it" in done.stderr
    views.unlink()
    assert ask("verify", "--store", str(copy)).exit_code == 0


def test_the_count_is_of_the_views_that_were_compared(ask, copy):
    done = ask("verify", "--store", str(copy))
    assert "every quote again, 3 views: all as recorded; 2 views not compared." in done.stderr
    assert "voices\tnot compared: not built yet" in done.stdout.splitlines()
    copy.with_name("copy.views.db").unlink()
    done = ask("verify", "--store", str(copy))
    assert "every quote again: all as recorded; 5 views not compared." in done.stderr
    assert set(done.stdout.splitlines()) == {
        f"{name}\tnot compared: not built yet"
        for name in ("firsts", "ledger", "log", "responses", "stance", "voices", "words")
    }


def test_what_a_read_only_medium_holds_is_verified_and_not_replayed(shell, copy, tmp_path):
    medium = tmp_path / "medium"
    medium.mkdir()
    for one in tmp_path.glob("copy*"):
        one.rename(medium / one.name)
    # A mark on the folder would not stop root, who may run this: so the program is told of one.
    (tmp_path / "medium.py").write_text(
        "import builtins, errno, os, pathlib\n"
        "def refusing(act, writes):\n"
        "    def tried(path, *words, **more):\n"
        "        if 'medium/' in str(path) and writes(*words):\n"
        "            raise OSError(errno.EROFS, 'Read-only file system', str(path))\n"
        "        return act(path, *words, **more)\n"
        "    return tried\n"
        "may = os.access\n"
        "os.access = lambda path, mode, **k: mode != os.W_OK and may(path, mode, **k)\n"
        "os.mkdir = refusing(os.mkdir, lambda *_: True)\n"
        "os.open = refusing(os.open, lambda flags, *_: flags & (os.O_RDWR | os.O_WRONLY))\n"
        "pathlib.io.open = refusing(pathlib.io.open, lambda mode='r', *_: 'r' not in mode)\n"
        "from timeline.cli import main; main()"
    )
    before = {one: one.read_bytes() for one in medium.iterdir()}
    done = shell("python medium.py verify --store medium/copy.db")
    assert done.returncode == 0, done.stderr
    assert "3 views: all as recorded" in done.stderr
    for words in ("replay log", "diff log"):
        done = shell(f"python medium.py projection {words} --store medium/copy.db")
        assert (done.returncode, done.stdout) == (4, "")
        assert done.stderr == (
            "timeline: A replay needs a lock file beside the views, and copy.views.db.log.lock"
            " cannot be made there: Read-only file system.\n"
        )
    assert {one: one.read_bytes() for one in medium.iterdir()} == before
