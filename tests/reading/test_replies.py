"""Which words make an assertion an answer, and what they say it answers."""

import pytest

from tests.reading.told import Told


def answer(text: str, words: str) -> tuple[str | None, str | None]:
    one = Told(text)(words)
    return one.reply, one.answers


@pytest.mark.parametrize(("text", "words", "expected"), [
    ("France's proposal to close the port, the oldest there, faced strong opposition from Belgium.",
     "opposition", ("opposition", "France's proposal to close the port, the oldest there")),
    ("The union's demand, which the minister had expected, drew criticism from France.",
     "criticism", ("drew", "The union's demand")),
    ("Belgium sent two ships to the port. This move has raised France's concerns about its trade.",
     "its trade", ("raised", "This move")),
    ("Belgium accused France of dumping. France called that claim “false”.",
     "that claim", ("called", "that claim")),
    ("Belgium warned of a shortage. The ministry called the warning “unfounded”.",
     "the warning", ("called", "the warning")),
    ("The minister, who has denied all charges, was silent as the verdict was read.",
     "all charges", ("denied", "all charges")),
    ("France rejected Belgium's accusations, as the report was published.",
     "accusations", ("rejected", "Belgium's accusations")),
    ("France responded on Thursday, condemning Belgium's remarks as absurd.",
     "absurd", ("responded", "Belgium's remarks")),
])  # fmt: skip
def test_the_words_that_make_an_answer_and_what_they_answer(text, words, expected):
    assert answer(text, words) == expected


@pytest.mark.parametrize(("text", "words"), [
    ("France condemned Belgium's decision to close the port.", "decision"),
    ("France called the plan “reckless”.", "plan"),
    ("France voiced concerns about the port.", "port"),
    ("The minister, asked whether he would resign, replied that he would not.", "would not"),
    ("The visit raised hopes. France voiced concerns about the port.", "the port"),
])  # fmt: skip
def test_to_judge_what_was_done_or_any_thing_is_no_answer_yet(text, words):
    assert answer(text, words) == (None, None)


def test_who_goes_on_with_an_answer_is_still_about_whom_it_was():
    text = (
        "“Oslo has changed its words,” said Ann Roe, a writer.\n\n"
        "Norway denied that it had come under pressure from France. “Nobody pressured us,” it said."
    )
    assert Told(text).targets("Nobody") == ["France"]
