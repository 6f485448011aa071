"""`add`: articles in, told honestly; what is not usable stops no other."""

import json
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli.articles import LOOKED_AT, to_look_at
from timeline.cli.root import app
from timeline.query import ArticleStanding

ARTICLE = "{}\n\nNATO accused China of enabling the war.\n\n“It is so,” NATO said.\n"


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*words: str, stdin: str | None = None):
        return CliRunner().invoke(app, ["add", *words], input=stdin)

    return run


def written(name: str, text: str = "") -> str:
    Path(name).write_text(text or ARTICLE.format(name))
    return name


def test_the_first_add_makes_a_store_in_this_folder_and_says_so(add):
    done = add(written("a.txt"))
    assert done.exit_code == 0, done.output
    assert "new store ./timeline.db" in done.stderr
    assert Path("timeline.db").is_file()
    assert "1 article added, 0 known already, 0 refused." in done.stderr


def test_a_program_gets_the_tally_that_people_get(add):
    written("a.txt")
    written("b.txt", ARTICLE.format("July 11, 2024"))
    people, program = (
        add("a.txt", "b.txt", "--store", *one) for one in (("1.db",), ("2.db", "--json"))
    )
    found = json.loads(program.stdout)["found"]
    assert (
        f"{sum(found['forms'].values())} assertions: {found['forms']['direct']} in direct quotes"
        in (people.stderr)
    )
    assert f"{found['dates']['none']} HAVE NO DATE" in people.stderr
    told = json.loads(CliRunner().invoke(app, ["articles", "--json", "--store", "2.db"]).stdout)
    assert (told["assertions"], told["undated"]) == (sum(found["forms"].values()), 1)
    assert told["occasions"] == []


def test_an_outlet_beside_the_date_is_told_until_a_person_says_who_published_it(add):
    text = ARTICLE.format("Ministers quarrel\nSudan Tribune, 12 August 2025")
    told = add(written("a.txt", text)).stderr
    hint = "“Sudan Tribune” stands beside the date. If it is the publisher: timeline correct"
    assert hint in told
    (known,) = json.loads(CliRunner().invoke(app, ["articles", "--json"]).stdout)["articles"]
    assert f'{hint} {known["short"]} publisher="Sudan Tribune" -m WHY' in told
    assert known["publisher"] == ""
    words = ["correct", known["short"], "publisher=Sudan Tribune", "-m", "it is theirs"]
    assert CliRunner().invoke(app, words).exit_code == 0
    for look in (["articles"], ["show", known["short"]]):
        assert hint not in CliRunner().invoke(app, look).output


def test_what_a_folder_has_of_other_kinds_is_counted(add):
    Path("in").mkdir()
    for name in ("in/a.txt", "in/b.html"):
        written(name)
    assert "1 file of another kind was not looked at (.html)" in add("in").stderr
    for name in ("in/c.PDF", "in/d.html"):
        written(name)
    assert "3 files of other kinds were not looked at (.html, .pdf)" in add("in").stderr
    assert "not looked at" not in add("in/a.txt").stderr


def test_the_same_bytes_again_are_known_and_change_nothing(add):
    add(written("a.txt"))
    before = Path("timeline.db").read_bytes()
    done = add("a.txt")
    assert done.exit_code == 0
    assert "0 articles added, 1 known already, 0 refused." in done.stderr
    assert Path("timeline.db").read_bytes() == before


def test_what_is_not_usable_gets_one_line_and_the_rest_goes_in(add):
    Path("in").mkdir()
    for name, content in {
        "a.txt": ARTICLE.format("a").encode(), "empty.txt": b"", "nul.txt": b"a\0b",
        "latin.txt": b"caf\xe9", "utf16.txt": b"\xff\xfea\0",
    }.items():  # fmt: skip
        Path("in", name).write_bytes(content)
    done = add("in", "none.txt", "--json")
    assert done.exit_code == 3
    told = json.loads(done.stdout)
    assert (told["added"], told["known"], told["refused"]) == (1, 0, 5)
    lines = [line for line in done.stderr.splitlines() if line.startswith("timeline: ")]
    assert len(lines) == 5
    assert "timeline: in/latin.txt: not UTF-8: byte 3 is 0xe9" in done.stderr


def test_an_article_without_a_date_is_stored_so_and_a_date_proposed(add):
    done = add(written("a.txt"), "--format", "table")
    assert "NOT STATED" in done.stdout
    assert "--published DATE" in " ".join(done.stdout.split())
    assert "HAVE NO DATE" in done.stdout


def test_a_given_date_dates_what_is_in_it(add):
    done = add(written("a.txt"), "--published", "2024-07-11", "--publisher", "The Paper",
               "--format", "table")  # fmt: skip
    assert "none is without a date" in done.stdout
    assert "No publisher" not in done.stdout


@pytest.mark.parametrize("published", ["31 June", "13/07/2024", "2024-02-30", "soon"])
def test_a_date_that_is_none_is_a_usage_error_and_nothing_is_stored(add, published):
    done = add(written("a.txt"), "--published", published)
    assert done.exit_code == 2, done.output
    assert not Path("timeline.db").exists()


def test_a_dash_reads_standard_input(add):
    done = add("-", stdin=ARTICLE.format("from a pipe"))
    assert done.exit_code == 0, done.output
    assert "1 article added" in done.stderr


