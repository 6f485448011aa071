"""What was not said is no assertion of anybody."""

import pytest

from tests.reading.told import Told


def read(sentence):
    return Told(f"Ministers speak\n\n{sentence}\n").assertions


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvia never said that it would leave the pact.",
        "Norvia did not say whether it would send troops.",
        "Norvia has not yet publicly said whether it would join.",
        "Norvia would not say when it would pay.",
        "Norvia declined to say whether it would pay.",
        "Norvia did not accuse Ostland of sabotage.",
        "Norvia hasn't condemned Ostland.",
        "Norvia did not call on Ostland to leave.",
        "Norvia has never threatened Ostland.",
        "Norvia did not confirm or deny the report.",
        "Norvia neither confirmed nor denied the report.",
        "Norvia did not condemn Zelvia or accuse Ostland of theft.",
        "Norvia left the talks without criticising Ostland.",
        "Norvia stopped short of condemning Ostland.",
        "Norvia has yet to condemn Ostland.",
        "Norvia did not go so far as to accuse Ostland of theft.",
        "Norvia was not accused by Ostland of theft.",
        "Neither Norvia nor Zelvia criticised Ostland.",
        "Nor did Norvia accuse Ostland of spying.",
        "None of the leaders accused Ostland of spying.",
        "No minister has condemned Ostland.",
        "Nobody in Norvia criticised Ostland.",
        "No one said that the pact was late.",
        "Asked whether it would leave the pact, Norvia did not say.",
        'Norvia never said, "We will leave the pact for good."',
    ],
)
def test_what_was_not_said_is_nobodys_words(sentence):
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "act", "sign"),
    [
        ("Norvia has not ruled out leaving the pact.", "leaving the pact", "state", 0),
        ("Norvia did not deny that it had sold arms.", "it had sold arms", "state", 0),
        ("Norvia does not support the plan.", "the plan", "reject", -1),
        ("Norvia did not only criticise Ostland.", "Ostland", "accuse", -1),
        ("Norvia not only condemned Ostland but left.", "Ostland", "accuse", -1),
        ("Norvia does not believe that the plan is fair.", "the plan is fair", "accuse", -1),
        ("The report did not find that Ostland had lied.", "Ostland had lied", "state", 0),
        ("Norvia refused to condemn Ostland.", "to condemn Ostland", "state", 0),
        ("No. 10 said that the pact was late.", "the pact was late", "state", 0),
        ("Norvia said it had not accused Ostland.", "it had not accused Ostland", "state", 0),
    ],
)
def test_a_denial_an_attitude_and_a_refusal_are_something_of_their_own(sentence, words, act, sign):
    one = Told(f"Ministers speak\n\n{sentence}\n")(words)
    assert (one.asserted, one.act, one.sign) == (words, act, sign)


def test_who_says_that_another_did_not_say_something_says_that():
    for text in (
        "Norvia said Ostland had never accused it of theft.",
        "Ostland had never accused it of theft, Norvia said.",
    ):
        one = Told(f"Ministers speak\n\n{text}\n")("theft")
        assert (one.speaker, one.asserted) == ("Norvia", "Ostland had never accused it of theft")
        assert (one.act, one.sign) == ("state", 0)


def test_who_cannot_say_it_often_enough_says_it():
    assert Told("Ministers speak\n\nNorvia could not stress enough that it was late.\n")("late")


def test_a_verb_joined_to_what_will_not_be_done_is_not_denied():
    told = Told("Ministers speak\n\nNorvia said it would not work and warned that Ostland lied.\n")
    assert told("Ostland lied").cue == "warned"


def test_what_an_article_says_that_it_said_before_is_asserted_by_nobody():
    assert not read("An earlier version of this article said that Norvia had left the pact.")
    (one,) = read("An earlier version of the report said that Norvia had left the pact.")
    assert one.asserted == "Norvia had left the pact"
