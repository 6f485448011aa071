"""The floor of the measure on dates."""

import pytest

from tests.quality.dates import ABSENT, corpus, days, total


def test_dates_of_news_are_found_and_right():
    documents = corpus()
    if not documents:
        pytest.skip(ABSENT)
    score = total(documents)
    assert score.f1(score.found) >= 94
    assert score.f1(score.exact) >= 87


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-07-11", "2024-07-11", "2024-07-11"),
        ("2024-07-11T10:15", "2024-07-11", "2024-07-11"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W28", "2024-07-08", "2024-07-14"),
        ("2024-W28-WE", "2024-07-13", "2024-07-14"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("PAST_REF", "None", "None"),
        ("2024-SP", "None", "None"),
        ("XXXX-XX-XX", "None", "None"),
    ],
)
def test_the_days_of_gold_values(value, first, last):
    assert tuple(map(str, days(value))) == (first, last)
