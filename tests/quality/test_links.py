"""Floors under answers and repetitions: a change may raise these figures, and none may let them fall."""

import pytest

from tests.quality import links
from tests.quality.assertions import SETS

FLOORS = {"seeds": (11, 3), "tuned": (3, 0)}
"""Answers linked to what they answer, and repetitions grouped, at the least."""


@pytest.mark.parametrize("name", FLOORS)
def test_answers_and_repetitions_of_the_marked_articles_are_found(name):
    result = links.score(*SETS[name])
    told = links.table(result, name)
    answers, repeated = FLOORS[name]
    assert result.total["linked"] >= answers, told
    assert result.total["grouped"] >= repeated, told
    assert result.total["others"] <= 5, told
