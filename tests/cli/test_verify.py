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
