"""`changes`: what was learnt, corrected, withdrawn between two moments, by whom and why."""

import json
import re
from importlib import import_module

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app


@pytest.fixture
def run(ask, tmp_path):
    """A copy of the seeds' store, and how to run commands on it."""
    store = tmp_path / "copy.db"
    assert ask("backup", str(store)).exit_code == 0

    def run(*words):
        return CliRunner().invoke(app, [*words, "--store", str(store)])

    return run


@pytest.fixture
def head(run):
    return json.loads(run("status", "--json").stdout)["position"]


def test_who_decided_what_and_why_is_told_and_what_reads_differently(run, head):
    """
    user-1 dates the occasion of 003, user-2 withdraws a point of it, user-1 notes something on 002
    """
    done = [
        run(
            "date",
            "Washington Summit Declaration",
            "2024-07-10",
            "-m",
            "so headed",
            "--user",
            "user-1",
        ),
        run("retract", "003@923", "-m", "not theirs", "--user", "user-2"),
        run("note", "002", "-m", "quotes are translated back", "--user", "user-1"),
    ]
    assert [one.exit_code for one in done] == [0, 0, 0], [one.output for one in done]
    told = run("changes", str(head))
    assert told.exit_code == 0, told.output
    rows = [line.split("\t") for line in told.stdout.splitlines()]
    decisions = {row[0]: (row[2], row[3]) for row in rows if len(row) == 4}
    assert decisions[f"#{head + 1}"][0] == "user-1"
    assert decisions[f"#{head + 1}"][1].endswith("2024-07-10; why: so headed")
    assert decisions[f"#{head + 2}"][1].startswith("retracted 003@923 (NATO → China")
    assert decisions[f"#{head + 3}"] == ("user-1", "noted on 002: quotes are translated back")
    views = [row for row in rows if len(row) == 3]
    assert any(
        "log" in row[0] and "status “proposed” → “retracted”: 003@923" in row[2] for row in views
    )
    assert any(
        "log" in row[0] and row[2].startswith("said ") and "→ 2024-07-10: 0" in row[2]
        for row in views
    )
    assert "3 decisions, 2 people" in told.stderr


def test_between_which_moments_is_said_as_it_was_asked(run):
    told = run("changes", "0", "5").stderr
    assert told.splitlines()[0] == (
        "After #0, up to #5: 0 decisions; 1 article and 0 assertions came in. (#0 → #5)"
    )
    assert run("changes", "5").stderr.startswith("Since #5: ")
    assert "up to today: " in run("changes", "2020-01-01", "today").stderr


def test_between_two_positions_only_what_lies_between_them(run, head):
    run("retract", "003@923", "-m", "one", "--user", "Ada")
    run("restore", "003@923", "--user", "Ada")
    told = json.loads(run("changes", str(head), f"#{head + 1}", "--json").stdout)
    assert [one["name"] for one in told["decisions"]] == ["assertion-retracted.1"]
    assert (told["first"], told["last"]) == (head, head + 1)
    both = json.loads(run("changes", "--since", f"#{head}", "--json").stdout)
    assert len(both["decisions"]) == 2
    assert [one for one in both["differences"] if one["view"] == "stance"] == []


def test_a_correction_tells_which_fields_it_changed(run, head):
    done = run("correct", "003@923", "act=reject", "-m", "read again", "--user", "Ada")
    assert done.exit_code == 0, done.output
    told = run("changes", str(head)).stdout
    assert "act: “accuse” → “reject”" in told
    assert "why: read again" in told


def test_an_article_dated_is_one_decision_with_all_that_it_moves(run, head):
    """The dates of its assertions follow from its own, and are undone with it."""
    assert run("correct", "003", "published=2024-07-10", "-m", "so headed").exit_code == 0
    told = json.loads(run("changes", str(head), "--json").stdout)
    (one,) = told["decisions"]
    assert (one["name"], one["event"]["published"]) == ("article-dated.1", "2024-07-10")
    assert one["moves"] == told["last"] - head - 1 > 20
    assert f"moves {one['moves']} assertions; why: so headed" in run("changes", str(head)).stdout
    assert run("undo").exit_code == 0
    told = json.loads(run("changes", str(head), "--json").stdout)
    assert [each["moves"] for each in told["decisions"]] == [one["moves"]] * 2
    assert told["differences"] == []


