"""Review: by keys on a real terminal, by flags in a script, and two at once."""

import json
import os
import subprocess

import pytest
from typer.testing import CliRunner

from tests.cli.deciding import TIMELINE, Terminal, copied
from timeline.chronicle import Chronicle, fields
from timeline.cli.root import app


@pytest.fixture(scope="module")
def warm(seeded, tmp_path_factory):
    """The seeded store with its views built."""
    store = copied(seeded, tmp_path_factory.mktemp("warm"))
    done = CliRunner().invoke(app, ["review", "--list", "--store", str(store)])
    assert done.exit_code == 0, done.output
    return store


@pytest.fixture
def store(warm, tmp_path):
    return copied(warm, tmp_path)


@pytest.fixture
def run(store):
    """Run a command as in a script; Ada decides."""

    def run(*words, user="Ada"):
        settings = {"TIMELINE_STORE": str(store), "TIMELINE_USER": user}
        return CliRunner().invoke(app, list(words), env=settings)

    return run


@pytest.fixture
def review(store):
    """Review on a terminal."""
    opened = []

    def review(*words, **settings):
        settings = {"TIMELINE_STORE": str(store), "TIMELINE_USER": "Ada"} | settings
        opened.append(Terminal("review", *words, **settings))
        return opened[-1]

    yield review
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def statuses(run):
    lines = run("review", "--list", "--status", "all", "--all").stdout.splitlines()
    return {line.split("\t")[0]: line.split("\t")[1] for line in lines}


def first(run, nth=0):
    return run("review", "--list").stdout.splitlines()[nth].split("\t")[0]


def test_ten_are_decided_by_keys_and_the_next_review_goes_on_there(run, review):
    todo = [line.split("\t")[0] for line in run("review", "--list").stdout.splitlines()]
    terminal = review()
    assert todo[0] in terminal.until(f"1 of {len(todo)}, 0 checked")
    for nth in range(1, 9):
        terminal.press("a", f"{nth + 1} of {len(todo)}", f"accepted {todo[nth - 1]}")
    terminal.press("x", "Why?")
    terminal.press("third hand\n", "10 of", f"rejected {todo[8]}")
    terminal.press(" ", "11 of")
    assert "9 decided, 1 skipped" in terminal.press("q", "left to look at")
    assert terminal.end() == 0
    after = statuses(run)
    assert [after[one] for one in todo[:11]] == ["accepted"] * 8 + ["rejected"] + ["proposed"] * 2
    assert todo[9] in review().until(f"1 of {len(todo) - 9}, 9 checked")


def test_undo_help_source_and_what_cannot_be_done_come_back_to_the_proposal(run, review):
    terminal = review()
    terminal.until("1 of", "? help")
    terminal.press("a", "2 of", "1 checked", "? help")
    terminal.press("u", "undid #", "1 of", "0 checked")
    assert statuses(run)[first(run)] == "proposed"
    terminal.press("?", "accept: it is right", "any key")
    terminal.press("a", "1 of", "? help")
    terminal.press("o", "«", "any key")
    terminal.press("a", "1 of", "0 checked", "? help")
    terminal.press("e", "FIELD=VALUE")
    terminal.press("speker=NATO\n", "Why?")
    terminal.press("why\n", "Did you mean speaker", "1 of")
    terminal.press("l", "answers|repeats")
    terminal.press("answers 999@9\n", "There is no assertion", "? help")
    terminal.press("z", "No such key", "0 checked", "? help")


def test_a_whole_statement_is_decided_by_one_key_and_undone_by_one(run, review):
    rows = [row.split("\t") for row in run("log").stdout.splitlines()]
    leader, points = next((row[1], int(row[7])) for row in rows if int(row[7]) > 3)
    before = statuses(run)
    terminal = review(leader)
    terminal.until("1 of 1", "? help")
    told = terminal.press("A", "1 decided" if points == 1 else "decided, 0 skipped")
    assert terminal.end() == 0
    after = statuses(run)
    accepted = [one for one in after if after[one] == "accepted"]
    assert leader in accepted
    assert len(accepted) >= points
    assert f"{len(accepted)} decided" in told
    line = next(row for row in run("log").stdout.splitlines() if row.split("\t")[1] == leader)
    assert line.split("\t")[9] == "checked"
    again = review("--source", leader.partition("@")[0])
    again.until("1 of", "? help")
    again.press("X", "Why?")
    rejected = again.press("third hand\n", "rejected", "of the statement", "? help")
    assert f"{len(accepted)} checked" not in rejected
    again.press("u", "undid #", "1 of", f"{len(accepted)} checked")
    again.press("q", "left to look at")
    assert statuses(run) == {**before, **dict.fromkeys(accepted, "accepted")}


