"""Who only passes on what somebody says, as at the end: "…, as Reuters reported"."""

import pytest

from tests.reading.told_attributions import heard


@pytest.mark.parametrize(
    ("text", "speaker", "content", "by"),
    [
        ("Soto denied that he had resigned, as Reuters reported last week.", "Soto", "he had resigned", "Reuters"),
        ("Soto rejected the plan, as the newspaper Le Jour reported on Monday.", "Soto", "the plan", "the newspaper Le Jour"),
        ("She denied that Norland had offered money, as the daily Borsen wrote.", "She", "Norland had offered money", "the daily Borsen"),
        ("They condemned Malta, as Ann Roe had already told the court.", "They", "Malta", "Ann Roe"),
        ("He said that it was late, as the Star and Mail reported.", "He", "it was late", "the Star and Mail"),
    ],
)  # fmt: skip
def test_the_speaker_stays_and_the_words_end_before_as(text, speaker, content, by):
    (one,) = heard(text)
    assert (one.speaker, one.content) == (speaker, content)
    assert by.startswith(one.reporters)


@pytest.mark.parametrize(
    ("text", "speaker", "content", "by"),
    [
        ("Norland urges Malta to stop the music, a Foreign Ministry spokesperson said Friday.", "Norland", "to stop the music", "a Foreign Ministry spokesperson"),
        ("The ministry noted that the soup, a national treasure, was cold, the cook said on Monday.", "The ministry", "the soup, a national treasure, was cold", "the cook"),
        ("Soto accused Malta of stealing the soup, its ambassador told reporters.", "Soto", "stealing the soup", None),
        ("He said that the soup was cold, the cook said he was late.", "He", "the soup was cold, the cook said he was late", None),
    ],
)  # fmt: skip
def test_the_words_end_before_whoever_told_them_at_the_end(text, speaker, content, by):
    one = heard(text)[0]
    assert (one.speaker, one.content) == (speaker, content)
    assert one.reporters == (() if by is None else (by,))


def test_she_is_the_minister_and_no_newspaper():
    told = heard(
        "Minister Ann Roe criticised the duties. She denied that it had been offered, as the "
        'newspaper Le Jour reported on Monday.\n\n"There was no offer," she said.'
    )
    assert {one.name for one in told} == {"Ann Roe"}


@pytest.mark.parametrize(
    "text",
    ["It is late, as Souza noted.", "The road is long, as the newspaper Le Jour wrote on Monday."],
)
def test_what_nobody_else_says_is_said_by_whoever_notes_it(text):
    (one,) = heard(text)
    assert one.content in text.partition(", as")[0]
    assert one.reporters == ()


def test_as_before_a_clause_of_its_own_ends_nothing_else():
    (one, *_) = heard("Soto said that he left, as expected, and came back.")
    assert one.content == "he left, as expected, and came back"


def test_who_says_it_again_himself_passes_nothing_on():
    (one,) = heard("Soto insisted that he would stay, as he told the court last week.")
    assert (one.speaker, one.content, one.reporters) == ("Soto", "he would stay", ())


def test_a_comma_may_end_a_text():
    assert heard("Soto denied that the soup was cold,")
