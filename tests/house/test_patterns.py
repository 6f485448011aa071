"""No pattern may part a text in many ways: on hostile words its search would take hours."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.patterns import parted

ROOT = Path(__file__).parents[2]
COLLECT = """
import importlib, json, pkgutil, re, sys
from pathlib import Path
made, found = re.compile, {}
def kept(source, flags=0):
    pattern = made(source, flags)
    frame = sys._getframe(1)
    if frame.f_globals["__name__"].partition(".")[0] in ("timeline", "projections"):
        found[pattern.pattern, pattern.flags] = frame.f_globals["__name__"]
    return pattern
re.compile = kept
import projections, timeline
for package in (projections, timeline):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
from timeline.article import Article
from timeline.reading import RULES
for path in sorted(Path("seeds").iterdir()):
    RULES.read(Article.of(path.read_bytes(), path.name))
print(json.dumps([(name, *pattern) for pattern, name in found.items()]))
"""
"""Every pattern of the package: those of its modules, and those made of lexicons while reading."""


@pytest.mark.parametrize(
    "source",
    [
        r"^(?:[A-Z][A-Za-z.'’-]*[A-Z.][A-Za-z.'’-]*(?: |/|, )?){1,4}$",
        r"^(?:[A-Z][\w.&’'-]*(?: (?:of|the|and|&)(?= ))? ?){1,6}(?:\([A-Z]\))?, ?$",
        r"\s+(?:(?:\w+ly|not|only)\s+)*be\b",
        r"\bis(?:[\s,-]+[\w'-]+){0,5}?[\s,-]+$",
        r"(?:a+)+b",
        r"(?i:(?:No|no)*)b",
        r"(?:a|b|ab)*c",
    ],
)
def test_a_pattern_that_takes_hours_is_told(source):
    assert parted(re.compile(source))


@pytest.mark.parametrize(
    "source",
    [
        r"^[A-Z]\w*(?: [A-Z]\w*)*$",
        r"(?:\w+\s+){0,9}be",
        r"(?:not|never|now)*b",
        r"(?:[^,]+,)*[a-z]+",
        r"(?:(?:ab?){2}c)*d",
        r"(?:No|no)*b",
    ],
)
def test_a_pattern_that_parts_a_text_in_one_way_is_none(source):
    assert not parted(re.compile(source))


def test_no_pattern_of_the_package_takes_hours():
    done = subprocess.run(
        [sys.executable, "-c", COLLECT], cwd=ROOT, check=True, capture_output=True, text=True
    )
    patterns = json.loads(done.stdout)
    assert len({name for name, _, _ in patterns}) > 60
    assert len(patterns) > 400
    told = [(name, source) for name, source, flags in patterns if parted(re.compile(source, flags))]
    assert told == []
