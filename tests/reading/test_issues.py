"""The issue lexicon: a file that a user edits, and so may get wrong."""

import pytest

from timeline.errors import BadInput
from timeline.reading.issues import Issues, shipped

GOOD = b"""name = "rivers/1"
[[issue]]
topic = "river pollution"
sign = -1
toward = ["Norvale"]
phrases = ["discharg* ... into the river"]
"""


def test_a_users_lexicon_is_read_with_its_name_and_hash(tmp_path):
    path = tmp_path / "rivers.toml"
    path.write_bytes(GOOD)
    issues = Issues.load(path)
    assert issues.name == "rivers/1"
    assert len(issues.hash) == 64
    (hit,) = issues.phrases.find("discharged waste into the river")
    assert hit.value.topic == "river pollution"
    assert hit.value.toward == {"Norvale"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[[issue]]\ntopic = 'x'\n", "phrases"),
        (b"[[issue]]\nphrases = ['x']\n", "topic"),
        (b"[[issue]]\ntopic = 'x'\nsign = 3\nphrases = ['abc']\n", "sign"),
        (b"[[issue]]\ntopic = 'x'\ncolour = 1\nphrases = ['abc']\n", "colour"),
        (b"[[issue]]\ntopic = 'x'\nphrases = ['a*']\n", "a*"),
        (b"issue = 3\n", "tables"),
        (b"[[issue]\n", "line 1"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_a_lexicon_with_a_fault_is_refused_with_the_place_named(tmp_path, content, says):
    path = tmp_path / "issues.toml"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"issues\.toml") as fault:
        Issues.load(path)
    assert says in str(fault.value)


def test_a_lexicon_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        Issues.load(tmp_path / "none.toml")


def test_the_shipped_lexicon_is_sound():
    assert shipped().name == "international/1"
