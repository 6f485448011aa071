"""Years beside a saying: those of something else do not date it."""

import pytest

from tests.reading.told import Told

LATEST = "../2024-07-11"


@pytest.mark.parametrize(
    "text",
    [
        "“It sank,” said Ann Roe, who built the ferry in 1990.",
        "“It sank,” said Ann Roe, a manager of Zor Kral's 2004 regatta.",
        "“It sank,” Ann Roe wrote of the 2010 gift.",
        "“It sank,” Ann Roe said of prospects for ferries in 2031.",
        "“It sank,” Ann Roe said, invoking the 2008 regatta.",
        "Ann Roe, a sailor who was first crowned in 2008, said that it sank.",
        "Ann Roe, herself up for election in 2026, said that it sank.",
        "Worried about its 2030 target, the Rowing Federation said that it sank.",
        "Her parents drowned in 1987, and Ann Roe said that it sank.",
        "They won by a mile four years ago, but the Rowing Federation said that it sank.",
    ],
)
def test_a_year_of_something_else_does_not_date_what_is_said(text):
    assert Told(text)("sank").said == LATEST


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It sank,” Ann Roe said in 1990.", "1990"),
        ("“It sank,” said Ann Roe, the harbour master, in 1990.", "1990"),
        ("“It sank,” said Ann Roe, speaking in 1990.", "1990"),
        ("In 2008, Ann Roe said that it sank.", "2008"),
        ("A 2014 examination by the Rowing Federation found that it sank.", "2014"),
        ("The Rowing Federation in 2009 said that it sank.", "2009"),
        ("“It sank,” Ann Roe said last year in Lund, invoking the 2008 regatta.", "2023"),
        ("Ann Roe left on Monday, and Zor Kral said that it sank.", "2024-07-08"),
    ],
)
def test_the_year_of_a_saying_dates_it(text, said):
    assert Told(text)("sank").said == said
