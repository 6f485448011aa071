"""A stranger's package with one file and one entry point is served like ours."""

import json
import re
import shutil
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
QUOTED = re.search(r"^```python\n(.*?)^```$", README.read_text(), re.MULTILINE | re.DOTALL)[1]
"""The README's own example."""
POINT = "[timeline.projections]\nmine = my_questions\n"


@pytest.fixture
def mine(shell, seeded: Path, tmp_path: Path):
    """The shell, with the package installed as an installer would leave it."""
    place = tmp_path / "site"
    (place / "my_questions").mkdir(parents=True)
    (place / "my_questions" / "__init__.py").write_text('"""What we ask."""\n')
    (place / "my_questions" / "quoted.py").write_text(QUOTED)
    (place / "my_questions-1.dist-info").mkdir()
    (place / "my_questions-1.dist-info" / "METADATA").write_text("Name: my-questions\nVersion: 1\n")
    (place / "my_questions-1.dist-info" / "entry_points.txt").write_text(POINT)

    shutil.copy(seeded, tmp_path / "own.db")

    def run(command: str):
        done = shell(command, PYTHONPATH=str(place), TIMELINE_STORE=str(tmp_path / "own.db"))
        assert done.returncode == 0, done.stderr
        return done

    run.package = place / "my_questions"
    return run


def test_it_is_found_and_listed(mine):
    assert "  quoted " in mine("timeline --help").stdout
    told = mine("timeline quoted --help").stdout
    assert "What WHO is quoted with" in told
    assert "--as-of" in told
    assert "quoted\t1\t" in mine("timeline projection list").stdout


def test_it_is_queried_with_the_filters_and_the_words_that_all_have(mine):
    whole = mine("timeline quoted").stdout.splitlines()
    natos = mine("timeline quoted nato").stdout.splitlines()
    assert 0 < len(natos) < len(whole)
    assert any("decisive enabler" in line for line in natos)
    late = mine("timeline quoted --since 2024-07 --about China").stdout.splitlines()
    assert 0 < len(late) < len(whole)
    assert mine("timeline quoted --as-of 1").stdout == ""


def test_a_limit_is_of_its_rows_and_says_what_is_left(mine):
    whole = mine("timeline quoted --format table").stdout
    two = mine("timeline quoted --format table --limit 2").stdout.splitlines()
    count = int(whole.split()[0])
    assert two[-1] == f"{count - 2} more: give a greater --limit"
    lines = mine("timeline quoted").stdout.splitlines()
    assert mine("timeline quoted --limit 2").stdout.splitlines() == lines[:2]
    assert mine("timeline quoted --limit 1 --reverse").stdout.splitlines() == lines[-1:]
    told = json.loads(mine("timeline quoted --json --limit 2").stdout)
    (table,) = (block for block in told["sheet"] if block["block"] == "table")
    assert len(told["entries"]) == len(table["rows"]) == 2


def test_it_is_exported_with_a_stamp_to_cite(mine):
    told = json.loads(mine("timeline quoted NATO --json").stdout)
    assert (told["view"], told["version"]) == ("quoted", 1)
    assert len(told["digest"]) == 64
    assert all(entry["own"] for entry in told["entries"])
    head = mine("timeline quoted NATO --format csv").stdout.splitlines()[0]
    assert head.endswith("basis,own")


def test_it_is_replayed_to_the_same_digest_and_a_change_of_its_code_is_told_before(mine):
    digest = json.loads(mine("timeline quoted --json").stdout)["digest"]
    mine("timeline projection replay quoted")
    assert json.loads(mine("timeline quoted --json").stdout)["digest"] == digest
    mine("timeline projection diff quoted")
    changed = QUOTED.replace('"quoted", 1', '"quoted", 2').replace(
        "    own: tuple[str, ...]\n", '    own: tuple[str, ...]\n    cue: str = ""\n'
    )
    (mine.package / "quoted.py").write_text(changed)
    assert "version 1 of its code and was replayed" in mine("timeline quoted").stderr
    told = json.loads(mine("timeline quoted --json").stdout)
    assert (told["version"], told["state"]) == (2, "live")
    assert "cue" in told["entries"][0]


def test_a_broken_one_is_named_and_stops_nobody_else(mine):
    (mine.package / "broken.py").write_text("import no_such_thing\n")
    assert mine("timeline quoted").stdout
    assert mine("timeline log").stdout
    listed = mine("timeline projection list")
    assert "my_questions.broken" in listed.stdout
    assert "no_such_thing" in listed.stderr
