"""One text of an agency in two papers: what is decided on it in one can be decided in both."""

import json

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app

AGENCY = """
The African Union criticised Egypt on Wednesday for sending heavy weapons to the port of Mogadishu.

"The delivery of heavy weapons to one of the parties does not help," said Bankole Adeoye, the
African Union's commissioner for peace and security.

Ethiopia welcomed the statement.
"""
OTHER = """Ministers meet

July 11, 2024

The European Union accused Belarus of jamming the signals of civil aircraft over the Baltic Sea.

Ethiopia welcomed the statement.
"""
LATER = AGENCY.replace("Mogadishu", "Kismayo")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command on two papers with one text, and a third; Ada decides."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "timeline.db"))
    (tmp_path / "1.txt").write_text(f"Union warns Cairo\n\nJuly 10, 2024\n{AGENCY}")
    (tmp_path / "2.txt").write_text(f"Weapons 'do not help'\n\nJuly 11, 2024\n{AGENCY}\n(AFP)\n")
    (tmp_path / "3.txt").write_text(OTHER)
    (tmp_path / "4.txt").write_text(f"A year after\n\nJuly 10, 2025\n{LATER}")

    def run(*words, user="Ada"):
        done = CliRunner().invoke(app, list(words), env={"TIMELINE_USER": user})
        assert "Traceback" not in done.output
        return done

    assert run("add", "1.txt", "2.txt", "3.txt", "4.txt", "-q").exit_code == 0
    return run


@pytest.fixture
def where(run):
    """The handle of some words in an article."""

    def where(article, words):
        rows = run("review", "--list", "--all", "--json", "--source", article).stdout.splitlines()
        told = [one for one in map(json.loads, rows) if words in one["asserted"]]
        return f"{article}@{told[0]['handle'].partition('@')[2]}"

    return where


def status(run, handle):
    return json.loads(run("show", handle, "--json").stdout)["status"]


def test_who_decides_on_words_that_another_paper_prints_is_told_of_it(run, where):
    one, other = where("1", "does not help"), where("2", "does not help")
    done = run("retract", one, "-m", "the agency has withdrawn it")
    assert done.stdout.endswith(f" retracted {one}\n")
    assert f"The same words stand in 1 other article: {other}." in done.stderr
    assert status(run, other) == "proposed"


@pytest.mark.parametrize(
    ("words", "then"),
    [
        (("retract", "ID", "-m", "withdrawn"), "retracted"),
        (("review", "--accept", "ID"), "accepted"),
        (("review", "--reject", "ID", "-m", "misread"), "rejected"),
    ],
)
def test_with_copies_it_is_decided_in_both_at_once_and_undone_at_once(run, where, words, then):
    one, other = where("1", "does not help"), where("2", "does not help")
    done = run(*(one if word == "ID" else word for word in words), "--copies")
    assert [line.split()[1:] for line in done.stdout.splitlines()] == [[then, one], [then, other]]
    assert done.stderr == ""
    assert {status(run, one), status(run, other)} == {then}
    assert len(run("undo").stdout.splitlines()) == 2
    assert {status(run, one), status(run, other)} == {"proposed"}


def test_a_correction_that_was_made_in_one_is_made_in_the_other_by_the_same_command(run, where):
    one, other = where("1", "does not help"), where("2", "does not help")
    words = ("correct", one, "speaker=Moussa Faki", "said=2024-07-09", "-m", "the agency's own")
    run(*words)
    done = run(*words, "--copies")
    first, second = done.stdout.splitlines()
    assert f"{one}: already so" in first
    assert f"corrected {other}: speaker Bankole Adeoye → Moussa Faki" in second
    rows = run("log", "--by", "Moussa Faki", "--points").stdout
    assert "2024-07-09" in rows
    assert "No other article" in run(*words, "--copies").stderr


def test_few_words_are_copies_only_where_a_reporter_was_copied(run, where):
    one, other = where("1", "the statement"), where("2", "the statement")
    done = run("retract", one, "-m", "it welcomed nothing")
    assert f"1 other article: {other}." in done.stderr
    apart = run("retract", where("3", "the statement"), "-m", "it welcomed nothing")
    assert apart.stderr == ""


def test_a_formula_of_another_year_is_no_copy(run, where):
    later = where("4", "does not help")
    assert run("retract", later, "-m", "withdrawn").stderr == ""


def test_what_was_decided_in_the_other_paper_stays_as_it_is(run, where):
    one, other = where("1", "does not help"), where("2", "does not help")
    run("review", "--reject", other, "-m", "not his words", user="Bob")
    assert run("review", "--accept", one).stderr == ""
    assert "No other article" in run("review", "--accept", one, "--copies").stderr
    assert status(run, other) == "rejected"


def test_words_that_the_other_paper_does_not_print_are_left_as_they_are_there(run, where):
    one, other = where("1", "sending heavy"), where("2", "sending heavy")
    words = "words=Egypt on Wednesday for sending heavy weapons to the port of Mogadishu."
    done = run("correct", one, words, "--copies", "-m", "the whole")
    assert [line.split()[2] for line in done.stdout.splitlines()] == [f"{one}:", f"{other}:"]
    done = run("correct", one, "words=Union warns Cairo", "--copies", "-m", "the headline")
    assert f"corrected {one}" in done.stdout
    assert f"{other} prints the same words, but" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("correct", "1", "published=2024-07-09"), "an article is corrected alone"),
        (("correct", "1@120", "words=120-140"), "An offset is of one article"),
        (("correct", "1@120", "words=Egypt", "--at", "140"), "An offset is of one article"),
        (("review",), "--copies goes with --accept, --reject or --reopen"),
    ],
)
def test_where_copies_make_no_sense_it_is_said_and_nothing_is_done(run, words, says):
    done = run(*words, "--copies", *(("-m", "x") if words[0] == "correct" else ()))
    assert done.exit_code == 2
    assert says in done.stderr
