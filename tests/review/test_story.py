"""One analyst's day with the five seeds, by the commands themselves, from add to a second store.

The seeds are added; ten are reviewed by keys; a date and a speaker are corrected, one assertion is
retracted; the place of the CCP is taken away and given back; the views tell before and after; the
record is carried to another store; at last two people decide at once.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.deciding import Terminal
from timeline.cli.root import app

SEEDS = Path(__file__).parents[2] / "seeds"
PARTY, SPEAKER, DATED, WITHDRAWN = "Chinese Communist Party", "004@1593", "001@992", "002@2720"


class Analyst:
    """Somebody at a store, who types commands and reads what they say."""

    def __init__(self, store: Path, name: str) -> None:
        self.store, self.name = store, name

    def __call__(self, *words: str) -> str:
        """What a command writes to its standard output."""
        settings = {"TIMELINE_STORE": str(self.store), "TIMELINE_USER": self.name}
        done = CliRunner().invoke(app, list(words), env=settings)
        assert done.exit_code == 0, done.output
        return done.stdout

    def rows(self, *words: str) -> dict[str, list[str]]:
        """The lines of a reading command, by handle; see `timeline.cli.draw.lines.COLUMNS`."""
        return {row.split("\t")[1]: row.split("\t") for row in self(*words).splitlines()}

    def head(self) -> int:
        return int(json.loads(self("status", "--json"))["position"])

    def digests(self) -> dict[str, str]:
        views = json.loads(self("status", "--json"))["views"]
        return {view["name"]: view["digest"] for view in views if view["digest"]}


@pytest.fixture(scope="module")
def ada(tmp_path_factory):
    ada = Analyst(tmp_path_factory.mktemp("ada") / "timeline.db", "Ada")
    ada("add", str(SEEDS))
    return ada


def test_a_day(ada, tmp_path):
    ten_are_reviewed_by_keys(ada)
    a_date_is_corrected(ada)
    a_speaker_is_corrected(ada)
    one_is_retracted(ada)
    the_party_loses_its_place_and_gets_it_back(ada)
    another_store_comes_to_the_same(ada, tmp_path)
    two_decide_at_once(ada)


def ten_are_reviewed_by_keys(ada):
    todo = [row.split("\t")[0] for row in ada("review", "--list").splitlines()]
    settings = {"TIMELINE_STORE": str(ada.store), "TIMELINE_USER": ada.name}
    terminal = Terminal("review", **settings)
    terminal.until(f"1 of {len(todo)}, 0 checked")
    for nth in range(10):
        terminal.press("a", f"{nth + 2} of", f"{nth + 1} checked", f"accepted {todo[nth]}")
    terminal.press("q", "10 decided")
    assert terminal.end() == 0
    left = ada("review", "--list").splitlines()
    assert [row.split("\t")[0] for row in left] == todo[10:], "the next review goes on there"
    assert len(ada("review", "--list", "--status", "accepted").splitlines()) == 10


def a_date_is_corrected(ada):
    before, then = ada.rows("log", "--points"), ada.head()
    ada("correct", DATED, "said=2024-07-09", "-m", "the ministry's own record")
    assert ada.rows("log", "--points")[DATED][0] == "2024-07-09"
    assert ada.rows("log", "--points", "--as-of", str(then)) == before
    assert f"said {label(before[DATED][0])} → 2024-07-09" in ada("show", DATED)


def a_speaker_is_corrected(ada):
    before, then = ada.rows("stance", "China", "NATO"), ada.head()
    ada("correct", SPEAKER, "speaker=Mongolia", "-m", "its minister said so")
    assert SPEAKER in before
    assert SPEAKER not in ada.rows("stance", "China", "NATO")
    assert SPEAKER in ada.rows("stance", "Mongolia", "NATO")
    assert ada.rows("stance", "China", "NATO", "--as-of", str(then)) == before
    assert "Mongolia (named by analyst" in ada("show", SPEAKER)


def one_is_retracted(ada):
    before, then = ada.rows("responses", "China"), ada.head()
    assert WITHDRAWN in before
    ada("retract", WITHDRAWN, "-m", "a mistranslation")
    assert WITHDRAWN not in ada.rows("responses", "China"), "counted nowhere"
    assert ada.rows("log", "--points")[WITHDRAWN][9] == "retracted", "shown as such"
    assert ada.rows("responses", "China", "--as-of", str(then)) == before


def the_party_loses_its_place_and_gets_it_back(ada):
    """It came as part of China: it counts there, and its own name is shown."""
    of_china, of_it, then = told(ada, "China"), told(ada, PARTY), ada.head()
    assert of_it
    assert of_it.items() <= of_china.items()
    assert all(PARTY in names for names in of_it.values())
    pages = [ada(*words) for words in (("stance", "NATO", "China"), ("log", "--by", "China"))]
    ada("actors", "part-of", PARTY, "China", "--remove", "-m", "a party is no state")
    only = {one for one, names in of_it.items() if "China" not in names}
    assert only
    assert told(ada, "China").keys() == of_china.keys() - only
    assert told(ada, PARTY) == of_it, "it is still there under its own name"
    assert ada("stance", "NATO", "China") != pages[0]
    assert told(ada, "China", "--as-of", str(then)) == of_china
    ada("actors", "part-of", PARTY, "China")
    assert told(ada, "China") == of_china
    assert [ada("stance", "NATO", "China"), ada("log", "--by", "China")] == pages


def told(ada, name, *more):
    """Of each assertion by or about somebody, or who counts under it: whom it names."""
    rows = [
        json.loads(row)
        for which in ("--by", "--about")
        for row in ada("log", which, name, "--all", "--format", "ndjson", *more).splitlines()
    ]
    return {row["id"]: (row["actor"], *row["targets"]) for row in rows}


def another_store_comes_to_the_same(ada, tmp_path):
    for view in ("log", "stance", "responses"):
        ada(view)
    carried = tmp_path / "record.jsonl"
    carried.write_text(ada("export", "--full"), "utf-8")
    bob = Analyst(tmp_path / "timeline.db", "Bob")
    bob("import", str(carried))
    for view in ("log", "stance", "responses"):
        bob(view)
    assert bob.digests() == ada.digests()
    assert {"log", "stance", "responses"} <= ada.digests().keys()
    assert bob("export", "--full") == carried.read_text("utf-8")
    assert bob("show", SPEAKER) == ada("show", SPEAKER), "with who, why and when"
    assert bob.rows("log", "--as-of", "100") == ada.rows("log", "--as-of", "100")


def two_decide_at_once(ada):
    """Both look at the same proposal; who comes second is told what the first did."""
    settings = {"TIMELINE_STORE": str(ada.store)}
    hers, his = (Terminal("review", **settings, TIMELINE_USER=name) for name in ("Ada", "Bob"))
    hers.until("1 of", "? help")
    his.until("1 of", "? help")
    one = ada("review", "--list").splitlines()[0].split("\t")[0]
    hers.press("a", f"accepted {one}")
    his.press("x", "Why?")
    his.press("third hand\n", "Ada accepted it", "Nothing was saved")
    for terminal in (hers, his):
        terminal.press("q", "left to look at")
        assert terminal.end() == 0
    assert "accepted by Ada" in ada("show", one)
    assert "rejected" not in ada("show", one)


def label(edtf: str) -> str:
    """`≤2024-07-11`, as a person reads it."""
    from timeline.when import When

    return When.parse(edtf).label
