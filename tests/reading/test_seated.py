"""Whose a minister or a ministry is by the capital in which it speaks."""

import pytest

from tests.reading.told import DIRECTORY, Told

QUARREL = "Turkey accused Greece of lying. Greece called the Turkish foreign ministry rude.\n\n"
SUED = 'Peru accused Chile of dumping.\n\n"Chile takes our fish," Foreign Minister Ana Roe {}.'


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("In Athens, the Foreign Ministry said that it was late.", "Greece"),
        ("The Foreign Ministry in Tehran said that it was late.", "Iran"),
        ("The Foreign Ministry in Athens said that it was late.", "Greece"),
        ("The Foreign Ministry said that it was late.", "Turkey"),
    ],
)
def test_a_ministry_is_where_its_capital_is_and_else_the_one_called_so_before(text, side):
    one = Told(QUARREL + text)("it was late")
    actor = DIRECTORY.actor(one.speaker_name, None, one.speaker_body, "organisation")
    assert DIRECTORY.sides(actor, None, one.speaker_body)[-1] == side


@pytest.mark.parametrize("told", ["said in Lima", "told reporters in Lima on Monday"])
def test_a_minister_who_speaks_in_a_capital_is_of_the_country_that_spoke_before(told):
    assert Told(SUED.format(told))("takes our fish").speaker_body == "Peru"


@pytest.mark.parametrize("told", ["said in Bern", "said during a visit to Berlin"])
def test_a_capital_of_a_country_that_said_nothing_is_where_one_is(told):
    assert Told(SUED.format(told))("takes our fish").speaker_body not in {"Bern", "Berlin"}


def test_who_speaks_in_a_capital_after_talks_there_may_be_a_guest():
    text = "Peru accused Chile of dumping. Bolivia blamed Peru.\n\n“We are late,” Foreign Minister Ana Roe {}."
    for told, body in {"said in La Paz": "Bolivia", "said after talks in La Paz": "Peru"}.items():
        assert Told(text.format(told))("are late").speaker_body == body
