"""`projection`: a user's own package, whose code changes: stale, compared, replayed, and back."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CODE = '''
from timeline.projection import Entry, Projection

class Loud(Entry):
    """Who is loud."""
    asserted: str
    {field}

class Loudness(Projection[Loud]):
    """Whoever {name}s."""
    name, version, entry = "loud", {version}, Loud

    def apply(self, change, view):
        """Keep some."""
        if change.after and change.after.{test}:
            view[change.id] = Loud.of(change.after)
        else:
            view.pop(change.id, None)
'''
FIRST = {"name": "accuse", "version": 1, "test": "act == 'accuse'", "field": ""}
SECOND = {"name": "accuse", "version": 2, "test": "is_about('China')", "field": ""}


class Desk:
    """A store with the seeds, and a package of projections beside it, in processes of their own."""

    def __init__(self, folder: Path, seeded: Path) -> None:
        self.folder = folder
        for path in seeded.parent.glob("timeline.db*"):
            shutil.copy(path, folder / path.name)
        held = folder / "mine-1.dist-info"
        held.mkdir()
        (held / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1\n")
        (held / "entry_points.txt").write_text("[timeline.projections]\nmine = loudness\n")

    def code(self, text: str) -> None:
        (self.folder / "loudness.py").write_text(text)

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "PYTHONPATH": str(self.folder),
            "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-m", "timeline.cli", *words], cwd=self.folder, env=environment,
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def listed(self) -> dict[str, dict[str, object]]:
        told = json.loads(self("projection", "list", "--json").stdout)
        return {one["name"]: one for one in told["projections"]}


@pytest.fixture
def desk(tmp_path, seeded):
    return Desk(tmp_path, seeded)


@pytest.fixture
def stale(desk):
    """The view of the first code was read; then the code changed."""
    desk.code(CODE.format(**FIRST))
    assert desk("loud").returncode == 0
    desk.code(CODE.format(**SECOND))
    return desk


def test_a_view_that_nobody_read_is_absent_then_live_then_behind(desk):
    desk.code(CODE.format(**FIRST))
    assert desk.listed()["loud"]["state"] == "absent"
    assert desk("loud").returncode == 0
    live = desk.listed()["loud"]
    assert (live["state"], live["behind"], live["version"]) == ("live", 0, 1)
    assert len(live["digest"]) == 64
    (desk.folder / "new.txt").write_text("NATO accused China of enabling the war.\n")
    desk("add", "new.txt")
    late = desk.listed()["loud"]
    assert late["state"] == "behind"
    assert late["behind"] > 0


def test_a_small_view_of_other_code_is_replayed_by_a_read_that_says_so_on_stderr(stale):
    before = stale.listed()["loud"]
    assert (before["state"], before["version"]) == ("stale", 1)
    done = stale("loud", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert (told["version"], told["state"]) == (2, "live")
    assert done.stderr == (
        "loud was made by version 1 of its code and was replayed;"
        " back: timeline projection switch loud --back\n"
    )
    assert stale("projection", "switch", "loud", "--back").returncode == 0
    done = stale("loud", "--json")
    assert len(json.loads(done.stdout)["entries"]) == before["rows"]
    assert "timeline projection replay loud" in done.stderr
    assert stale.listed()["loud"]["digest"] == before["digest"]


def test_a_dry_run_tells_every_row_that_would_change_and_switches_nothing(stale):
    before = stale.listed()["loud"]
    done = stale("projection", "diff", "loud", "--json")
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert (told["version"], told["replayed_by"]) == (1, 2)
    kinds = [row["row"] for row in told["rows"]]
    assert kinds.count("added") == told["added"] > 0
    assert kinds.count("gone") == told["gone"] > 0
    assert told["equal"] + told["changed"] + told["gone"] == before["rows"]
    assert all(row["handle"].count("@") == 1 and row["because"] for row in told["rows"])
    assert stale.listed()["loud"] == before
    assert told["digest"] == before["digest"] != told["replayed_digest"]

    page = stale("projection", "diff", "loud", "--format", "table", "-n", "2")
    assert page.returncode == 1
    assert f"{told['equal']} equal, {told['changed']} changed, {told['added']} added" in page.stdout
    assert "a greater --limit" in page.stdout
    assert len(stale("projection", "diff", "loud").stdout.splitlines()) == len(told["rows"])


def test_a_dry_run_knows_the_digest_that_a_switch_brings(stale):
    told = json.loads(stale("projection", "diff", "loud", "--json").stdout)
    assert stale("projection", "switch", "loud").returncode == 0
    after = stale.listed()["loud"]
    assert (after["version"], after["digest"]) == (told["replayed_by"], told["replayed_digest"])


def test_the_digest_of_a_replay_that_went_further_is_that_of_where_the_view_stands(stale):
    at = json.loads(stale("projection", "diff", "loud", "--json").stdout)
    (stale.folder / "new.txt").write_text("NATO accused China of enabling the war.\n")
    assert stale("add", "new.txt").returncode == 0
    later = json.loads(stale("projection", "diff", "loud", "--json").stdout)
    assert (later["position"], later["replayed_digest"]) == (at["position"], at["replayed_digest"])
    assert stale("projection", "switch", "loud").returncode == 0
    assert stale.listed()["loud"]["position"] > at["position"]


def test_a_dry_run_as_csv_cuts_no_value_and_is_stamped(stale):
    done = stale("projection", "diff", "loud", "--format", "csv")
    assert done.returncode == 1
    assert "…" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) > 150
    told = json.loads(stale("projection", "diff", "loud", "--json").stdout)
    stamp = json.loads(done.stderr.splitlines()[-1])
    assert stamp == {name: value for name, value in told.items() if name != "rows"}


def test_a_failed_replay_behind_a_view_that_answers_is_listed_with_the_place_in_the_code(stale):
    stale.code(CODE.format(**FIRST | {"version": 2, "test": "nonsense"}))
    done = stale("projection", "replay", "loud", "-vv")
    assert done.returncode == 4
    assert f'{stale.folder / "loudness.py"}", line ' in done.stderr
    assert done.stderr.count("Traceback") == 1
    assert "loud failed at #6: AttributeError: 'Standing' object has no" in done.stderr
    one = stale.listed()["loud"]
    assert (one["state"], one["version"]) == ("stale", 1)
    assert one["error"].startswith("at #6: AttributeError")
    told = stale("projection", "list")
    assert "stale, failed at #6" in told.stdout
    assert "loud: the replay failed at #6: AttributeError" in told.stderr
    answered = stale("loud")
    assert (answered.returncode, bool(answered.stdout)) == (0, True)


ARRANGING = """
    def arrange(self, entries, asked):
        {0}
