"""A command writes the format that was asked for, or says which ones it has."""

import json

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app

CARDS = [["show", "003"], ["status"], ["verify"], ["add", "."], ["import", "x.jsonl"]]
LISTS = [["log"], ["articles"], ["changes"], ["actors"], ["projection", "list"]]


@pytest.mark.parametrize("words", CARDS, ids=" ".join)
def test_what_is_no_list_is_refused_as_csv_in_one_line_that_names_the_formats(ask, words):
    done = ask(*words, "--format", "csv")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "timeline: no format csv here: one of auto, table, lines, json, ndjson, md\n"
    )


@pytest.mark.parametrize("form", ["table", "lines", "md", "xml"])
def test_an_export_is_records_and_nothing_else(ask, form):
    done = ask("export", "--format", form)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"timeline: no format {form} here: one of auto, json, ndjson, csv\n"


def test_a_store_is_not_made_for_a_format_that_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("NATO accused China of enabling the war.\n")
    store = tmp_path / "timeline.db"
    done = CliRunner().invoke(
        app, ["add", str(tmp_path / "a.txt"), "--store", str(store), "--format", "csv"]
    )
    assert done.exit_code == 2
    assert not store.exists()


def test_a_format_of_the_environment_that_a_command_has_not_is_named_as_such(ask):
    done = ask("status", TIMELINE_FORMAT="csv")
    assert done.exit_code == 2
    assert "no format csv here, as TIMELINE_FORMAT says: one of auto, table" in done.stderr
    assert json.loads(ask("status", "--json", TIMELINE_FORMAT="csv").stdout)["articles"] == 5


@pytest.mark.parametrize(("words", "forms"), [
    *((one[:1], "auto|table|lines|json|ndjson|md") for one in CARDS), (["export"],
    "auto|json|ndjson|csv"), *((one, "auto|table|lines|json|ndjson|csv|md") for one in LISTS),
], ids=str)  # fmt: skip
def test_the_help_of_a_command_tells_its_own_formats(ask, words, forms):
    assert f"--format <{forms}>" in " ".join(ask(*words, "--help").stdout.split())


def test_a_card_in_markdown_is_a_heading_a_quotation_and_a_list(ask):
    told = json.loads(ask("show", "003@923", "--json").stdout)
    title, _, words, *rest = ask("show", "003@923", "--format", "md").stdout.splitlines()
    assert title.startswith("### 003@923")
    assert words[:3] == "> «"
    assert told["quote"][:10] in words
    assert [line for line in rest[:-2] if line and not line.startswith("- **")] == []


def test_status_counts_articles_and_lists_none(ask, monkeypatch):
    monkeypatch.setattr("timeline.query.shelf.articles", lambda *_: pytest.fail("not needed"))
    told = json.loads(ask("status", "--json").stdout)
    assert (told["articles"], told["assertions"] > 100) == (5, True)
