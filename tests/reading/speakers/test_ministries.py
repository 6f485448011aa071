"""Ministries, and whose they are."""

import pytest

from tests.reading.speakers.test_coreference import names


@pytest.mark.parametrize(
    ("before", "mention", "name"),
    [
        ("Russia's Foreign Ministry said that it is late. ", "the foreign ministry", "Russia's Foreign Ministry"),
        ("The Russian Foreign Ministry said that it is late. ", "the Foreign Ministry", "Russian Foreign Ministry"),
        ("The Russian Foreign Ministry said that it is late. ", "the interior ministry", "interior ministry"),
        ("The Russian Foreign Ministry and the Peruvian Foreign Ministry met. ", "the Foreign Ministry", "Foreign Ministry"),
        ("", "the foreign ministry", "foreign ministry"),
    ],
)  # fmt: skip
def test_a_ministry_is_the_one_called_so_with_its_country(before, mention, name):
    text = (
        f"{before}“Peru has to wake up,” {mention} said. Later the Chilean Foreign Ministry slept."
    )
    assert names(text)[-1][1] == name
