"""A noun phrase as a name: whose it is, which role it gives, who that is."""

import pytest

from tests.reading.speakers.test_coreference import names


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        ("Norvale's chief executive, Ada Quist, welcomed the ruling.", "Ada Quist", "chief executive", "Norvale"),
        ("But Holm's agent, Bo Lindqvist, told Sportbladet that the club is late.", "Bo Lindqvist", "agent", "Holm"),
        ("Norvale's sporting director said that it is late.", "Norvale's sporting director", "sporting director", "Norvale"),
        ("Qatari Energy Minister Sheikh Hamad bin Nasser said that it is late.", "Hamad bin Nasser", "Energy Minister", "Qatari"),
        ("Lord Justice Ainsley said that it is late.", "Ainsley", "Lord Justice", None),
        ("Prince Casimir said that it is late.", "Casimir", "Prince", None),
    ],
)  # fmt: skip
def test_a_role_is_whole_and_says_no_birth(text, name, role, body):
    assert names(text)[0][1:] == (name, role, body)


def test_a_pronoun_behind_a_quote_means_the_speaker_before():
    text = (
        "Qatari Energy Minister Sheikh Hamad bin Nasser said that it is late. "
        '"We are waiting for the market," he told reporters.'
    )
    assert [found[1] for found in names(text)] == ["Hamad bin Nasser"] * 2


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Department for Schools said that it is late.", "Department for Schools", None),
        ("The Campaign for Cleaner Rivers said that it is late.", "Campaign for Cleaner Rivers", None),
        ("The Transport Secretary, Edda Voss, said that it is late.", "Edda Voss", "Transport Secretary"),
        ("The Minister for Rail, Lord Pell, said that it is late.", "Pell", "Minister"),
    ],
)  # fmt: skip
def test_an_office_and_who_holds_it_are_told_apart(text, name, role):
    assert names(text)[0][1:3] == (name, role)


@pytest.mark.parametrize("verb", ["extend", "postpone", "bungle"])
def test_whom_somebody_asks_to_do_something_is_asked(verb):
    text = f"Norwegian ministers have asked the UK government to {verb} the scheme."
    assert [found[0] for found in names(text)] == ["Norwegian ministers"]
