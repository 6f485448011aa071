"""Reading costs time in proportion to the text, whatever the text."""

import time

import pytest

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


def _cost(text):
    started = time.process_time()
    article = Article.of(text.encode(), "pile")
    describe(article.text)
    RULES.read(article)
    return time.process_time() - started


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
    short = (unit * 2400)[:2400]
    _cost(short)
    once = min(_cost(short) for _ in range(3))
    assert min(_cost(short * 8) for _ in range(2)) < 8 * 2.5 * max(once, 0.004)


@pytest.mark.parametrize("unit", ["the ministry said ", "Republicans! triumph I "])
def test_what_is_said_of_all_before_is_asked_of_few(unit):
    once = min(_cost((unit * 9600)[:9600]) for _ in range(3))
    assert min(_cost((unit * 9600)[: 9600 * 8]) for _ in range(2)) < 8 * 2.5 * once


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

    def told(size):
        return head + (unit * size)[:size] + foot

    _cost(told(2400))
    once = min(_cost(told(2400)) for _ in range(3))
    assert min(_cost(told(2400 * 8)) for _ in range(2)) < 8 * 2.5 * max(once, 0.004)


def test_reading_many_names_takes_time_in_proportion_to_them():
    def told(count):
        letters = [f"{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(count)]
        return "".join(
            f"President Ab{two} Cd{two} said that the Ef{two} summit was over. " for two in letters
        )

    _cost(told(40))
    once = min(_cost(told(60)) for _ in range(3))
    assert min(_cost(told(480)) for _ in range(2)) < 8 * 2.5 * max(once, 0.004)
