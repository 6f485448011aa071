"""Bad input through the real command line: one clear line each, and the exit code that fits."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app

GOOD = "China accused NATO of enabling the war.\n"
LARGE = 10 * 1024 * 1024 + 1


@pytest.fixture(autouse=True)
def newcomer(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def run(*words):
    return CliRunner().invoke(app, list(words))


def put(content: bytes | None, name: str = "bad.txt") -> str:
    if content is None:
        Path(name).mkdir()
    else:
        Path(name).write_bytes(content)
    return name


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "bad.txt: empty"),
        (b" \n\t\r\n", "bad.txt: "),
        (b"\x7fELF\x02\x01\0\0\0", "bad.txt: "),
        (b"%PDF-1.7\n%\xe2\xe3", "bad.txt: not plain text"),
        (b"x" * LARGE, f"bad.txt: {LARGE:,} bytes; an article has at most"),
        (GOOD.encode() + b"caf\xe9", f"bad.txt: not UTF-8: byte {len(GOOD) + 3} is 0xe9"),
        (GOOD.encode("utf-16"), "bad.txt: not UTF-8"),
        (GOOD.encode("utf-16-be"), "bad.txt: "),
        (None, "bad.txt: a folder without articles"),
    ],
    ids=["empty", "blank", "binary", "pdf", "large", "latin-1", "utf-16", "utf-16-be", "folder"],
)
def test_what_is_no_article_gets_one_line_and_stops_no_other(content, says):
    Path("good.txt").write_text(GOOD)
    done = run("add", put(content), "good.txt", "--json")
    assert done.exit_code == 3, done.output
    (line,) = [each for each in done.stderr.splitlines() if each.startswith("timeline: ")]
    assert says in line
    told = json.loads(done.stdout)
    assert (told["added"], told["refused"]) == (1, 1)
    assert [one["name"] for one in told["articles"]] == ["good.txt"]
    assert "1 refused" in run("add", "bad.txt", "good.txt").stderr


def test_of_a_bad_file_alone_nothing_is_stored():
    assert run("add", put(b"a\0b"), "none.txt").exit_code == 3
    told = json.loads(run("status", "--json").stdout)
    assert (told["articles"], told["position"]) == (0, 0)


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("A title", "no date is stated"),
        ("[Current Date]", "“[Current Date]” is a template that was not filled"),
        ("By Eve Smith, 31 June 2024", "June 2024 has 30 days, so there is no 31"),
        ("Jul.11 - 2024 10:15 AM CET", "CET is not the time of that zone in summer"),
    ],
)
def test_what_a_head_does_not_say_is_a_finding_and_never_a_guess(head, says):
    put(f"Talks fail\n\n{head}\n\n{GOOD * 3}".encode(), "a.txt")
    done = run("add", "a.txt")
    assert done.exit_code == 0, done.output
    assert says in done.stderr
    (article,) = json.loads(run("articles", "--json").stdout)["articles"]
    if "CET" not in head:
        assert article["published"] == "unknown"
        assert f"timeline correct {article['short']} published=DATE" in done.stderr
        assert "--published DATE" in done.stderr
        assert {row.split("\t")[0] for row in run("log").stdout.splitlines()} == {"unknown"}
    if head != "A title":
        assert says in run("show", article["short"]).stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("log", "--by", "Chnia"), 5, "Did you mean China"),
        (("stance", "Natto", "China"), 5, "NATO"),
        (("log", "--store", "tmieline.db"), 4, "there is no store here (./tmieline.db"),
        (("--store", "tmieline.db", "log"), 4, "there is no store here (./tmieline.db"),
        (("log", "--since", "garbage"), 2, "Write it like one of 2024, 2024-07"),
        (("log", "--since", "07/08/2024"), 2, "Write 2024-08-07 or 2024-07-08"),
        (("log", "--since", "31 June 2024"), 2, "2024-06-31"),
        (("log", "--min-confidence", "101"), 2, "101 is too large: 100 or less"),
        (("add", "a.txt", "--reader", "rule"), 5, "Did you mean rules?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_not_understood_is_told_with_what_would_be(words, code, says):
    put(GOOD.encode(), "a.txt")
    run("add", "a.txt")
    before = sorted(Path().iterdir())
    done = run(*words)
    assert done.exit_code == code, done.output
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in Path().iterdir()} - {path.name for path in before} <= {
        "timeline.views.db"
    }
