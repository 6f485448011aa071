"""Phrases of a lexicon, found in one pass."""

import pytest

from tests.growth import stays_within
from timeline.reading.dates.shadow import shadow
from timeline.reading.phrases import Phrases
from timeline.reading.vocabulary import Words


def found(phrase, text):
    return [text[hit.start : hit.end] for hit in Phrases([(phrase, 1)]).find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("threat*", "a threat, threats and threatening", ["threat", "threats", "threatening"]),
        ("no", "no, it is not", ["no"]),
        ("end the war", "the end; end the war", ["end the war"]),
        ("(aid|help) moscow", "they help moscow's army", ["help moscow"]),
        (
            "suppl* ... weapons",
            "supplies it, they say, with weapons",
            ["supplies it, they say, with weapons"],
        ),
        ("suppl* ... weapons", "supplies it. then weapons", []),
        ("suppl* ... weapons", "supplies a b c d e f g weapons", []),
        ("cold war", 'a "cold war" and cold-war talk', ["cold war", "cold-war"]),
        ("art", "party art arts", ["art"]),
    ],
)
def test_a_phrase_is_found_where_its_words_stand(phrase, text, words):
    assert found(phrase, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "the  finest hour, the (finest) and the-finest, the\n“finest",
        "the fine end of a fine war; the finestra",
        "aid moscow, help  moscow, aid (and help) moscow",
        "the",
        "",
    ],
)
def test_a_scan_of_a_whole_text_finds_what_a_search_finds(text):
    phrases = Phrases(
        [("the (finest|best)", 1), ("the ... war", 2), ("(aid|help) moscow", 3), ("fine*", 4)]
    )
    low = shadow(text)
    assert phrases.scan(Words.of(low)).within(0, len(low) + 1) == list(phrases.find(low))


def test_only_the_part_asked_for_is_searched():
    phrases = Phrases([("threat", 1)])
    assert phrases.first("threat or no threat", 1).start == 13
    assert phrases.first("threat or no threat", 1, 17) is None


def test_a_bare_star_is_refused_with_the_phrase_named():
    with pytest.raises(ValueError, match="th"):
        Phrases([("th*", 1)])


def test_time_grows_with_the_text_and_no_faster():
    phrases = Phrases([("suppl* ... of ... weapons", 1)])

    small, large = ("supply of supply of " * times for times in (1000, 8000))
    assert list(phrases.find(large)) == []
    assert stays_within(24, lambda: list(phrases.find(small)), lambda: list(phrases.find(large)))
