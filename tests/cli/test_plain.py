"""Plain words are read as typer reads them, and what is wrong with one is told in our words."""

from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from timeline.cli.plain import KEPT, Plain
from timeline.cli.root import app

HEAVY = (
    "pydantic",
    "pydantic_core",
    "importlib.metadata",
    "eventsourcing",
    "timeline.actors",
    "timeline.assertion",
    "rich",
)


def both(option: str, value: object) -> tuple[Any, Any]:
    """What an option makes of a value: read plainly, and by typer alone."""
    log = get_command(app).commands["log"]
    with log.make_context("log", []) as ctx:
        param = next(one for one in log.get_params(ctx) if one.name == option)
        assert isinstance(getattr(param, KEPT), Plain)
        plain = getattr(param, KEPT).coerce(value, param=param, ctx=ctx)
        setattr(param, KEPT, None)
        return plain, param.get_runtime_param().coerce(value, param=param, ctx=ctx)


@pytest.mark.parametrize(("option", "value"), [
    ("by", ["China", "NATO"]), ("by", []), ("by", None), ("since", "2024-07"), ("since", None),
    ("limit", "12"), ("limit", None), ("verbose", 2), ("how", "csv"), ("store", "a/b.db"),
    ("json", True), ("words", ["don't"]), ("as_of", ""),
])  # fmt: skip
def test_what_is_plain_is_read_as_typer_reads_it(option, value):
    plain, typers = both(option, value)
    assert plain == typers
    assert type(plain) is type(typers)


@pytest.mark.parametrize(("words", "told"), [
    (("--limit", "many"), "'many' is no whole number"), (("--limit", "0"), "0 is too small: 1 or"),
    (("--min-confidence", "101"), "too large"), (("--format", "xml"), "'xml' is none of auto, "),
])  # fmt: skip
def test_a_word_that_cannot_be_read_is_told_in_a_persons_words(words, told):
    done = CliRunner().invoke(app, ["log", *words])
    assert done.exit_code == 2
    assert told in done.stderr


@pytest.mark.parametrize("command", ["log", "stance NATO China", "responses China", "log --json"])
def test_a_view_that_is_up_to_date_is_read_without_anything_heavy(shell, command):
    shell(f"timeline {command}")
    done = shell(f"python -X importtime -m timeline.cli {command}")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "timeline.query" in imported
    assert not imported & set(HEAVY)