"""


@pytest.mark.parametrize("how", ["lines", "table", "md", "json"])
def test_an_arrangement_that_fails_is_told_in_one_line_that_names_the_projection(desk, how):
    desk.code(CODE.format(**FIRST) + ARRANGING.format("return [1 / 0]"))
    done = desk("loud", "--format", how)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "timeline: loud cannot arrange its entries: ZeroDivisionError: division by zero"
        " (in loudness.Loudness; -vv shows where)\n"
    )
    traced = desk("loud", "--format", how, "-vv")
    assert traced.returncode == 4
    assert f'{desk.folder / "loudness.py"}", line ' in traced.stderr
    assert desk("log").returncode == 0


def test_a_projection_that_cannot_be_served_says_why_where_it_is_asked(desk):
    desk.code(CODE.format(**FIRST | {"field": "weight: float"}))
    done = desk("loud")
    assert done.returncode == 5
    assert "loudness.loud cannot be used: Loud.weight is float: " in done.stderr


def test_a_field_that_reads_otherwise_is_told_before_and_after(stale):
    stale.code(CODE.format(**FIRST | {"version": 2, "field": "family: str"}))
    done = stale("projection", "diff", "loud", "--format", "lines")
    assert done.returncode == 1
    cells = done.stdout.splitlines()[0].split("\t")
    assert (cells[0], cells[2:5]) == ("changed", ["family", "", "accuse"])
    assert cells[5].startswith("#")


def test_a_replay_of_what_is_stale_makes_it_live_and_back_is_back(stale):
    before = stale.listed()["loud"]
    done = stale("projection", "replay", "--stale", "--json")
    assert done.returncode == 0, done.stderr
    (now,) = json.loads(done.stdout)["projections"]
    assert (now["name"], now["version"], now["state"]) == ("loud", 2, "live")
    assert stale("projection", "diff", "loud").returncode == 0
    assert "No view is stale" in stale("projection", "replay", "--stale").stderr
    assert stale("projection", "switch", "loud", "--back").returncode == 0
    assert stale.listed()["loud"] == before
    assert stale("projection", "switch", "loud", "--back").returncode == 0
    assert stale.listed()["loud"]["digest"] == now["digest"]


def test_the_replay_of_a_dry_run_can_be_switched_to(stale):
    assert stale("projection", "switch", "loud").returncode == 4
    stale("projection", "diff", "loud")
    assert stale("projection", "switch", "loud").returncode == 0
    assert stale.listed()["loud"]["version"] == 2


def test_progress_comes_as_json_lines_to_a_script_and_not_at_all_to_a_pipe(desk):
    desk.code(CODE.format(**FIRST))
    done = desk("projection", "replay", "loud", "--json")
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert told[-1]["progress"] == "loud"
    assert told[-1]["done"] == told[-1]["of"] > 0
    assert desk("projection", "replay", "loud", "--json", "-q").stderr == ""
    assert desk("projection", "replay", "loud").stderr == ""


def test_the_second_of_two_replays_of_one_view_is_told_so(stale):
    with (stale.folder / "timeline.views.db.loud.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for words in (("replay", "loud"), ("replay", "--all"), ("diff", "loud")):
            done = stale("projection", *words)
            assert (done.returncode, done.stdout) == (4, "")
            assert "Another process is replaying loud." in done.stderr
        assert stale("projection", "replay", "log").returncode == 0
    assert stale("projection", "replay", "loud").returncode == 0


def test_a_projection_that_fails_is_named_with_its_place_and_stops_no_other(stale):
    before = stale.listed()["loud"]
    stale.code(CODE.format(**FIRST | {"version": 2, "test": "nonsense"}))
    done = stale("projection", "replay", "--all", "--format", "table")
    assert done.returncode == 4
    assert "loud: the replay failed at #" in done.stdout
    assert "AttributeError" in done.stdout
    after = stale.listed()["loud"]
    assert after == before | {"error": after["error"]}
    assert stale.listed()["log"]["state"] == "live"
    (stale.folder / "timeline.views.db").unlink()
    assert stale("loud").returncode == 0
    assert "failed at #" in stale("projection", "list").stdout


def test_a_package_that_cannot_be_loaded_is_named_with_its_error(desk):
    desk.code("from nowhere import nothing\n")
    held = desk.listed()["loudness"]
    assert held["state"] == "failed"
    assert "No module named 'nowhere'" in held["error"]
    done = desk("projection", "replay", "loudness")
    assert done.returncode == 5
    assert "No module named 'nowhere'" in done.stderr
    assert desk("log").returncode == 0


def test_an_unknown_view_is_not_found_with_what_was_perhaps_meant(desk):
    desk.code(CODE.format(**FIRST))
    for what in ("replay", "diff", "switch"):
        done = desk("projection", what, "lowd")
        assert done.returncode == 5
        assert "Did you mean loud?" in done.stderr
