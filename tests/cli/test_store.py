"""Which store is meant: --store, TIMELINE_STORE, the nearest upward, the user's own."""

from pathlib import Path

import pytest

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
