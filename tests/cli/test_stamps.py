"""Every answer for programs says what it rests on, in whatever format, and so can be cited."""

import csv
import io
import json
import re

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app
from timeline.cli.stamped import cited, of_export
from timeline.errors import ViewError
from timeline.projection import Asked

VIEWS = [["log"], ["stance", "NATO", "China"], ["responses"], ["voices"], ["firsts"],
         ["view", "log"]]  # fmt: skip
LISTS = [*VIEWS, ["export"], ["export", "--as-of", "#100"], ["articles"], ["changes"], ["actors"],
         ["projection", "list"], ["projection", "diff", "stance"]]  # fmt: skip
CARDS = [["show", "003"], ["show", "003@923"], ["status"], ["verify"]]
OF_VIEWS = [*VIEWS, ["export"], ["projection", "diff", "stance"]]


def of_lists(told):
    """The stamp of a JSON object: all in it but its lists of records; `words` are of the stamp."""
    return {
        name: value
        for name, value in told.items()
        if not isinstance(value, list) or name == "words"
    }


@pytest.fixture(scope="module")
def head(seeded):
    done = CliRunner().invoke(app, ["status", "--json", "--store", str(seeded)])
    return json.loads(done.stdout)["position"]


@pytest.mark.parametrize("words", [*LISTS, *CARDS], ids=" ".join)
def test_json_says_up_to_which_position_of_the_chronicle_it_goes(ask, head, words):
    told = json.loads(ask(*words, "--json").stdout)
    assert told["position"] == (100 if "#100" in words else head)
    assert re.fullmatch(r"\w+/1", told["schema"])


@pytest.mark.parametrize("words", OF_VIEWS, ids=" ".join)
def test_what_a_view_answers_names_the_view_its_version_and_its_digest(ask, words):
    told = json.loads(ask(*words, "--json").stdout)
    listed = json.loads(ask("projection", "list", "--json").stdout)["projections"]
    (view,) = [one for one in listed if one["name"] == told["view"]]
    assert (told["version"], told["digest"]) == (view["version"], view["digest"])
    assert re.fullmatch("[0-9a-f]{64}", told["digest"])


@pytest.mark.parametrize("form", ["ndjson", "csv"])
@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_json_lines_and_csv_have_the_same_stamp_on_stderr(ask, words, form):
    done = ask(*words, "--format", form)
    assert json.loads(done.stderr.splitlines()[-1]) == of_lists(
        json.loads(ask(*words, "--json").stdout)
    )
    assert '"schema": "view/1"' not in done.stdout
    assert ask(*words, "--format", form, "-q").stderr == ""


def test_an_export_is_stamped_with_the_log_as_it_stood_then(ask):
    for as_of in ([], ["--as-of", "#100"]):
        log, told = (json.loads(ask(name, *as_of, "--json").stdout) for name in ("log", "export"))
        for part in ("view", "version", "position", "digest"):
            assert told[part] == log[part]


class Failing:
    """A door to a store whose view has failed, or cannot be made at all."""

    def __init__(self, answer):
        self.library, self._answer, self.said = self, answer, []

    def ask(self, view, filters):
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def position(self, as_of):
        return 90 if as_of is None else as_of

    def hint(self, text):
        self.said.append(text)


class Late:
    """What a view answers that stopped at #40 of 90."""

    view, version, position, digest, state, behind = "log", 1, 40, "7bff", "failed", 50
    warnings, asked = ("log failed at #41",), Asked()


def test_a_view_that_failed_neither_hinders_an_export_nor_lends_it_a_digest_of_less():
    told = of_export(door := Failing(Late), "export/1", "log", None)
    assert (told["position"], told["digest"], told["state"]) == (90, None, "failed")
    assert door.said == ["log failed at #41"]


def test_as_of_a_position_that_a_failed_view_has_seen_its_digest_is_told():
    class Before(Late):
        position = 30

    told = of_export(Failing(Before), "export/1", "log", 30)
    assert (told["position"], told["digest"]) == (30, "7bff")


def test_a_view_that_cannot_be_made_does_not_hinder_an_export():
    told = of_export(door := Failing(ViewError("There is no view.")), "export/1", "log", None)
    assert (told["position"], told["digest"]) == (90, None)
    assert door.said == ["There is no view."]


@pytest.mark.parametrize("words", [
    *(one for one in LISTS if one[0] != "export"), ["show", "003"], ["status"], ["verify"],
], ids=" ".join)  # fmt: skip
def test_markdown_ends_with_the_stamp_in_a_paragraph_of_its_own(ask, words):
    told = json.loads(ask(*words, "--json").stdout)
    *lines, empty, last = ask(*words, "--format", "md").stdout.splitlines()
    assert (lines != [], empty) == (True, "")
    assert re.fullmatch(rf"\*timeline .*, position {told['position']}\b.*\*", last)
    assert told.get("digest", "") in last


def test_a_table_of_markdown_is_not_spoiled_by_its_stamp():
    table = ["| a | b |", "|---|---|", "| 1 | 2 |"]
    stamp = {"schema": "articles/1", "position": 7}
    assert list(cited(table, stamp)) == [*table, "", "*timeline articles, position 7*"]
    assert list(cited([*table, ""], stamp)) == list(cited(table, stamp))


def test_the_position_at_which_an_article_was_added_is_told_apart_from_the_stamp(ask, head):
    listed = json.loads(ask("articles", "--json").stdout)["articles"]
    (held,) = [one for one in listed if one["short"] == "003"]
    told = json.loads(ask("show", "003", "--json").stdout)
    assert told["recorded"] == {"position": held["position"], "at": held["at"]}
    assert told["position"] == head > held["position"]


@pytest.mark.parametrize("how", ["json", "ndjson", "csv"])
def test_what_is_wrong_with_a_question_is_told_alone(ask, how):
    done = ask("export", "--by", "Nobody", "--format", how)
    assert (done.exit_code, done.stdout) == (5, "")
    assert done.stderr.splitlines() == ["timeline: There is no actor “Nobody” here."]


def test_an_assertion_as_of_a_position_is_stamped_with_that_position(ask, head):
    told = json.loads(ask("show", "003@923", "--as-of", str(head - 1), "--json").stdout)
    assert told["position"] == head - 1
    assert told["recorded"]["position"] < head


def test_csv_has_its_columns_where_there_is_no_row(tmp_path):
    store = ["--store", str(tmp_path / "timeline.db")]
    run = CliRunner().invoke
    made = run(app, ["actors", "define", "Ann Bell", "--kind", "person", *store])
    assert made.exit_code == 0, made.output
    for words, column in ((["articles"], "sha256"), (["actors"], "kind"), (["log"], "handle"),
                          (["export"], "quote")):  # fmt: skip
        (row,) = csv.reader(io.StringIO(run(app, [*words, "--format", "csv", *store]).stdout))
        assert column in row


def test_names_that_mean_nobody_are_rows_where_only_they_are_asked_for(ask):
    told = json.loads(ask("actors", "--json").stdout)
    rows = csv.DictReader(io.StringIO(ask("actors", "--unplaced", "--format", "csv").stdout))
    assert [row["name"] for row in rows] == [one["name"] for one in told["unresolved"]] != []
