"""Whose words a cue brings, whatever stands between a speaker and the verb."""

import pytest

from tests.reading.told_attributions import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A court document filed Thursday says that it is late.", "A court document"),
        ("Strategists involved in the planning say that it is late.", "Strategists"),
        ("Figures reported on Sunday now suggest that it is late.", "Figures"),
        ("By big margins, those surveyed say that it is late.", "those surveyed"),
        ("It drew a response from Ana Souza, who said that it is late.", "Ana Souza"),
        ("Lima wrote to a spokesman for Souza, who said that it is late.", "a spokesman for Souza"),
        ("Supporters of the law hope this is late.", "Supporters of the law"),
        ("A body of work suggests Lima is late.", "A body of work"),
        ("Ana Souza Jr., who was there, said that it is late.", "Ana Souza Jr."),
        ("Ana Souza (R-Calif.) said that it is late.", "Ana Souza"),
    ],
)
def test_a_speaker_is_found_over_what_describes_it(text, speaker):
    assert speaker in [who for who, _ in said(text)]


def test_an_aside_ends_where_the_main_verb_comes():
    text = "A spokesman for Souza, who said that it is late, left the room."
    assert said(text) == [("A spokesman for Souza", "it is late")]


def test_who_was_asked_replies():
    """The question is nobody's, and the answer is no part of it."""
    text = "Mr. Souza, asked whether it is late, replied that it was dark."
    assert said(text) == [("Mr. Souza", "it was dark"), (None, "whether it is late")]


def test_a_question_that_opens_a_sentence_ends_at_its_main_clause():
    text = "When asked which road was better, Souza said that it is late."
    assert said(text) == [(None, "which road was better"), ("Souza", "it is late")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Souza noted, the road is long.", "the road is long"),
        ("The road is long, as Souza noted.", "The road is long"),
        ("Souza told the Post and Courier newspaper of Lima on Monday that the road is long.", "the road is long"),
    ],
)  # fmt: skip
def test_as_somebody_noted_is_an_attribution(text, content):
    assert said(text) == [("Souza", content)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Some said they were late.", "Some"),
        ("By then most said they were late.", "most"),
        ("Lima has one, while another says they were late.", "another"),
        ("Of them 4 in 10 said Souza was late.", "4 in 10"),
    ],
)
def test_a_word_that_counts_speaks_for_whom_it_counts(text, speaker):
    assert [who for who, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Noting that they were late, Souza left for Lima.", "Souza"),
        ("After arguing that they were late, his team left.", "his team"),
    ],
)
def test_a_participle_that_opens_a_sentence_is_of_the_subject_to_come(text, speaker):
    assert said(text) == [(speaker, "they were late")]