def test_a_field_is_edited_with_completion_and_the_reason_is_asked(run, review):
    rows = [line.split("\t") for line in run("review", "--list").stdout.splitlines()]
    one, speaker = next((row[0], row[4]) for row in rows if row[4] != "NATO")
    terminal = review(one)
    terminal.until(f"who       {speaker}", "? help")
    terminal.press("e", "FIELD=VALUE")
    terminal.press("speaker=NAT\t\n", "Why?")
    terminal.press("a test\n", f"speaker {speaker} → NATO", "who       NATO")
    assert "corrected by Ada" in run("show", one).stdout


def test_what_the_reader_missed_is_asserted_and_a_link_is_made(run, review):
    terminal = review("--source", "003")
    terminal.until("1 of", "? help")
    terminal.press("n", "Exact words")
    terminal.press("coercive tactics\n", "Who asserts")
    terminal.press("NATO\n", "About whom")
    terminal.press("China\n", "Which act")
    terminal.press("accuse\n", "When?")
    terminal.press("\n", "asserted and accepted 003@")
    terminal.press("l", "answers|repeats")
    terminal.press("repeats 003@4110\n", "repeats 003@4110")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 24)])
def test_it_fits_the_terminal(review, columns, rows):
    terminal = review("--by", "NATO", columns=columns, rows=rows, NO_COLOR="1")
    for _ in range(4):
        lines = terminal.until("? help").split("\n")
        assert max(map(len, lines)) <= columns
        assert len(lines) <= rows
        assert "\x1b[1m" not in terminal.shown
        terminal.press(" ", "checked", "? help")


def test_a_dumb_terminal_of_ascii_signs_gets_line_after_line(review):
    terminal = review(TERM="dumb", PYTHONIOENCODING="ascii", LANG="C", PYTHONUTF8="0")
    assert "<<" in terminal.until("? help")
    assert terminal.screen.isascii()
    assert "\x1b" not in terminal.press("a", "accepted")


def test_without_a_terminal_it_says_which_flags_to_use(run):
    done = run("review")
    assert done.exit_code == 2
    assert "review --accept ID" in done.stderr


def test_it_begins_with_own_words_and_lists_them_as_rows(run):
    rows = [line.split("\t") for line in run("review", "--list").stdout.splitlines()]
    forms = [row[2] for row in rows]
    assert forms[0] == "direct"
    assert forms.index("indirect") > forms.count("direct") - 1
    assert not {"headline", "narrative", "action"} & set(forms)
    assert len(run("review", "--list", "--all").stdout.splitlines()) > len(rows)
    assert {row[4] for row in rows if row[5] == "NATO"} or rows


def test_a_list_reads_no_whole_record_and_looks_its_articles_up_together(run, monkeypatch):
    def one_by_one(*_):
        raise AssertionError

    listed = run("review", "--list").stdout
    monkeypatch.setattr("timeline.query.held._record", one_by_one)
    monkeypatch.setattr("timeline.query.shelf.article", one_by_one)
    assert run("review", "--list").stdout == listed
    assert "004@" in listed


def test_on_a_terminal_they_are_listed_as_a_table_that_fits(run, review):
    terminal = review("--list", "--by", "NATO")
    terminal.until("to look at", "who → about", first(run))
    terminal.end()
    assert max(map(len, terminal.screen.splitlines())) <= 80
    assert "\t" not in terminal.screen


