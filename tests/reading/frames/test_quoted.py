"""Quotes and who says them, in the shapes that newsrooms give them."""

import pytest

from tests.reading.told_attributions import said

WORDS = "We stay in the pact."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Said Souza: “We stay in the pact.”", "Souza"),
        ("But continued Souza, “We stay in the pact.”", "Souza"),
        ("As Souza put it, “We stay in the pact.”", "Souza"),
        ("Souza: “We stay in the pact.”", "Souza"),
        ("Souza delivered a blunt message to Lima: “We stay in the pact.”", "Souza"),
        ("From the report: “We stay in the pact.”", "the report"),
        ("Kelly responded pointedly, with a smile: “We stay in the pact.”", "Kelly"),
        ("But, she told the mayors who gathered in Lima, “We stay in the pact.”", "she"),
    ],
)
def test_what_stands_before_a_quote_brings_it(text, speaker):
    assert said(text) == [(speaker, WORDS)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We stay in the pact,” said one aide involved in the planning, who asked not to be named.", "one aide"),
        ("“We stay in the pact,” said the chief known as Bob, speaking for the first time.", "the chief"),
        ("“We stay in the pact,” reads a Wednesday editorial in Globo.", "a Wednesday editorial in Globo"),
        ("“We stay in the pact,” beamed Ana Souza of Lima, who came by train.", "Ana Souza of Lima"),
        ("(“We stay in the pact,” said one party activist.)", "one party activist"),
        ("“We stay in the pact!” Souza said to reporters.", "Souza"),
        ("“We stay in the pact!” Senator Ana Souza said as she left.", "Senator Ana Souza"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_quote_ends_it(text, speaker):
    assert [(who, words.rstrip("!")) for who, words in said(text)] == [(speaker, WORDS[:-1])]


def test_words_in_capitals_that_open_a_sentence_are_no_title():
    assert said("“GROWING PARTY,” he declared in a tweet.") == [("he", "GROWING PARTY")]


def test_a_title_behind_its_noun_parts_no_subject_from_its_verb():
    text = "Souza, the owner of the show “The Apprentice,” said that it is late."
    assert said(text) == [("Souza", "it is late")]


def test_a_quote_in_an_aside_parts_no_subject_from_its_verb():
    text = "Ana Souza — who said he would “sink the whole of it” in May — said in Lima that it is late."
    assert ("Ana Souza", "it is late") in said(text)


def test_two_speakers_in_a_row_keep_their_own_words():
    text = "Nobody was there until prayers ended, Souza said, adding, “He was not religious.”"
    assert said(text) == [
        ("Souza", "Nobody was there until prayers ended"),
        ("Souza", "He was not religious."),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Many left the party, which Democrats say could help the senator.", "Democrats", "which … could help the senator"),
        ("After it was late, police said, Souza went home.", "police", "After it was late … Souza went home"),
        ("King says Ali “talked the talk and walked the walk.”", "King", "Ali “talked the talk and walked the walk.”"),
    ],
)  # fmt: skip
def test_a_clause_goes_on_around_who_says_it(text, speaker, content):
    assert said(text) == [(speaker, content)]


def test_a_signature_may_say_when_it_was_written():
    text = "“We stay in the pact.”\n-President Ana Souza, writing after the vote in Lima."
    assert said(text) == [("President Ana Souza", WORDS)]
