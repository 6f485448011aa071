"""Which act some words are: by their cue, then by what is asserted."""

import pytest

from timeline.reading import act, issues
from timeline.reading.act import Lexicons, Page, Words, cue_of, decide
from timeline.reading.dates.shadow import shadow
from timeline.reading.values import Span
from timeline.reading.vocabulary import Words as Index


def deed(lemma, text, *, own=False, toward=(), intends=False, named=False):
    page = Page.of(Index.of(shadow(text)), Lexicons(act.shipped(), issues.shipped()))
    words = Words(page, (Span(0, len(text)),), own, intends, frozenset(toward), named)
    return tuple(decide(lemma, words))


@pytest.mark.parametrize(
    ("lemma", "words", "found"),
    [
        ("accuse", "dumping steel", ("accuse", "accuse", -1)),
        ("criticise", "the timing of the deal", ("accuse", "criticise", -1)),
        ("voice concern", "the talks", ("accuse", "concern", -1)),
        ("express * reservations about", "the plan", ("reject", "criticise", -1)),
        ("deny", "any wrongdoing", ("reject", "criticise", -1)),
        ("praise", "the ruling", ("support", "support", 1)),
        ("sign", "a treaty", ("agree", "open", 1)),
        ("meet", "the president", ("consult", "open", 0)),
    ],
)
def test_a_cue_that_says_all_decides_alone(lemma, words, found):
    assert deed(lemma, words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the company lied to regulators", ("accuse", "accuse", -1)),
        ("the club should sell its captain", ("request", "ask", 0)),
        ("the bank must stop charging fees", ("request", "ask", -1)),
        ("the decision was wrong", ("accuse", "criticise", -1)),
        ("he disagreed with the view that the ban was harmful", ("reject", "criticise", -1)),
        ("the firm had not paid anyone and was not guilty", ("reject", "criticise", -1)),
        ("unless prices fall, supplies will end", ("threaten", "warn", -1)),
        ("the two sides have agreed to meet again", ("agree", "open", 1)),
        ("they remain open to talks", ("support", "open", 1)),
        ("the coach was a fantastic man", ("support", "support", 1)),
        ("the fans cheered a fantastic evening", ("state", "support", 1)),
        ("the scheme is a mess", ("accuse", "criticise", -1)),
        ("the scheme is not very good", ("accuse", "criticise", -1)),
        ("the scheme left a good number of tenants out", ("state", "state", 0)),
        ("terrible weather kept the ferries in port", ("state", "state", 0)),
        ("twelve people were killed", ("state", "state", 0)),
        ("the floods had destroyed two bridges", ("state", "state", 0)),
        ("the crime figures would be read out in parliament", ("state", "state", 0)),
        ("the troops had destroyed two bridges", ("accuse", "accuse", -1)),
        ("the match begins at noon", ("state", "state", 0)),
    ],
)
def test_under_a_neutral_cue_what_is_asserted_decides(words, found):
    assert deed("say", words) == found


def test_what_is_denied_of_somebody_is_no_accusation():
    assert deed("say", "the bank is not a threat")[2] == 0
    assert deed("say", "the talks rest on non-confrontation")[2] == 0


def test_who_denies_a_fault_of_his_own_blames_nobody():
    assert deed("say", "We do not act out of panic", own=True)[2] == 0
    assert deed("say", "We were not told that it was a disaster", own=True)[2] == 0


def test_what_somebody_is_called_needs_no_verb():
    assert deed("call as", "the mayor a liar", named=True) == ("accuse", "criticise", -1)
    assert deed("say", "the mayor, a liar") == ("state", "state", 0)


def test_we_call_on_is_a_request_only_in_the_speakers_own_words():
    words = "We call on the council to act"
    assert deed("say", words, own=True)[0] == "request"
    assert deed("say", words)[0] == "state"


def test_a_duty_of_the_speaker_is_no_request():
    assert deed("say", "we must win on Saturday", own=True)[0] == "state"


def test_what_the_speakers_side_will_do_is_an_announcement_with_a_sign():
    plan = "we will impose sanctions on the exporter"
    assert deed("say", plan, own=True, intends=True) == ("announce", "warn", -1)
    assert deed("say", "it will assist farmers", intends=True) == ("announce", "open", 1)


def test_to_help_one_against_another_is_to_be_against_the_other():
    assert deed("plan", "to deepen its partnerships to push back against poachers")[2] == -1


def test_to_warn_of_danger_is_no_threat():
    assert deed("warn", "levels of the chemical were high")[:2] == ("state", "warn")
    assert deed("warn", "anyone who crosses will pay the price")[0] == "threaten"


def test_a_request_presupposes_wrongdoing_where_something_is_to_stop():
    assert deed("urge", "the firm to cease its emissions") == ("request", "ask", -1)
    assert deed("urge", "the firm to invest") == ("request", "ask", 0)


def test_an_issue_makes_neutral_words_hostile_only_toward_its_sides():
    words = "its role in supplying critical technologies to Russia’s army"
    assert deed("highlight", words, toward=["China"]) == ("accuse", "accuse", -1)
    assert deed("highlight", words, toward=["Norway"]) == ("state", "state", 0)


def test_a_cue_of_unknown_words_is_known_by_one_of_them():
    acts = act.shipped()
    assert cue_of(acts, "express * solidarity with").act == "support"
    assert cue_of(acts, "raise * concerns").family == "concern"
    assert cue_of(acts, "burble").act == "state"


def test_every_act_and_family_of_the_lexicon_is_one_of_ours():
    from typing import get_args

    from timeline.assertion import Act, Family

    for cue in act.shipped().cues.values():
        assert cue.act in get_args(Act)
        assert cue.family in get_args(Family)
        assert cue.sign in (-1, 0, 1)
