"""Review in tmux: keys sent, the screen captured. Skipped where tmux is absent."""

import os
import shlex
import shutil
import subprocess
import time

import pytest
from typer.testing import CliRunner

from tests.cli.deciding import TIMELINE, copied
from timeline.cli.root import app

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not here")


@pytest.fixture
def tmux(tmp_path):
    socket = str(tmp_path / "tmux")

    def tmux(*words):
        command = ["tmux", "-S", socket, *words]
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout

    yield tmux
    tmux("kill-server")


def shown(tmux, words):
    """The screen, once these words stand on it."""
    end = time.monotonic() + 20
    while words not in (screen := tmux("capture-pane", "-p")):
        assert time.monotonic() < end, screen
        time.sleep(0.05)
    return screen


def test_a_proposal_is_shown_and_accepted_by_a_key(seeded, tmp_path, tmux):
    store = copied(seeded, tmp_path)
    command = shlex.join([*TIMELINE, "review", "--store", str(store), "--user", "Ada"])
    tmux("new-session", "-d", "-x", "80", "-y", "24", command)
    first = shown(tmux, "a accept").splitlines()[0]
    assert "proposed" in first
    assert " 0 checked" in first
    tmux("send-keys", "a")
    assert shown(tmux, " 1 checked").splitlines()[0] != first
    tmux("send-keys", "q")
    listed = CliRunner().invoke(
        app, ["review", "--list", "--status", "accepted"], env={**os.environ, "TIMELINE_STORE": str(store)}
    )  # fmt: skip
    assert listed.stdout.startswith(first.split()[0])
