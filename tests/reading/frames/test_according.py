"""According to somebody: what is set off behind the name is no part of what is asserted."""

import pytest

from timeline.reading.attribution import attributions


def contents(text):
    return [
        text[span.start : span.end]
        for one in attributions(text).attributions
        for span in one.content
    ]


@pytest.mark.parametrize(
    "who",
    [
        "two delegates, who asked not to be named",
        "three pilots, whose names were withheld",
        "the survey, which was published by Hollis Bank",
        "Tim Roe, a trader at Hollis Bank",
        "sources close to the deal",
    ],
)
def test_what_is_asserted_begins_behind_who_says_it(who):
    assert contents(f"According to {who}, the mine will be sold in spring.") == [
        "the mine will be sold in spring"
    ]


def test_a_subject_with_an_aside_of_its_own_stays_whole():
    text = "According to officials, the president, who is ill, will resign."
    assert contents(text) == ["the president, who is ill, will resign"]


@pytest.mark.parametrize(
    ("text", "speaker", "asserted"),
    [
        ("According to Globo U.S. President Joe Biden met them in Lima.", "Globo", "U.S. President Joe Biden met them in Lima"),
        ("According to her husband, builder Kev Marsh, it is late.", "her husband", "it is late"),
        ("But the next day, according to Souza, the mine made offers.", "Souza", "the mine made offers"),
        ("It was late (the number is close to ten, according to Souza).", "Souza", "the number is close to ten"),
        ("According to early results of a poll, it is late.", "early results of a poll", "it is late"),
    ],
)  # fmt: skip
def test_who_says_it_is_parted_from_what_is_said(text, speaker, asserted):
    (one,) = attributions(text).attributions
    assert text[slice(*one.speaker)] == speaker
    assert contents(text) == [asserted]
