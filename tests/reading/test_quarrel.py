"""Whose a minister is where two countries quarrel, and the introduction does not say."""

import pytest

from tests.reading.told import Told

CHARGE = 'Norway accused Latvia of dumping. "{}," Foreign Minister Ola Nord said.'
APART = 'Norway accused Latvia of dumping.\n\n"{}," Prime Minister Jan Berg said in public.'


def body(text, words):
    return Told(text)(words).speaker_body


@pytest.mark.parametrize(
    "words",
    [
        "Latvia has gone too far",
        "Latvia is playing with fire",
        "Riga must stop",
        "We are not amused",
    ],
)
def test_who_goes_on_after_a_country_spoke_is_its_own_minister_whomever_the_words_name(words):
    assert body(CHARGE.format(words), words) == "Norway"


@pytest.mark.parametrize("words", ["That is nonsense", "Norway invents it all", "It is untrue"])
def test_who_denies_what_was_said_or_charges_who_said_it_is_of_the_other(words):
    assert body(CHARGE.format(words), words) == "Latvia"


def test_a_country_that_is_charged_in_ones_own_words_is_not_ones_own():
    assert body(APART.format("Norway is lying to all of us"), "Norway is lying") == "Latvia"
    assert body(APART.format("Latvia is lying to all of us"), "Latvia is lying") == "Norway"


def test_whom_plain_words_begin_with_is_ones_own():
    text = '"Norway\'s support to Latvia will go on," Foreign Minister Ola Nord said.'
    assert body(text, "support to Latvia") == "Norway"


def test_where_an_article_is_about_one_country_its_minister_may_charge_it():
    text = 'Norway will borrow more. "Norway must invest," Finance Minister Ann Roe said in public.'
    assert body(text, "Norway must invest") == "Norway"


def test_who_spoke_before_with_a_country_of_ones_own_tells_nothing():
    text = (
        "Latvia left the talks. The Norwegian president, Per Lund, said that they would go on."
        ' "We disagree," Foreign Minister Jan Berg said. Latvia was angry, and Latvia was silent.'
    )
    assert body(text, "We disagree") != "Norway"


def test_two_that_spoke_together_tell_nothing_of_whose_a_minister_is():
    text = 'Norway and Latvia accused Peru of theft. "It is late," Foreign Minister Ola Nord said.'
    assert body(text, "It is late") is None