def test_a_sheet_tells_what_is_known_of_each_file(add):
    written("a.txt")
    Path("sheet.csv").write_text("file,published,publisher\na.txt,2024-07-11,The Paper\n")
    told = json.loads(add("--sheet", "sheet.csv", "--json").stdout)
    (article,) = told["articles"]
    assert (article["published"], article["publisher"]) == ("2024-07-11", "The Paper")


def test_a_folder_without_articles_is_said(add):
    Path("none").mkdir()
    done = add("none")
    assert done.exit_code == 3
    assert "timeline: none: a folder without articles" in done.stderr


def test_nothing_named_is_a_usage_error(add):
    assert add().exit_code == 2


def test_a_known_article_with_another_date_stays_as_it_is_and_the_correction_is_named(add):
    add(written("a.txt"), "--published", "2024-07-11")
    done = add("a.txt", "--published", "2024-07-12", "--publisher", "The Paper")
    assert done.exit_code == 0
    (hint,) = [line for line in done.stderr.splitlines() if "known already, with" in line]
    command = hint.partition("To correct it: timeline ")[2].replace("WHY", "misread")
    assert "--published" not in hint
    fixed = CliRunner().invoke(app, shlex.split(command))
    assert fixed.exit_code == 0, fixed.output
    (now,) = json.loads(CliRunner().invoke(app, ["articles", "--json"]).stdout)["articles"]
    assert (now["published"], now["publisher"]) == ("2024-07-12", "The Paper")


def test_another_lexicon_is_a_new_reading_of_known_articles_and_doubles_nothing(add):
    add(written("a.txt"))
    before = json.loads(CliRunner().invoke(app, ["export", "--all", "--json"]).stdout)
    Path("mine.toml").write_text('[[issue]]\ntopic = "my topic"\nphrases = ["enabling the war"]\n')
    done = add("a.txt", "--lexicon", "mine.toml", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["added"], told["known"]) == (0, 1)
    assert told["read_again"]["articles"] == 1
    assert told["read_again"]["new"] == told["read_again"]["no_longer_found"] == 0
    assert told["read_again"]["otherwise"] > 0
    now = json.loads(CliRunner().invoke(app, ["export", "--all", "--json"]).stdout)
    ids = [[one["id"] for one in each["assertions"]] for each in (before, now)]
    assert sorted(ids[0]) == sorted(ids[1])
    assert any("my topic" in one["topics"] for one in now["assertions"])
    again = json.loads(add("a.txt", "--lexicon", "mine.toml", "--json").stdout)
    assert again["read_again"]["articles"] == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'[[issue]]\ntopic = "x"\nphrases = [\n', "mine.toml:3: "),
        (b'\n\n[[issue]]\ntopic = "x"\nphrases = ["a*"]\n', "mine.toml:3: x: "),
        (b'name = "x"\n# \xff\n', "mine.toml:2: not UTF-8: byte 13"),
        (None, "mine.toml: cannot be read"),
    ],
)
def test_a_bad_lexicon_is_told_by_file_and_line_and_nothing_is_stored(add, content, says):
    if content is not None:
        Path("mine.toml").write_bytes(content)
    done = add(written("a.txt"), "--lexicon", "mine.toml")
    assert done.exit_code == 3, done.output
    assert says in done.stderr
    assert not Path("timeline.db").exists()


def test_an_unknown_reader_is_not_found_and_nothing_is_stored(add):
    done = add(written("a.txt"), "--reader", "ruels")
    assert done.exit_code == 5
    assert "Did you mean rules?" in done.stderr
    assert not Path("timeline.db").exists()


def test_what_the_last_reading_no_longer_finds_is_shown_so_and_stays(add, monkeypatch):
    from timeline.reading.reader import Reading, Rules

    add(written("a.txt"))
    (handle, *_) = (
        line.split("\t")[1]
        for line in CliRunner().invoke(app, ["log", "--points"]).stdout.splitlines()
    )
    monkeypatch.setattr(Rules, "version", "0.blind")
    monkeypatch.setattr(Rules, "read", lambda self, article: Reading((), (), ()))
    assert "no longer found" in add("a.txt").stderr
    done = CliRunner().invoke(app, ["show", handle])
    assert "rules/0.blind" in done.stdout
    assert "nobody withdrew it" in done.stdout
    assert handle in CliRunner().invoke(app, ["log", "--points"]).stdout


def test_of_hundreds_to_look_at_the_costly_ones_are_told_and_the_others_counted():
    one = ArticleStanding(**dict.fromkeys(ArticleStanding._fields, ""))
    held = [one._replace(short=f"{n}", published="2024", findings=("odd",)) for n in range(300)]
    told = [block.text for block in to_look_at(held, ())]
    assert len(told) == 2 + LOOKED_AT
    assert (told[1], told[-1]) == ("0  odd", f"{300 - LOOKED_AT} more cost less than these.")


def test_a_date_that_can_hardly_be_is_taken_and_the_way_back_is_shown(add):
    done = add(written("a.txt"), "--published", "2100-01-01")
    assert done.exit_code == 0, done.output
    assert "a.txt: 2100-01-01 is in the future." in done.stderr
    back = next(line for line in done.stderr.splitlines() if "in the future" in line)
    command = back.partition("is wrong: timeline ")[2].replace("DATE", "2024-07-11")
    done = CliRunner().invoke(app, shlex.split(command.replace("WHY", "slip")))
    assert "published 2100-01-01 → 2024-07-11" in done.output
    told = json.loads(add(written("b.txt"), "--published", "2100-01-01", "--json").stdout)
    assert told["doubts"] == {told["articles"][0]["id"]: ["2100-01-01 is in the future"]}
