"""Many articles in one `add`: stopped by a person, it keeps what was added, and goes on."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from itertools import count
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from timeline.cli.progress import Progress, lasting
from timeline.cli.root import app

MANY = 30


@pytest.fixture
def folder(tmp_path):
    held = tmp_path / "many"
    held.mkdir()
    for number in range(MANY):
        said = (f"China accused NATO of enabling case {number}-{each}, it said in a statement.\n\n"
                for each in range(12))  # fmt: skip
        (held / f"{number:03}.txt").write_text(f"Talks {number}\n\n{''.join(said)}")
    return held


def added(store):
    """How many articles are in a store that another process is writing."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as at:
        sql = "SELECT count(*) FROM stored_events WHERE topic LIKE 'article-read.%'"
        return at.execute(sql).fetchone()[0]
    return 0


def listens():
    """Hear an interrupt, also where whoever runs the tests in the background hears none."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_what_was_added_before_a_person_stopped_it_stays_and_it_goes_on(folder, tmp_path):
    store = tmp_path / "timeline.db"
    words = [sys.executable, "-m", "timeline.cli", "add", str(folder), "--store", str(store)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(words, **pipes, preexec_fn=listens) as done:  # noqa: PLW1509 - no threads
        while added(store) < 3 and done.poll() is None:
            time.sleep(0.01)
        done.send_signal(signal.SIGINT)
        _, told = done.communicate(timeout=60)
    assert done.returncode == 130, told
    assert "Traceback" not in told
    kept = int(re.search(r"stopped after (\d+) articles added", told)[1])
    assert 2 <= kept < MANY, told
    assert added(store) - kept in (0, 1), told  # one may be on disk and not yet told

    again = CliRunner().invoke(app, ["add", str(folder), "--store", str(store), "--json"])
    assert again.exit_code == 0, again.output
    counts = json.loads(again.stdout)
    assert counts["added"] + counts["known"] == MANY
    assert counts["known"] in (kept, kept + 1)
    assert added(store) == MANY


class Terminal:
    """What stderr is on a terminal."""

    encoding = "utf-8"

    def __init__(self):
        self.told = ""

    def isatty(self):
        return True

    def write(self, text):
        self.told += text

    def flush(self):
        pass


@pytest.fixture
def terminal(monkeypatch):
    held = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("timeline.cli.progress.sys", SimpleNamespace(stderr=held))
    clock = SimpleNamespace(monotonic=count().__next__)
    monkeypatch.setattr("timeline.cli.progress.time", clock)
    return held


def test_a_terminal_is_told_articles_a_second_and_the_time_left(terminal):
    progress = Progress()
    progress.article("a.txt", 10, 100)
    progress.article("b\x1b[2J.txt", 40, 100)
    assert "40 of 100 articles, 20/s, 3 s left" in terminal.told
    assert "\x1b[2J" not in terminal.told
    progress.end()
    assert terminal.told.endswith("\r\x1b[K")


def test_a_replay_tells_its_pace_from_where_it_began(terminal):
    progress = Progress()
    progress.replay("stance", 500_000, 600_000)
    progress.replay("stance", 510_000, 600_000)
    assert "stance: 510,000 of 600,000 events, 10,000/s, 9 s left" in terminal.told


def test_the_quiet_are_told_nothing(terminal):
    Progress(quiet=True).article("a.txt", 10, 100)
    Progress(quiet=True, script=True).replay("stance", 10, 100)
    assert terminal.told == ""


def test_times_are_told_as_people_read_them():
    assert [lasting(one) for one in (0.4, 89, 600, 7200)] == ["0 s", "89 s", "10 min", "2.0 h"]
