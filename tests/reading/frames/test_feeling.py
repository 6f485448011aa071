"""What somebody is said to feel, or to be ready for."""

import pytest

from tests.reading.told_attributions import heard, said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Brazil is deeply concerned about Chile’s new fleet, which is large.",
            "Chile’s new fleet",
        ),
        ("Brazil was critical of the pact.", "the pact"),
        ("Brazil is not willing to leave the pact.", "to leave the pact"),
        ("Brazil remains opposed to the pact.", "the pact"),
        ("Brazil is confident that the pact will hold.", "the pact will hold"),
    ],
)
def test_a_feeling_is_its_holders(text, content):
    assert said(text) == [("Brazil", content)]


@pytest.mark.parametrize(
    "text",
    ["The road is critical to trade.", "Rates are certain to rise.", "The road is late to open."],
)
def test_a_thing_feels_nothing(text):
    assert [one for one in heard(text) if one.frame == "feeling"] == []
