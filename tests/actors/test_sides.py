"""For whom an actor counts, at a time: part of, speaks for, introduced with; never member of."""

import pytest

from timeline.when import When


@pytest.mark.parametrize(
    ("actor", "role", "body", "sides"),
    [
        ("Wang Wenbin", "spokesperson", "Chinese Foreign Ministry", ("Chinese Foreign Ministry", "China")),
        ("Wang Wenbin", "Foreign Ministry spokesperson", "Chinese", ("Chinese Foreign Ministry", "China")),
        ("Joe Biden", "President", "US", ("United States",)),
        ("Ana Souza", "economy minister", "Brazilian", ("Brazil",)),
        ("Zhu Zhiqun", "professor", "Bucknell University", ("Bucknell University",)),
        ("Mikel Arteta", "manager", "Arsenal", ("Arsenal",)),
        ("Julianne Smith", "Ambassador to NATO", "U.S.", ("United States",)),
        ("Avril Haines", "Director", "U.S. National Intelligence Agency", ("US National Intelligence Agency", "United States")),
        ("Alice Wahome", "Minister", "Kenyan Water", ("Kenya",)),
        ("Alice Wahome", "Minister", "Water", ()),
        ("Chinese Embassy in Washington", None, None, ("China",)),
        ("Kremlin spokesman", None, None, ("Kremlin", "Russia")),
        ("Chinese Communist Party", None, None, ("China",)),
        ("UN Security Council", None, None, ("United Nations",)),
        ("NATO member states", None, None, ("NATO",)),
        ("Hong Kong", None, None, ("China",)),
        ("Ana Souza", None, None, ()),
    ],
)  # fmt: skip
def test_an_actor_counts_under_what_it_is_part_of_and_introduced_with(
    who, actor, role, body, sides
):
    assert who.sides(actor, role, body) == (actor, *sides)


def test_a_member_does_not_speak_for_its_alliance(who):
    assert who.sides("Sweden", when=When.parse("2024-07-11")) == ("Sweden",)


def test_a_chinese_professor_does_not_speak_for_china(who):
    assert who.sides("Li Wei", "professor", "Chinese") == ("Li Wei",)


def test_who_was_once_president_no_longer_speaks_for_the_state(who):
    role = "former US President"
    assert who.sides("Donald Trump", role) == ("Donald Trump",)
    assert who.sides("Donald Trump", role, None, When.parse("2024-07")) == ("Donald Trump",)


@pytest.mark.parametrize(
    ("when", "sides"),
    [
        ("2024-07-11", ("NATO",)),
        ("../2014-09", ("Norway",)),
        ("2014-10-02", ("NATO",)),
        ("2025-06", ("Norway",)),
        ("2024-10-05", ()),
        ("2024", ("NATO",)),
        ("2024/2025", ("Norway", "NATO")),
        ("unknown", ("Norway", "NATO")),
    ],
)
def test_an_office_counts_while_it_is_held_and_possibly_so_if_the_date_is_vague(who, when, sides):
    assert who.sides("Jens Stoltenberg", when=When.parse(when)) == ("Jens Stoltenberg", *sides)


def test_where_the_article_says_for_whom_a_vague_date_adds_nobody_else(who):
    found = who.sides("Jens Stoltenberg", "Secretary General", "NATO", When.parse("unknown"))
    assert found == ("Jens Stoltenberg", "NATO")


def test_the_widest_side_comes_last(who):
    assert who.sides("Xi Jinping", "President", "Chinese")[-1] == "China"
    assert who.sides("Ursula von der Leyen", "president", "European Commission")[1:] == (
        "European Commission", "European Union",
    )  # fmt: skip


def test_who_sits_in_a_parliament_does_not_speak_for_where_he_is_from(who):
    assert who.sides("Ian Gale", "MP", "Marsh Borough Council") == ("Ian Gale",)
