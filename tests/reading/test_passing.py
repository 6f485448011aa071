"""Whom an assertion is about is not whoever is named in it in passing."""

import pytest

from tests.reading.told import Told


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("prices would fall amid high rates and rising rival U.S. production", []),
        ("the deal was dead after reports in Italy", []),
        ("nobody had learned from the Ukraine crisis", []),
        ("the ships had been repaired in Chinese yards", []),
        ("Chinese support kept the war going", ["China"]),
        ("duties on U.S. farm goods would follow", ["United States"]),
        ("it was concerned about Turkey's role in Syria", ["Turkey"]),
        ("it saw no change in China's policy", ["China"]),
        ("that Iran employs many tools", ["Iran"]),
        ("it stood with Japan", ["Japan"]),
        ("Iranian officials had lied", ["Iran"]),
    ],
)
def test_a_place_or_what_tells_of_which_kind_is_no_target(words, targets):
    told = Told(f"Norway said that {words}.".replace("that that", "that"))
    assert told.targets(words.split()[-1]) == targets
