"""Occasions: one key wherever they are meant by full name, and no crossing of articles without."""

import re

import pytest

from timeline.reading.dates import find
from timeline.reading.dates.shadow import shadow as fold
from timeline.reading.occasions import occasion_dates, occasions
from timeline.reading.occasions.naming import Owner
from timeline.reading.text.shadow import shadow
from timeline.reading.values import Span
from timeline.reading.vocabulary import Words
from timeline.when import When

BODIES = re.compile(r"OPEC|NATO|African Union|alliance|EU|Chile")
NAMES = {"alliance": "NATO", "EU": "European Union"}


def heard(text, published="2024-07-11"):
    copy = shadow(text)

    def owners(start, end):
        return [
            Owner(Span(*m.span()), NAMES.get(m[0], m[0]), m[0] != "Chile", Span(*m.span()))
            for m in BODIES.finditer(copy, start, end)
        ]

    dates = find(text, When.parse(published))
    mentions = occasions(copy, Words.of(fold(text)), owners, dates)
    return mentions, list(occasion_dates(copy, mentions, dates))


def keys(text):
    return {text[slice(*one.span)]: one.occasion.key for one in heard(text)[0]}


@pytest.mark.parametrize(
    "text",
    [
        "NATO’s summit in Washington between 6-11 July ended.",
        "NATO met in June. The text of the Washington Summit Declaration is long.",
        "As NATO turns 75, the summit in Washington is dominated by one matter.",
        "The NATO summit held in Washington ended.",
        "In the Washington Summit Declaration, NATO accused China.",
    ],
)
def test_articles_that_name_it_in_full_mean_the_same_occasion(text):
    assert "NATO summit, Washington" in keys(text).values()


def test_another_place_or_year_is_another_occasion():
    assert keys("The NATO summit in Madrid ended.")["The NATO summit"] == "NATO summit, Madrid"
    assert keys("The 2022 NATO summit ended.")["The 2022 NATO summit"] == "NATO summit, 2022"


def test_a_body_that_is_only_spoken_of_at_a_summit_does_not_hold_it():
    text = "At the summit in Oslo, Chile warned NATO of delay, and OPEC agreed."
    assert keys(text) == {"the summit": None}


def test_a_place_ends_with_its_sentence():
    assert keys("NATO held its summit in Oslo. Chile agreed.") == {
        "its summit": "NATO summit, Oslo"
    }
    text = "NATO met at the summit in St. John Town."
    assert keys(text) == {"the summit": "NATO summit, St. John Town"}


def test_a_bare_summit_means_the_fuller_named_one_of_its_article():
    text = "The African Union summit in Nairobi opened. At the summit, leaders ate."
    assert keys(text)["the summit"] == "African Union summit, Nairobi"


def test_a_bare_summit_alone_has_no_key():
    assert set(
        keys("The summit opened. The EU summit in Brussels is another matter.").values()
    ) == {None}


def test_a_body_meets_at_its_own_seat_again_and_again():
    assert keys("The 2019 EU summit in Brussels ended.")["The 2019 EU summit"] == (
        "European Union summit, 2019"
    )


def test_documents_of_a_summit_hang_on_it():
    text = "The NATO summit in Oslo ended. The alliance's final statement is short. The statement says so."
    assert set(keys(text).values()) == {"NATO summit, Oslo"}
    last = heard(text)[0][-1]
    assert text[slice(*last.occasion.name)] == "The alliance's final statement"


def test_a_document_of_another_year_is_another_occasion():
    text = "At the NATO summit in Oslo they read a declaration by NATO leaders from 2019."
    assert keys(text)["a declaration"] == "NATO declaration, 2019"


def test_an_interview_or_a_meeting_is_nobodys_full_name():
    assert set(
        keys("In an interview in Paris he spoke. The OPEC meeting in Vienna ended.").values()
    ) == {None}


def test_a_treaty_in_a_name_is_no_document():
    assert keys("The North Atlantic Treaty Organisation was founded in 1949.") == {}


def test_a_name_does_not_reach_back_over_a_heading_or_a_full_stop():
    text = "Influence in Asia\n\nThe growth of NATO. NATO's summit in Rome ended."
    assert "NATO's summit" in keys(text)


def test_an_article_dates_an_occasion_where_the_date_follows_its_name():
    _, dated = heard("NATO’s summit in Washington between 6-11 July ended on a Thursday.")
    assert [(date.key, date.date) for date in dated] == [
        ("NATO summit, Washington", "2024-07-06/2024-07-11")
    ]


def test_a_date_of_something_else_dates_no_occasion():
    assert heard("NATO’s summit in Washington follows the vote of 3 July.")[1] == []
    assert heard("The summit on 3 July ended.")[1] == []
