"""A judgement of a thing, with the noun that it takes for its object."""

import pytest

from tests.reading.told import Told


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ('called the ruling "a significant step"', "state"),
        ("called the ruling a disgrace", "accuse"),
        ("called for a new ruling", "request"),
        ("called on ministers to end the dispute", "request"),
    ],
)
def test_to_call_a_thing_something_is_no_request(words, act):
    told = Told(f"Mayor Ines Lund {words}.")
    assert [one.act for one in told.assertions] == [act]


@pytest.mark.parametrize(
    "words",
    [
        "denied reports that it had asked for a loan",
        "rejected claims by miners that it had lied",
        "denied reports of a strike",
    ],
)
def test_reports_that_are_denied_are_a_noun(words):
    told = Told(f"Norway's fisheries ministry {words}.")
    assert [(one.speaker, one.act) for one in told.assertions] == [
        ("Norway's fisheries ministry", "reject")
    ]
    assert told.assertions[0].asserted == words.partition(" ")[2]


def test_a_name_may_end_with_a_plus():
    told = Told("Canal+ agreed on Sunday to show all matches. Canal+ rejected the offer.")
    assert [one.speaker for one in told.assertions] == ["Canal+", "Canal+"]
    assert told("matches").asserted == "to show all matches"


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Brazil called both Chile and Peru “crazy” and left.", "both Chile and Peru “crazy”"),
        ("Brazil called miners from Chile “thieves” in May.", "miners from Chile “thieves” in May"),
        ("Brazil criticized Chile, which sits to the west.", "Chile"),
        ("Brazil criticized Chile when it left.", "Chile"),
        ("Brazil praised the deal, a step that took years.", "the deal"),
    ],
)
def test_what_is_judged_ends_where_the_article_tells_more(text, asserted):
    assert Told(text).assertions[0].asserted == asserted


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("It ended the deal, which Brazil described as a disaster.", "as a disaster"),
        ("It ended the deal, which Brazil called a disaster, in May.", "a disaster"),
        ("Souza, whom Brazil called “a disaster for the whole of it,” left.", "“a disaster for the whole of it,”"),
        ("It built the fleet, which Brazil attributed in part to aid from Peru.", "aid from Peru"),
    ],
)  # fmt: skip
def test_what_is_called_so_may_stand_before_its_judge(text, asserted):
    (one,) = Told(text).assertions
    assert (one.speaker, one.asserted.endswith(asserted)) == ("Brazil", True)


def test_who_emphasizes_a_thing_and_what_it_is_due_to_are_two():
    told = Told("Brazil emphasized the importance of the pact, which it attributed to Peru.")
    assert [one.asserted for one in told.assertions] == ["the importance of the pact", "Peru"]


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Brazil charged that the pact was late.", "the pact was late"),
        ("Brazil questioned whether the pact was late.", "whether the pact was late"),
        ("Brazil called again for a new pact.", "a new pact"),
        ("Brazil has weighed in on the pact.", "the pact"),
    ],
)
def test_a_verb_takes_what_the_lexicon_says(text, asserted):
    assert [one.asserted for one in Told(text).assertions] == [asserted]


def test_an_argument_joined_to_another_verb_is_a_second_assertion():
    told = Told("Souza said that it fell short of what was needed but argued that money was there.")
    assert [one.asserted for one in told.assertions] == [
        "it fell short of what was needed",
        "money was there",
    ]


def test_the_day_on_which_a_thing_was_judged_is_not_the_thing():
    told = Told("Zelvia rejected the findings on Wednesday. Roe praised the mayor last week.")
    assert [one.asserted for one in told.assertions] == ["the findings", "the mayor"]


def test_a_decision_dates_nothing_that_is_said_of_it():
    told = Told("The Fjord Bank approved a loan on Monday. Its chief, Jo Roe, said it would help.")
    assert told("it would help").said_basis != "inherited"


def test_what_is_told_before_its_speaker_is_whole():
    told = Told("More than half of the coral has died, scientists said on Monday.")
    assert told("coral").asserted == "More than half of the coral has died"


def test_who_is_urged_not_to_do_something_is_urged_so():
    assert Told("The union urged the media not to exaggerate.")("exaggerate").asserted == (
        "not to exaggerate"
    )


def test_criticism_is_somebodys_where_it_is_told_to_have_come():
    assert Told("The bank faced criticism from farmers.")("criticism").speaker == "farmers"
    assert not Told("He lost his support from Lundmark.").assertions


def test_what_is_done_by_somebody_is_not_said():
    assert not Told("The inquiry heard of crimes committed by the army.").assertions


@pytest.mark.parametrize(
    ("behind", "all_said"),
    [
        ("referring to the parrot", 1),
        ("commenting on the king's stance", 1),
        ("when speaking of the parrot", 1),
        ("referring to the parrot as a menace", 2),
    ],
)
def test_what_words_are_on_is_not_said_once_more(behind, all_said):
    told = Told(f"“It has to go,” Ann Roe said, {behind}.")
    assert len(told.assertions) == all_said
