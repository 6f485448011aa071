"""The README tells the truth: its commands run, and print what it says they print."""

import re
from pathlib import Path

from typer.main import get_command

from tests.house.readme import README, ROOT, agree, lay_table, run, steps
from timeline.cli.root import app


def test_every_console_block_prints_what_the_readme_says(tmp_path: Path) -> None:
    environment = lay_table(tmp_path)
    told = list(steps(README.read_text()))
    assert told, "the README shows nothing"
    for step in told:
        shown = run(step.command, tmp_path, environment)
        assert agree(step.says, shown), f"$ {step.command}\n{shown}"


def test_ci_runs_exactly_the_readmes_test_command() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README.read_text(), re.MULTILINE)
    assert len(commands) == 2, "one command for the main job, one for the tests"
    assert commands[1] in (ROOT / ".ci" / "run").read_text().splitlines()


def test_every_command_stands_in_the_readme() -> None:
    text = README.read_text()
    missing = [name for name in get_command(app).commands if f"timeline {name}" not in text]
    assert not missing