def test_ids_are_accepted_rejected_and_reopened_by_flags(run):
    one, two = first(run), first(run, 1)
    done = run("review", "--accept", one, two, "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["says"] for one in told] == [f"accepted {one}", f"accepted {two}"]
    assert told[1]["positions"][0] == told[0]["positions"][0] + 1
    again = run("review", "--accept", one)
    assert (again.exit_code, "already so" in again.stdout) == (0, True)
    assert run("review", "--reject", two).exit_code == 2, "without a reason"
    assert f"rejected {two}" in run("review", "--reject", two, "-m", "third hand").stdout
    assert f"reopened {one}" in run("review", "--reopen", one).stdout
    assert (statuses(run)[one], statuses(run)[two]) == ("proposed", "rejected")


def test_by_filter_only_with_a_yes_and_all_in_one_transaction(run, store):
    asked = run("review", "--accept", "--by", "NATO", "--form", "direct")
    assert asked.exit_code == 2
    number = int(asked.stderr.split("accept ")[1].split()[0])
    assert number > 1
    done = run("review", "--accept", "--by", "NATO", "--form", "direct", "--yes")
    assert len(done.stdout.splitlines()) == number
    rows = run("review", "--list", "--status", "accepted").stdout.splitlines()
    assert {line.split("\t")[2] for line in rows} == {"direct"}


def test_a_whole_statement_is_accepted_and_rejected_by_a_flag(run):
    rows = [row.split("\t") for row in run("log").stdout.splitlines()]
    leader, points = next((row[1], int(row[7])) for row in rows if int(row[7]) > 3)
    done = run("review", "--accept", leader, "--statement")
    assert len(done.stdout.splitlines()) >= points
    row = next(r.split("\t") for r in run("log").stdout.splitlines() if r.split("\t")[1] == leader)
    assert row[9] == "checked"
    assert run("review", "--reject", leader, "--statement").exit_code == 2, "without a reason"
    assert run("review", "--reject", leader, "--statement", "-m", "no").exit_code == 0
    row = next(r.split("\t") for r in run("log").stdout.splitlines() if r.split("\t")[1] == leader)
    assert (row[9], int(row[7])) == ("rejected", points)


def test_a_whole_statement_is_reopened_as_it_was_rejected(run):
    rows = [row.split("\t") for row in run("log").stdout.splitlines()]
    leader = next(row[1] for row in rows if int(row[7]) > 3)
    before = statuses(run)
    rejected = run("review", "--reject", leader, "--statement", "-m", "no").stdout.splitlines()
    reopened = run("review", "--reopen", leader, "--statement").stdout.splitlines()
    assert len(reopened) == len(rejected) > 1
    assert statuses(run) == before


@pytest.mark.parametrize(("keys", "code"), [("y\n", 0), ("n\n", 2), ("\x04", 2)])
def test_the_question_of_how_many_stands_beside_what_was_decided(store, tmp_path, keys, code):
    settings = {"TIMELINE_STORE": str(store), "TIMELINE_USER": "Ada"}
    words = ("review", "--accept", "--by", "NATO", "--form", "direct")
    with (tmp_path / "told").open("w") as told:
        terminal = Terminal(*words, out=told, **settings)
    terminal.until("That will accept", "Yes? [y/N]")
    terminal.press(keys, "Nothing was decided" if code else "")
    assert terminal.end() == code
    lines = (tmp_path / "told").read_text().splitlines()
    assert all(line.startswith("#") for line in lines)
    assert bool(lines) == (not code)


def test_what_was_decided_skipped_and_left_is_counted_as_it_is_in_the_end(run, review):
    run("review", "--accept", first(run))
    terminal = review()
    terminal.until("1 of", "1 checked", "? help")
    terminal.press("u", "undid #", "0 checked", "? help")
    assert "0 decided, 0 skipped" in terminal.press("q", "left to look at"), "of an earlier review"
    terminal = review("--source", "003")
    terminal.until("1 of", "? help")
    terminal.press("a", "2 of", "? help")
    terminal.press(" ", "3 of", "? help")
    terminal.press("u", "1 of", "? help")
    terminal.press(" ", "2 of", "? help")
    terminal.press(" ", "3 of", "? help")
    terminal.press("A", "of the statement", "? help")
    told = terminal.press("q", "left to look at")
    left = len(run("review", "--list", "--source", "003").stdout.splitlines())
    skipped = int(told.split(" skipped")[0].split()[-1])
    assert skipped <= 2, "each counts once, and not where its statement was decided on"
    assert f"{left - skipped} left" in told


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--accept", "999@1"), 5, "no assertion"),
        (("--accept", "003@"), 5, "may be any of"),
        (("--accept", "--reject"), 2, "exclude"),
        (("--list", "--form", "dirct"), 2, "Did you mean direct"),
        (("--list", "--status", "bogus"), 2, "no status bogus: one of proposed, accepted"),
        (("--accept", "003@4110", "--status", "bogus"), 2, "no status bogus"),
        (("--accept", "003@4110", "999@1"), 5, "no assertion"),
    ],
)
def test_what_is_not_there_changes_nothing(run, store, words, code, says):
    with Chronicle.open(store) as chronicle:
        before = chronicle.head()
    done = run("review", *words)
    assert (done.exit_code, says in done.stderr) == (code, True)
    with Chronicle.open(store) as chronicle:
        assert chronicle.head() == before


def test_two_processes_that_review_one_store_lose_no_decision(run, store):
    todo = [line.split("\t")[0] for line in run("review", "--list").stdout.splitlines()][:6]
    processes = [
        subprocess.Popen(
            [TIMELINE[0], "-c", LOOP, *words, *todo],
            env=os.environ | {"TIMELINE_STORE": str(store), "TIMELINE_USER": user},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for user, words in (("Ada", ["--accept"]), ("Bob", ["--reject", "-m", "mine"]))
    ]  # fmt: skip
    told = [process.communicate(timeout=120) for process in processes]
    stored = {}
    with Chronicle.open(store) as chronicle:
        for row in chronicle.after():
            name, event = fields(row)
            if event["by"] in ("Ada", "Bob"):
                stored.setdefault(event["id"], []).append((event["by"], name))
    said = [line for out, _ in told for line in out.splitlines() if line.startswith("#")]
    assert len(said) == sum(map(len, stored.values())), told
    assert len(stored) == len(todo), "each was decided by somebody"


LOOP = """
import sys
from typer.testing import CliRunner
from timeline.cli.root import app
first = next(at for at, word in enumerate(sys.argv) if "@" in word)
for one in sys.argv[first:]:
    done = CliRunner().invoke(app, ["review", *sys.argv[1:first], one])
    print(done.stdout, end="")
    print(done.stderr, end="", file=sys.stderr)
"""
