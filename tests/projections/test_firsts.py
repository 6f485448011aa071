"""`firsts`: what texts claim to be first, and what is earliest in this store."""

import pytest

from projections.firsts import CLAIM, Firsts, earliest
from tests.story import HOME, Story, ask, of
from timeline.projection import Heading, Sentence, Statement
from timeline.when import When

TEXT = (
    "Concerns about China were expressed for the first time at the end of 2019. It was noticed.\n"
    "A strategy, which first addressed the risks, came later.\n"
    "In 2022, a document named Beijing for the first time. It warned of ambitions."
)


def told() -> Story:
    """Three assertions of one article: each begins where its words do."""
    story = Story()
    for words, said in (("Concerns", "2019-12~"), ("risks", "2022"), ("ambitions", "")):
        story.say("NATO", "China", "concern", words, asserted_start=TEXT.index(words), said=said)
    return story


def asked(story: Story, *words: str):
    return ask(Firsts(), story.told, *words, text={HOME: TEXT}.get)


def test_claims_stand_side_by_side_in_the_words_of_their_texts():
    first, second, *_ = of(Statement, asked(told(), "NATO", "China"))
    assert first.points[0].words == TEXT.partition(" It was")[0]
    assert second.points[0].words == "A strategy, which first addressed the risks, came later."


def test_claims_of_one_pair_at_different_times_are_said_to_disagree():
    warnings = [
        one.text for one in of(Sentence, asked(told(), "NATO", "China")) if one.kind == "warning"
    ]
    assert warnings[0].startswith("SOURCES DISAGREE on the first: ~2019-12, 2022;")


def test_a_claim_beside_an_assertion_says_so_and_borrows_no_date():
    claim = next(one for one in of(Statement, asked(told())) if "Beijing" in one.points[0].words)
    assert claim.said == "unknown"
    assert "beside it" in claim.points[0].note


def test_a_text_that_was_erased_claims_nothing():
    sheet = ask(Firsts(), told().told, "NATO", "China")
    assert of(Sentence, sheet)[0].text.startswith("0 claims")


@pytest.mark.parametrize("words", [
    "for the first time", "the alliance’s first in the region", "an unprecedented escalation",
    "which first addressed the risks", "its first-ever statement", "never before",
])  # fmt: skip
def test_what_claims_to_be_first(words):
    assert CLAIM.search(words)


@pytest.mark.parametrize("words", [
    "the first lady", "at first it seemed", "the First Minister", "in the first half of 2024",
    "the First Secretary", "first, China", "on the first day", "its first-half loss",
    "the first aid", "his first term", "the first-quarter figures",
])  # fmt: skip
def test_what_holds_the_word_and_claims_nothing(words):
    assert not CLAIM.search(words)


@pytest.mark.parametrize(("dates", "first", "verdict"), [
    (("2019-12", "2022", "2024-07-10"), [0], "certainly the first"),
    (("2022", "2022-05"), [0, 1], "cannot be decided among 2"),
    (("2019-12?", "2022"), [0, 1], "cannot be decided among 2"),
    (("2019", "../2024"), [0, 1], "cannot be decided among 2 (1 with only a last day)"),
    (("2019", "unknown"), [0, 1], "cannot be decided among 2 (1 undated)"),
    (("unknown", "unknown"), [0, 1], "cannot be decided among 2 (2 undated)"),
])  # fmt: skip
def test_the_earliest_is_certain_or_it_cannot_be_decided(dates, first, verdict):
    assert earliest([When.parse(date) for date in dates]) == (first, verdict)


def test_the_earliest_is_told_for_each_pair_that_spoke_twice():
    story = Story()
    story.say("NATO", "China", "concern", "a challenge", said="2019-12-04")
    story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    story.say("China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-11")
    sheet = ask(Firsts(), story.told)
    told = [one.text for one in of(Heading, sheet)]
    assert told == ["Earliest in this store, NATO on China: certainly the first"]
    assert [one.said for one in of(Statement, sheet)] == ["2019-12-04"]
