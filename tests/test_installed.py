"""Entry points are found as the standard library finds them, only sooner."""

import sys
from importlib.metadata import entry_points

import pytest

from timeline.installed import points


@pytest.fixture(autouse=True)
def _afresh():
    points.cache_clear()
    yield
    points.cache_clear()


@pytest.mark.parametrize(
    "group", ["timeline.projections", "timeline.readers", "console_scripts", "pytest11", "none"]
)
def test_they_are_those_that_the_standard_library_finds(group):
    theirs = {(point.name, point.value) for point in entry_points(group=group)}
    assert set(points(group)) == theirs


def test_of_a_package_that_is_there_twice_the_first_on_the_path_counts(tmp_path, monkeypatch):
    for place, version in (("near", "2"), ("far", "1")):
        info = tmp_path / place / f"my_views-{version}.dist-info"
        info.mkdir(parents=True)
        told = f"[other]\nx = y\n\n[views.test]\n# a comment\nmine = {place}.views\n"
        (info / "entry_points.txt").write_text(told)
        monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / place)])
    assert points("views.test") == (("mine", "near.views"),)


def test_a_folder_that_is_gone_and_a_package_without_any_are_passed_over(tmp_path, monkeypatch):
    (tmp_path / "bare-1.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "gone"), str(tmp_path)])
    assert points("timeline.projections") == ()
