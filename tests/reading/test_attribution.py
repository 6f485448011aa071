"""The one entry point: every span verbatim, the same answer each time, no text too hostile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import stays_within
from timeline.reading.attribution import attributions

WORDS = st.sampled_from(
    ["NATO", "China", "He", "said", "that", "“", "”", '"', ",", ".", "accused", "of", "it", "the",
     "according", "to", "—", ":", "\n", "(", "who", "and", "was", "by", "will", "Ana Souza", "'s",
     "<p>", "\u200b", "\u202e", "’", "‘", "…", "?", "10", "concerns", "about", "Mr."]
)  # fmt: skip
ARTICLES = st.lists(WORDS, max_size=60).map(" ".join)


def spans(one):
    yield one.passage
    yield from one.content
    yield from one.own
    yield from one.repeats
    yield from (span for span in (one.cue, one.speaker, one.object) if span)
    for name in (one.name, *(name for _, name in one.reporters)):
        if name:
            yield from (span for span in (name.span, name.role, name.body) if span)


@given(ARTICLES)
@settings(max_examples=200)
def test_every_span_lies_in_the_text_and_holds_something(text):
    found = attributions(text)
    for one in found.attributions:
        assert all(0 <= s.start < s.end <= len(text) for s in spans(one))
        assert one.content
        assert 0 <= one.sentence < len(found.sentences)


@given(ARTICLES)
@settings(max_examples=50)
def test_reading_twice_finds_the_same(text):
    assert attributions(text) == attributions(text)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    attributions(text)


def test_own_words_are_inside_what_is_asserted():
    text = "Souza said that “we stay” in the pact. “We go on,” he added."
    for one in attributions(text).attributions:
        for own in one.own:
            assert any(c.start <= own.start and own.end <= c.end for c in one.content)


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "“a” ", "said ", "NATO said, ", "NATO's ", "a, ", "<a", "according to ", "NATO who said that ", "a — ",
     "Jan 1\n", "a b\n", "He said so. ", "<p>a &nbsp;", "N\u200bA\u202eT said "],
)  # fmt: skip
def test_the_time_is_linear_in_the_length(piece):
    """Four times the text takes about four times the time: eight is a rule that looks back."""

    small, large = piece * 2000, piece * 8000
    assert stays_within(8, lambda: attributions(small), lambda: attributions(large))
