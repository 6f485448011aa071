"""Projections are found in the packages that name them, and a broken one stops only itself."""

import pytest

from timeline.catalogue import catalogue
from timeline.installed import Point

HEAD = "from timeline.projection import Entry, Projection\n"
GOOD = (
    HEAD + "class Mine(Projection):\n    '''Mine.'''\n    name, version, entry = 'mine', 1, Entry\n"
)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Write a package and give what `catalogue` finds in it."""
    monkeypatch.syspath_prepend(tmp_path)

    def install(package: str, **modules: str):
        folder = tmp_path / package
        folder.mkdir()
        for name, text in {"__init__": "", **modules}.items():
            (folder / f"{name}.py").write_text(text)
        return catalogue([Point("theirs", package)])

    return install


def test_a_projection_in_any_module_of_a_named_package_is_found(installed):
    found = installed("theirs_a", one=GOOD, two="X = 1\n")
    assert list(found.projections) == ["mine"]
    assert found.broken == ()


def test_a_module_that_cannot_be_imported_is_named_and_stops_nobody_else(installed):
    found = installed("theirs_b", bad="import no_such_thing\n", good=GOOD)
    assert list(found.projections) == ["mine"]
    assert [(one.name, one.error.partition(":")[0]) for one in found.broken] == [
        ("theirs_b.bad", "ModuleNotFoundError")
    ]


def test_a_package_that_is_not_there_is_named():
    found = catalogue([Point("theirs", "no_such_package")])
    assert found.broken[0].name == "no_such_package"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("class Mine(Projection):\n    name, version, entry = 'Mine!', 1, Entry\n", "its name"),
        ("class Mine(Projection):\n    name, version, entry = 'mine', 0, Entry\n", "its version"),
        ("class Mine(Projection):\n    name, version, entry = 'mine', 1, dict\n", "its entry"),
        ("class Mine(Projection):\n    entry = Entry\n", "its name"),
        (
            """class Mine(Projection):
    name, version, entry = 'mine', 1, Entry
    def __init__(self): raise OSError('no disk')
""",
            "OSError: no disk",
        ),
    ],
)
def test_a_class_that_cannot_be_served_says_why(installed, tmp_path, text, says):
    found = installed(f"theirs_{tmp_path.name}", bad=HEAD + text)
    assert found.projections == {}
    assert says in found.broken[0].error


def test_the_second_of_two_projections_with_one_name_is_named(installed):
    found = installed("theirs_d", one=GOOD, two=GOOD)
    assert list(found.projections) == ["mine"]
    assert "already" in found.broken[0].error


def test_what_others_build_on_is_no_projection_itself(installed):
    found = installed("theirs_e", base=HEAD + "class Base(Projection):\n    '''Base.'''\n")
    assert found == ({}, ())


def test_ours_are_found_like_anybodys():
    assert {"log", "responses", "stance"} <= catalogue().projections.keys()
