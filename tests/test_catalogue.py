"""Projections are found in the packages that name them, and a broken one stops only itself."""

import pytest

from timeline.catalogue import catalogue
from timeline.errors import NotFound
from timeline.installed import Point, points
from timeline.query.naming import view

HEAD = "from timeline.projection import Entry, Projection\n"
GOOD = (
    HEAD + "class Mine(Projection):\n    '''Mine.'''\n    name, version, entry = 'mine', 1, Entry\n"
)


MINE = """
class Own(Entry):
{}
class Mine(Projection):
    name, version, entry = 'mine', 1, Own
"""


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
        (MINE.format("    weight: float"), "Own.weight is float: a str, int or bool, one of these"),
        (MINE.format("    held: dict[str, int]"), "Own.held is dict[str, int]: "),
        (MINE.format("    held: tuple"), "Own.held is tuple: "),
        (MINE.format("    held: list[str] | None"), "Own.held is list[str] | None: "),
        (MINE.format("    held: 'Nothing'"), "the fields of Own cannot be read: name 'Nothing'"),
        (MINE.format("    said: int"), "Own.said is int, but every entry's is str"),
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


@pytest.mark.parametrize(
    "kind", ["str | None", "tuple[int, ...]", "bool", "Literal['a', 1]", "'Optional[int]'"]
)
def test_a_field_of_a_type_that_can_be_kept_is_taken(installed, tmp_path, kind):
    typing = "from typing import Literal, Optional\n"
    found = installed(
        f"theirs_{tmp_path.name}", one=typing + HEAD + MINE.format(f"    own: {kind}")
    )
    assert (list(found.projections), found.broken) == (["mine"], ())


def test_a_class_that_cannot_be_served_goes_by_the_name_that_it_states(installed):
    found = installed("theirs_f", bad=HEAD + "class Mine(Projection):\n    name = 'mine'\n")
    (broken,) = found.broken
    assert broken.name == "theirs_f.bad.mine"
    with pytest.raises(NotFound, match=r"theirs_f\.bad\.mine cannot be used: its version is None"):
        view(found, "mine")


def test_a_module_that_ends_the_program_ends_only_itself(installed):
    found = installed("theirs_g", bad="import sys\nsys.exit()\n", good=GOOD)
    assert list(found.projections) == ["mine"]
    assert found.broken == (("theirs_g.bad", "SystemExit"),)


def test_nobody_takes_a_name_of_ours(tmp_path, monkeypatch):
    (tmp_path / "aaa.py").write_text(GOOD.replace("'mine'", "'log'"))
    info = tmp_path / "aaa-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[timeline.projections]\naaa = aaa\n")
    monkeypatch.syspath_prepend(tmp_path)
    points.cache_clear()
    found = catalogue()
    points.cache_clear()
    assert type(found.projections["log"]).__module__ == "projections.log"
    assert [one.name for one in found.broken] == ["aaa.log"]


def test_what_a_module_prints_is_no_answer(installed, capsys):
    installed("theirs_l", loud="print('here I am')\n" + GOOD)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "here I am\n")


def test_a_module_that_cannot_be_imported_is_known_by_the_name_that_it_is_listed_under(installed):
    found = installed("theirs_m", bad="import no_such_thing\n")
    with pytest.raises(NotFound, match=r"theirs_m\.bad cannot be used: ModuleNotFoundError"):
        view(found, "theirs_m.bad")


@pytest.mark.parametrize("version", ["True", "0", "2**31", "2**70", "'1'"])
def test_a_version_is_a_number_that_can_be_kept(installed, version):
    package = "theirs_v" + "".join(filter(str.isalnum, version))
    found = installed(package, mine=GOOD.replace("'mine', 1", f"'mine', {version}"))
    assert "1, 2, 3 … is needed" in found.broken[0].error


def test_ours_are_found_like_anybodys():
    assert {"log", "responses", "stance"} <= catalogue().projections.keys()
