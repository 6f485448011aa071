"""Readers are found by the name of their entry point; a broken one is named, with why."""

import sys
from types import ModuleType

import pytest

from timeline.add import reader
from timeline.errors import BadInput, BadUse, NotFound
from timeline.installed import Point


@pytest.fixture
def installed(lines, monkeypatch):
    """A package with one reader as a class, one as a value, and some that are none."""
    module = ModuleType("a_package_of_readers")
    module.Lines, module.HELD, module.Mute = lines, lines(version="7"), type("Mute", (), {})
    module.broken = lambda: 1 / 0
    monkeypatch.setitem(sys.modules, module.__name__, module)
    names = {"lines": "Lines", "held": "HELD", "mute": "Mute", "broken": "broken", "gone": "gone"}
    points = [Point(name, f"{module.__name__}:{what}") for name, what in names.items()]
    return [*points, Point("lost", "no_such_package:READER")]


def test_ours_is_the_reader_unless_another_is_named():
    assert (reader().name, reader("rules").name) == ("rules", "rules")


def test_a_reader_is_a_value_or_a_class_that_makes_one(installed):
    assert reader("lines", installed=installed).version == "1"
    assert reader("held", installed=installed).version == "7"


def test_an_unknown_reader_is_told_with_what_was_perhaps_meant(installed):
    with pytest.raises(NotFound, match="Did you mean lines"):
        reader("line", installed=installed)
    with pytest.raises(NotFound, match="There are: broken, gone"):
        reader("xyz", installed=installed)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("lost", "No module named 'no_such_package'"),
        ("gone", "AttributeError"),
        ("broken", "ZeroDivisionError"),
        ("mute", "states no name, version, configuration, read"),
    ],
)
def test_a_reader_that_cannot_be_used_is_named_with_its_fault(installed, name, why):
    with pytest.raises(NotFound, match=f"The reader {name} .* cannot be used") as fault:
        reader(name, installed=installed)
    assert why in str(fault.value)


def test_only_a_reader_that_takes_a_lexicon_is_given_one(installed, tmp_path):
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text('[[issue]]\ntopic = "trade"\nphrases = ["tariff*"]\n')
    assert reader("rules", lexicon).configuration != reader("rules").configuration
    with pytest.raises(BadUse, match="takes no lexicon"):
        reader("lines", lexicon, installed)
    lexicon.write_text('[[issue]]\ntopic = "trade"\nphrases = "tariff"\n')
    with pytest.raises(BadInput, match=r"mine\.toml:1: trade"):
        reader("rules", lexicon)
