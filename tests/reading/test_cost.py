"""Reading costs time in proportion to the text, whatever the text."""

import pytest

from tests.growth import stays_within
from timeline.article import Article
from timeline.reading import RULES
from timeline.reading.describe import describe

PILES = [
    "Jan 1\n", "a b\n", "threat-", "NATO ", "on on on ", "(", "1234567890", "N\u200bA\u202eTO said ",
    "<p>He <b>said</b> so.</p>\n", "She said. ", "The NATO summit in Oslo was held on 3 July 2024. ",
    "The summit's declaration said that Iran left. It said so earlier in the day. ",
    "A statement, in 2022, said so. In response, China said on Monday that it would. ",
]  # fmt: skip
"""Each was once read in the square of its length, or could be."""


TIMES = 20
"""At most, for eight times the text: what grows with its square takes 64 times as long."""


def _read(text):
    article = Article.of(text.encode(), "pile")
    describe(article.text)
    RULES.read(article)


def _is_linear(made, size):
    """Whether reading takes about eight times as long where what is made is eight times as large."""
    small, large = made(size), made(size * 8)
    return stays_within(TIMES, lambda: _read(small), lambda: _read(large))


@pytest.mark.parametrize(
    "words",
    [
        f"NATO said on Monday that prices will {'only ' * 100}stand.",
        f"“Good Xi is {'-' * 200}:,” he said.",
        f"“Xi is {'-' * 60}'good,” he said.",
        f"“Xi is {'a-' * 30}'good,” he said.",
    ],
)
def test_a_run_of_adverbs_or_dashes_is_read_at_once(words):
    RULES.read(Article.of(words.encode(), "run"))  # else it would take hours


@pytest.mark.parametrize("unit", PILES)
def test_reading_eight_times_the_text_takes_about_eight_times_as_long(unit):
    assert _is_linear(lambda size: (unit * size)[:size], 2400)


@pytest.mark.parametrize(
    "unit",
    [
        "the ministry said ",
        "Republicans! triumph I ",
        "In Rome, the ministry said that it was so. ",
    ],
)
def test_what_is_said_of_all_before_is_asked_of_few(unit):
    assert _is_linear(lambda size: (unit * size)[:size], 9600)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe said: “{It said. }",
        "Ann Roe said: “{The summit said on Monday. }",
        "A title{_} of one line\n\nNATO said so.",
        "Japan{ } Ministry of Finance said so.",
    ],
)
def test_what_is_eight_times_as_long_without_an_end_takes_about_eight_times_as_long(text):
    head, unit, foot = text.replace("}", "{").split("{")
    assert _is_linear(lambda size: head + (unit * size)[:size] + foot, 2400)


def test_reading_many_names_takes_time_in_proportion_to_them():
    def told(count):
        letters = [f"{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(count)]
        return "".join(
            f"President Ab{two} Cd{two} said that the Ef{two} summit was over. " for two in letters
        )

    assert _is_linear(told, 60)