def test_an_assertion_of_which_both_dates_move_moves_once(run, head):
    """When it was said and what time it speaks of are two events, as `correct` counts them too."""
    done = run("correct", "000", "published=2024-07-09", "-m", "the paper's archive")
    moved = re.search(r"moves (\d+) assertions", done.stdout)[1]
    assert f"moves {moved} assertions; why: the paper's archive" in run("changes", str(head)).stdout


def test_a_link_is_told_by_the_handle_of_what_it_leads_to(run, head):
    assert run("link", "004@1114", "answers", "003@923").exit_code == 0
    (row, *_) = run("changes", str(head)).stdout.splitlines()
    assert "linked 004@1114 (China → NATO, accuse): answers 003@923 (NATO → China" in row


def test_twenty_decisions_take_no_more_looks_at_the_store_than_one(run, head, monkeypatch):
    """What they are about is looked up together, and how it read before and since."""
    looks = []

    def looked(*asked):
        looks.append(asked)
        return connected(*asked)

    glance = import_module("timeline.chronicle.glance")  # the function has its name
    connected = glance._connection
    monkeypatch.setattr(glance, "_connection", looked)
    done = run("review", "--accept", "--source", "003", "--yes", "--user", "Ada")
    assert done.exit_code == 0, done.output
    assert run("changes").exit_code == 0  # the views are up to date
    told = {}
    for last in (head + 1, head + 20):
        looks.clear()
        told[last] = run("changes", str(head), f"#{last}").stdout.splitlines(), len(looks)
    assert [told[last][0][0].split("\t")[3].split()[0] for last in told] == ["accepted"] * 2
    assert len(told[head + 20][0]) > len(told[head + 1][0]) + 18
    assert told[head + 20][1] == told[head + 1][1]


def test_a_day_that_is_its_end_says_so(run):
    assert "today means its end" in run("changes", "today").stderr
    assert "means its end" not in run("changes", "#1").stderr


def test_what_follows_is_not_told_and_views_that_read_alike_stand_together(run, head):
    assert run("actors", "alias", "CCP", "China", "-m", "its party").exit_code == 0
    rows = [line.split("\t") for line in run("changes", str(head)).stdout.splitlines()]
    views = [row for row in rows if len(row) == 3]
    assert views
    assert all("sides" not in row[2] for row in views)
    assert any(row[0] == "firsts, log, responses, stance, voices" for row in views)


def test_before_the_record_begins_it_says_so(run):
    assert "Nothing was recorded here by then (2020-01-01)" in run("changes", "2020-01-01").stderr


@pytest.mark.parametrize(("there", "back"), [
    (("actors", "alias", "CCP", "China"), ("actors", "unalias", "CCP")),
    (("actors", "merge", "Chinese Communist Party", "China"),
     ("actors", "part", "Chinese Communist Party", "China")),
    (("actors", "speaks-for", "Zhu Zhiqun", "China"), ("undo",)),
    (("correct", "003", "published=2024-07-10", "-m", "x"), ("undo",)),
    (("date", "Washington Summit Declaration", "2024-07-10", "-m", "x"), ("undo",)),
    (("retract", "003@923", "-m", "x"), ("restore", "003@923")),
])  # fmt: skip
def test_what_is_taken_back_leaves_every_view_as_it_was(run, there, back):
    def answers() -> list[tuple[str, list[object]]]:
        told = [json.loads(run(name, "--json").stdout) for name in ("log", "stance", "responses")]
        return [(one["digest"], one["entries"]) for one in told]

    before = answers()
    assert run(*there).exit_code == 0
    assert all(was != now for was, now in zip(before, answers(), strict=True))
    assert run(*back).exit_code == 0
    assert answers() == before


def test_what_was_added_is_counted(run):
    told = run("changes")
    assert "5 articles and" in told.stderr
    counts = json.loads(run("changes", "--json").stdout)
    assert counts["articles"] == 5
    assert counts["recorded"] > 100


def test_nothing_is_no_fault(run, head):
    done = run("changes", str(head))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "0 decisions" in done.stderr


@pytest.mark.parametrize("words", [
    ["#9", "#3"], ["#3", "--since", "#4"], ["2024"], ["#99999"], ["soon"],
], ids=" ".join)  # fmt: skip
def test_what_is_not_understood_ends_with_two(run, words):
    done = run("changes", *words)
    assert done.exit_code == 2, done.output
    assert done.stderr.count("\n") == 1


def test_who_said_what_an_actor_is_decided_something_also_without_a_reason(run, head):
    assert run("actors", "define", "Stavex", "--kind", "media").exit_code == 0
    told = run("changes", f"#{head}")
    assert "1 decision" in told.output, told.output
    assert "defined Stavex" in told.output
