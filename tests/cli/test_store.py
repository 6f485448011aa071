"""Which store is meant: --store, TIMELINE_STORE, the nearest upward, the user's own."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli.root import app
from timeline.cli.store import NAME, choose, told


@pytest.fixture(autouse=True)
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "below")
    monkeypatch.delenv("TIMELINE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_the_option_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("TIMELINE_STORE", "named.db")
    assert choose(Path("given.db")) == (Path("given.db"), "--store")
    assert choose(None) == (Path("named.db"), "TIMELINE_STORE")


def test_the_nearest_store_upward_is_meant(tmp_path):
    (tmp_path / "here" / NAME).touch()
    assert choose(None).path == tmp_path / "here" / NAME


def test_with_no_store_anywhere_adding_makes_one_in_this_folder():
    assert choose(None, new=True).path == Path.cwd() / NAME
    assert told(choose(None, new=True).path) == "./timeline.db"


def test_the_users_own_store_is_used_where_there_is_one(tmp_path):
    own = tmp_path / "data" / "timeline" / NAME
    own.parent.mkdir(parents=True)
    own.touch()
    assert choose(None, new=True) == (own, "the user's data folder")


def test_the_views_lie_beside_the_store():
    assert choose(Path("a/b.db")).views == Path("a/b.views.db")


def test_a_store_may_be_named_before_the_command_as_well_as_after(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("NATO accused China of enabling the war.\n")
    run = CliRunner().invoke
    assert run(app, ["--store", "x.db", "--user", "Ada", "add", "a.txt"]).exit_code == 0
    assert Path("x.db").is_file()
    told = json.loads(run(app, ["--store", "x.db", "status", "--json"]).stdout)
    assert (told["articles"], told["store_chosen_by"]) == (1, "--store")
    (article,) = json.loads(run(app, ["--store", "x.db", "articles", "--json"]).stdout)["articles"]
    assert article["by"] == "Ada"
    after = run(app, ["--store", "none.db", "status", "--store", "x.db", "--json"])
    assert json.loads(after.stdout)["articles"] == 1
    assert run(app, ["--store", "none.db", "status"]).exit_code == 4
    assert not Path("none.db").exists()


def test_what_stands_before_one_command_says_nothing_of_the_next(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("TIMELINE_USER", "Ben")
    Path("a.txt").write_text("NATO accused China of enabling the war.\n")
    CliRunner().invoke(app, ["--store", "x.db", "--user", "Ada", "add", "a.txt"])
    assert os.environ["TIMELINE_USER"] == "Ben"
    assert CliRunner().invoke(app, ["status"]).exit_code == 4


def test_what_is_put_into_a_store_of_another_folder_is_told_where_it_went(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Kenya said that the lake was drying up.\n", "utf-8")
    store = tmp_path / "here" / NAME
    assert CliRunner().invoke(app, ["add", str(article), "--store", str(store)]).exit_code == 0
    told_ = CliRunner().invoke(app, ["add", str(article)]).stderr
    assert f"into {store}, the nearest timeline.db upward" in told_
    assert (
        "into" not in CliRunner().invoke(app, ["add", str(article), "--store", str(store)]).stderr
    )
