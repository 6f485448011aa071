"""Projections as their files tell of them, which are not imported for that."""

from typing import NamedTuple

import pytest

from timeline.cli import found

PLAIN = """\
class Votes(Projection[Vote]):
    \"\"\"How they voted.\"\"\"

    name, version, entry = "votes", 1, Vote
    takes = ("WHO",)
"""
ALONE = PLAIN.replace('name, version, entry = "votes", 1, Vote', 'name = "votes"\n    version = 1')
ANNOTATED = """\
class Votes(Projection[Vote]):
    \"\"\"How they voted.\"\"\"

    said: str
    name: ClassVar[str] = "votes"
    version: ClassVar[int] = 1
    takes: ClassVar[tuple[str, ...]] = ("WHO",)
"""


class Point(NamedTuple):
    value: str


@pytest.mark.parametrize("text", [PLAIN, ALONE, ANNOTATED])
def test_a_projection_is_found_however_its_name_is_stated(text, tmp_path, monkeypatch):
    (tmp_path / "balloting.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(found, "offered", lambda: [Point("balloting")])
    assert found.questions() == {"votes": found.Question("votes", ("WHO",), "How they voted.")}
