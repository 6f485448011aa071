"""Words that could be verb or noun, name or adverb, told by what stands around them."""

import pytest

from tests.reading.told_attributions import said


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Activists clamoring to block Souza from the nomination say they will win.", "Activists clamoring to block Souza from the nomination", "they will win"),
        ("Many aides to the candidate think he will win.", "Many aides to the candidate", "he will win"),
        ("Souza said details of her plan will come in May.", "Souza", "details of her plan will come in May"),
        ("Souza summed up the summit as a failure and said it was late.", "Souza", "it was late"),
        ("April Mellody, a spokeswoman for the pact, said that it is late.", "April Mellody", "it is late"),
        ("Kelly said that it is late.", "Kelly", "it is late"),
        ("According to a Wednesday report in Globo, it is late.", "a Wednesday report in Globo", "it is late"),
    ],
)  # fmt: skip
def test_a_form_is_told_by_its_neighbours(text, speaker, content):
    assert said(text) == [(speaker, content)]
