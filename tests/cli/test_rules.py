"""The rules that every command keeps to, each a test."""

import json
import re
from importlib import import_module

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from timeline.cli.draw.safe import UNSAFE
from timeline.cli.root import app
from timeline.cli.tree import PANELS

READING = [["log"], ["stance"], ["stance", "NATO", "China"], ["responses", "China"],
           ["view", "log"], ["articles"], ["projection", "list"]]  # fmt: skip
COMMANDS = [name for names in PANELS.values() for name in names] + ["log", "stance", "responses"]


def test_the_help_tells_three_panels_with_all_commands_and_found_projections(ask):
    told = ask("-h").stdout
    assert [told.index(f"{panel}:") for panel in ("Put in", "Look", "Keep")]
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", told, re.MULTILINE), name


@pytest.mark.parametrize("name", ["add", "import"])
def test_an_example_that_is_piped_into_stands_on_its_own_line(ask, name):
    lines = [line.strip() for line in ask(name, "--help").stdout.splitlines()]
    (piped,) = [line for line in lines if "| timeline" in line]
    assert piped.endswith(("add - --published 2024-07-11", "import -"))


def test_looking_needs_no_name(ask):
    done = ask("status", "--json", TIMELINE_USER="")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["user"] is None
    assert "TIMELINE_USER" in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_holds_a_real_example(ask, name):
    command = get_command(app).commands[name]
    told = [command, *getattr(command, "commands", {}).values()]
    assert any(re.search(rf"^    timeline {name}\b", one.help, re.MULTILINE) for one in told)


def test_the_help_tells_of_a_command_what_its_module_says_without_importing_it():
    for panel, rows in get_command(app).commands.panels():
        for name, told in rows:
            if name in PANELS[panel]:
                module = import_module(f"timeline.cli.commands.{name}")
                assert told == module.__doc__.split("\n")[0], name


def test_nothing_heavy_is_imported_for_the_help(shell):
    done = shell("python -X importtime -m timeline.cli --help")
    heavy = (
        "pydantic",
        "eventsourcing",
        "rich",
        "pendulum",
        "sqlite3",
        "rapidfuzz",
        "json.decoder",
    )
    imported = set(re.findall(r"\| +([\w.]+)$", done.stderr, re.MULTILINE))
    assert "timeline.cli" in imported
    assert not imported & set(heavy)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_pipe_gets_lines_without_a_border_a_colour_or_a_cut(ask, words):
    done = ask(*words)
    assert done.exit_code == 0, done.output
    assert done.stdout
    assert not re.search(r"[\x1b…─│┃]", done.stdout)
    widths = {line.count("\t") for line in done.stdout.splitlines()}
    assert len(widths) == 1, "every line has the same columns"


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_reading_command_gives_json_with_a_schema_and_the_position(ask, words):
    done = ask(*words, "--json")
    told = json.loads(done.stdout)
    assert re.fullmatch(r"\w+/1", told["schema"])
    assert told["position"] > 0


@pytest.mark.parametrize("words", READING[:5], ids=" ".join)
def test_json_lines_hold_records_only_and_the_stamp_stands_on_stderr(ask, words):
    done = ask(*words, "--format", "ndjson")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert all("handle" in record for record in records)
    stamp = json.loads(done.stderr.splitlines()[-1])
    assert {"view", "version", "position", "digest"} <= stamp.keys()
    assert ask(*words, "--format", "ndjson", "-q").stderr == ""


@pytest.mark.parametrize("form", ["table", "csv", "md"])
@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_format_is_there(ask, words, form):
    assert ask(*words, "--format", form).exit_code == 0


def test_the_format_of_the_environment_is_the_default(ask):
    assert json.loads(ask("log", TIMELINE_FORMAT="json").stdout)["view"] == "log"


