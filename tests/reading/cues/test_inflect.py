"""Forms of verbs."""

import pytest

from timeline.reading.cues.inflect import forms


@pytest.mark.parametrize(
    ("base", "form", "kind"),
    [
        ("accuse", "accusing", "g"), ("admit", "admitted", "d"), ("tell", "told", "d"),
        ("reply", "replies", "z"), ("press", "presses", "z"), ("agree", "agreeing", "g"),
        ("show", "shown", "d"), ("lie", "lying", "g"),
    ],
)  # fmt: skip
def test_a_verb_has_its_forms(base, form, kind):
    assert dict(forms(base))[form] == kind
