"""The door: faults end the program with one line and their exit code."""

import io

import pytest
import typer

from timeline.cli.door import Door, told_fault
from timeline.errors import BadInput, BadUse, Conflict, NotFound, StoreMissing


@pytest.mark.parametrize(("fault", "code"), [
    (BadUse("x"), 2), (BadInput("x"), 3), (StoreMissing("x"), 4), (Conflict("x"), 4),
    (NotFound("x"), 5), (KeyboardInterrupt(), 130), (OSError(28, "No space left"), 4),
    (ZeroDivisionError("x"), 4),
])  # fmt: skip
def test_each_fault_has_its_exit_code_and_one_line(fault, code, capsys):
    with pytest.raises(typer.Exit) as ended, Door():
        raise fault
    assert ended.value.exit_code == code
    told = capsys.readouterr().err
    assert told.startswith("timeline: ")
    assert told.count("\n") == 1


def test_two_vs_tell_the_trace_of_a_fault_above_its_line(capsys):
    with pytest.raises(typer.Exit) as ended, Door(verbose=2):
        raise ZeroDivisionError
    first, *_, last = capsys.readouterr().err.splitlines()
    assert ended.value.exit_code == 4
    assert first.startswith("Traceback")
    assert last.startswith("timeline: a fault of this program, ZeroDivisionError")


def test_what_typer_says_is_left_to_typer():
    assert told_fault(typer.Exit(3)) is None
    with pytest.raises(typer.Exit) as ended, Door():
        raise typer.Exit(3)
    assert ended.value.exit_code == 3


def test_a_reader_that_has_gone_is_no_fault(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    with pytest.raises(typer.Exit) as ended, Door():
        raise BrokenPipeError
    assert ended.value.exit_code == 0


def test_an_error_message_sends_no_control_characters(capsys):
    with pytest.raises(typer.Exit), Door():
        raise NotFound("no \x1b[31m\u202e here")
    assert capsys.readouterr().err == "timeline: no \\x1b[31m\\u202e here\n"


def test_quiet_leaves_hints_out_and_faults_in(capsys):
    with Door(quiet=True) as door:
        door.hint("Next: timeline log")
    assert capsys.readouterr().err == ""
    with pytest.raises(typer.Exit), Door(quiet=True):
        raise BadUse("what?")
    assert capsys.readouterr().err == "timeline: what?\n"


def test_on_a_terminal_a_long_line_is_wrapped_and_what_programs_read_is_not(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "50")
    with Door() as door:
        door.hint("stance was made by version 1 of its code, as of #9: timeline projection replay")
        door.hint('{"schema": "view/1", "view": "stance", "version": 1, "position": 123}')
    *wrapped, whole = capsys.readouterr().err.splitlines()
    assert wrapped == [
        "stance was made by version 1 of its code, as of",
        "  #9: timeline projection replay",
    ]
    assert (whole[0], whole[-1]) == ("{", "}")
