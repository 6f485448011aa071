"""Answers that are told of beside their words."""

import pytest

from tests.reading.told import Told

HERALD = "{} was responding to Bob Lima, who said that Norway was too slow."
QUOTE = "“We have every right,” Norway's Foreign Minister Ana Roe said."


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE}\n\n{HERALD.format('Roe')}",
        f"{QUOTE} {HERALD.format('She')}",
        f"Norway was criticised. Ana Roe is its minister.\n\n{HERALD.format('Roe')} {QUOTE}",
    ],
)
def test_the_words_beside_it_are_the_answer_and_not_the_sentence_that_tells_of_it(text):
    told = Told(text)
    answer = told("every right")
    assert (answer.reply, answer.answers) == ("responding to", "Bob Lima")
    assert "Bob Lima" not in [one.asserted for one in told.assertions]


def test_who_is_answered_does_not_answer():
    assert Told(f"{QUOTE}\n\n{HERALD.format('Roe')}")("too slow").reply is None
    assert Told("In response the ministry said that it was slow.")("slow").reply == "In response"


def test_what_another_says_there_or_the_same_far_away_is_no_answer():
    text = f"{QUOTE}\n\nIt rained in Oslo.\n\n{HERALD.format('Roe')} “Amen,” Bishop Eva Nord said."
    assert [Told(text)(words).reply for words in ("every right", "Amen")] == [None, None]
