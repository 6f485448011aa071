"""Said, planned, conditional, asked, hedged."""

import pytest

from tests.reading.told_attributions import heard


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Brazil said that it will leave the pact.", "said"),
        ("Brazil plans to criticize the pact.", "planned"),
        ("Brazil will condemn the pact.", "planned"),
        ("Brazil would condemn the pact.", "conditional"),
        ("Souza asked whether Brazil would leave.", "asked"),
        ("Souza suggested that Brazil would leave.", "hedged"),
    ],
)
def test_the_mode_of_a_sentence(text, mode):
    assert heard(text)[0].mode == mode