def test_an_ascii_terminal_gets_ascii(shell):
    done = shell("timeline stance NATO China --format table", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    assert "<=2024-07-11" in done.stdout


def test_a_closed_pipe_is_silent(shell):
    done = shell("set -o pipefail; timeline log --points | head -1; echo ${PIPESTATUS[0]}")
    assert done.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_a_word_that_is_no_act_is_not_taken_for_an_act_that_nobody_did(ask):
    done = ask("log", "--act", "shout")
    assert done.exit_code == 2
    assert "no act shout: one of state, announce, accuse," in done.stderr
    assert ask("log", "--act", "Criticise", "--act", "reject").exit_code == 0


def test_no_row_is_no_fault(ask):
    done = ask("log", "no-such-word-anywhere")
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_word_that_is_no_command_is_a_usage_error_with_a_guess(ask):
    done = ask("lgo")
    assert done.exit_code == 2
    assert "Did you mean 'log'?" in done.stderr


def test_an_unknown_actor_is_not_found_with_what_was_perhaps_meant(ask):
    done = ask("stance", "Natto", "China")
    assert done.exit_code == 5
    assert "NATO" in done.stderr
    assert ask("log", "--by", "Chna").exit_code == 5


@pytest.mark.parametrize("words", [
    ["show", "ffff@1"], ["show", "no-such-article"], ["view", "stnce"], ["projection", "replay", "x"],
], ids=" ".join)  # fmt: skip
def test_what_is_not_there_ends_with_five(ask, words):
    done = ask(*words)
    assert done.exit_code == 5, done.output
    assert done.stderr.count("\n") <= 4


@pytest.mark.parametrize("words", [
    ["log", "--since", "13/07/2024"], ["log", "--since", "07/08/2024"], ["log", "--until", "soon"],
    ["log", "--possible", "--certain"], ["log", "--status", "odd"], ["stance", "a", "b", "c"],
    ["projection", "replay"], ["log", "--limit", "0"], ["log", "--format", "xml"],
    ["export", "--format", "table"],
], ids=" ".join)  # fmt: skip
def test_what_is_not_understood_ends_with_two_and_says_what_would_be(ask, words):
    done = ask(*words)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_reading_never_makes_a_store(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["log"], env={"TIMELINE_STORE": str(tmp_path / "none.db")})
    assert done.exit_code == 4
    assert "timeline add" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0 and nonsense"])
def test_what_is_no_store_ends_with_four_and_one_line(tmp_path, content):
    store = tmp_path / "timeline.db"
    store.write_bytes(content)
    done = CliRunner().invoke(app, ["log", "--store", str(store)])
    assert done.exit_code == 4
    assert done.stderr.count("\n") == 1


def test_a_traceback_needs_two_vs(tmp_path):
    store = str(tmp_path / "none.db")
    assert "Traceback" not in CliRunner().invoke(app, ["log", "--store", store]).output
    done = CliRunner().invoke(app, ["log", "--store", store, "-vv"])
    assert "Traceback" in done.output
    assert "StoreMissing" in done.output
    assert (done.exit_code, done.output.splitlines()[-1][:30]) == (
        4,
        "timeline: there is no store he",
    )


def test_the_version_is_one_line(ask):
    assert re.fullmatch(r"timeline \d+\.\d+\.\d+\n", ask("--version").stdout)


def test_hostile_text_in_an_article_is_shown_and_never_sent(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    article = "The minister \x1b[31mEve Smith\u202e said that the tax \x9b2Jis “wrong\x07”.\n"
    (tmp_path / "evil\x1b[2J.txt").write_text(article * 2 + "NATO said “it is \x1b]0;x\x07good”.")
    run = CliRunner().invoke
    outputs = [run(app, ["add", str(tmp_path)])]
    outputs += [run(app, [*words, "--format", form]) for words in (["log", "--all"], ["articles"])
                for form in ("table", "lines", "json", "ndjson", "csv", "md")]  # fmt: skip
    outputs += [run(app, ["export", "--all"]), run(app, ["stance"]), run(app, ["log", "\x1b[31m"])]
    for done in outputs:
        assert not UNSAFE.search(done.output.replace("\n", "")), done.output
