"""A store with the five seeds, made once, and ways to ask it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store into which the seeds were added; tests only read it."""
    store = tmp_path_factory.mktemp("seeded") / "timeline.db"
    done = CliRunner().invoke(app, ["add", str(SEEDS), "--store", str(store)])
    assert done.exit_code == 0, done.output
    return store


@pytest.fixture
def ask(seeded: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Run a command on the seeded store, as in a pipe."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_STORE", str(seeded))

    def run(*words: str, **settings: str | None):
        return CliRunner().invoke(app, list(words), env=settings)

    return run


@pytest.fixture
def shell(seeded: Path, tmp_path: Path):
    """Run a command of the shell with `timeline` in it, on the seeded store."""

    def run(command: str, **settings: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),  # what is tested is this tree, wherever it was installed from
            "TIMELINE_STORE": str(seeded),
            "PYTHONIOENCODING": "utf-8",
        } | settings
        return subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True,
            text=True, timeout=60, check=False,
        )  # fmt: skip

    return run
