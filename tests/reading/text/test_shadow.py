"""The shadow copy is as long as the text, whatever stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.text.shadow import shadow


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_the_shadow_is_as_long_as_the_text(text):
    assert len(shadow(text)) == len(text)


@given(st.text(alphabet="<>&;apbr/quot#19 “”‘’«»\u200b\u202e\u00a0\x1b", max_size=80))
def test_markup_and_invisible_characters_change_no_length(text):
    assert len(shadow(text)) == len(text)


def test_a_left_quote_used_as_an_apostrophe_is_one():
    assert shadow("China‘s ambitions") == "China's ambitions"


def test_an_opening_single_quote_stays_one():
    assert shadow("a ‘quote’ here") == "a ‘quote' here"


def test_a_paragraph_tag_ends_a_line():
    assert shadow("a<p>b") == "a\n  b"


def test_escape_characters_are_blank():
    assert shadow("a\x1b[31mb") == "a [31mb"
