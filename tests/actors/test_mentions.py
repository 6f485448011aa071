"""Known actors found in running text."""

import itertools
from pathlib import Path

import pytest

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def found(who, text):
    return [(text[one.start : one.end], one.actor) for one in who.mentions(text)]


def test_the_longest_name_is_taken_whole_and_without_its_ending(who):
    text = "South Korea's envoy told the UN Security Council; Papua New Guinea abstained."
    assert found(who, text) == [
        ("South Korea", "South Korea"),
        ("UN Security Council", "UN Security Council"),
        ("Papua New Guinea", "Papua New Guinea"),
    ]


def test_capitals_tell_a_state_from_a_bird_and_a_pronoun(who):
    assert found(who, "He told us that a turkey cost little in Turkey, who asked the WHO.") == [
        ("Turkey", "Turkey"),
        ("WHO", "World Health Organization"),
    ]


def test_no_name_is_found_inside_a_word_or_inside_another_name(who):
    text = "Chinatown, Michael Jordan, Chad Smith, the Washington Post, George Washington, pro-Iranians"
    assert found(who, text) == [("Washington Post", "The Washington Post")]


def test_a_name_may_begin_small(who):
    text = "He told el-Sisi, no pro-Sisi man, of Spain."
    assert found(who, text) == [("el-Sisi", "Abdel Fattah el-Sisi"), ("Spain", "Spain")]


def test_a_careful_name_alone_is_found(who):
    assert found(who, "In Jordan, Chad won. Georgia said no.") == [
        ("Jordan", "Jordan"),
        ("Chad", "Chad"),
        ("Georgia", "Georgia"),
    ]


def test_a_state_has_a_security_council_of_its_own(who):
    text = "The Security Council met. Turkey's National Security Council and Iran's met as well."
    assert ("Security Council", "UN Security Council") in found(who, text)
    assert found(who, "The National Security Council met.") == []


def test_headlines_in_capitals_and_names_without_accents(who):
    assert found(who, "CHINA WARNS NATO") == [("CHINA", "China"), ("NATO", "NATO")]
    assert found(who, "The Elysee and Erdogan, Côte d’Ivoire") == [
        ("Elysee", "Élysée"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Côte d’Ivoire", "Ivory Coast"),
    ]


def test_adjectives_and_places_are_marked(who):
    marks = {
        one.actor: (one.adjective, one.place)
        for one in who.mentions("The Chinese envoy met Macron in Washington, and NATO agreed.")
    }
    assert marks == {
        "China": (True, False),
        "Emmanuel Macron": (False, False),
        "United States": (False, True),
        "NATO": (False, False),
    }


def test_only_the_stretch_asked_for_is_searched(who):
    text = "China and Russia and NATO"
    assert [one.actor for one in who.mentions(text, 6, 16)] == ["Russia"]
    assert who.mentions(text, 10, 14) == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_mentions_in_the_seeds_are_words_in_order_without_overlap(who, path):
    text = path.read_bytes().decode()
    marks = who.mentions(text)
    assert marks
    assert all(one.end <= two.start for one, two in itertools.pairwise(marks))
    assert all(who.actor(text[one.start : one.end]) == one.actor for one in marks)
