"""What people decide about actors changes the answers, only those it must, and can be taken back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actors.telling import (
    adopt,
    alias,
    define,
    merge,
    part,
    tie,
    unalias,
    untie,
)  # fmt: skip
from timeline.actors import Directory, GazetteerVersion, shipped
from timeline.when import When

NAMES = ["China", "CCP", "Beijing", "Chinese officials", "Tobias Billstrom", "Billstrom", "the insiders",
         "Chinese Embassy in Washington", "Kremlin spokesman", "Wang Wenbin", "NATO allies"]  # fmt: skip
ASKED = [
    *((name, None, None) for name in NAMES),
    ("Wang Wenbin", "spokesperson", "Chinese Foreign Ministry"),
    ("Tobias Billstrom", "Foreign Minister", "Swedish"),
    ("Ana Souza", "chief", "Billstrom"),
]
WHEN = When.parse("2024-07-11")


def answers(directory):
    found = {}
    for name, role, body in ASKED:
        actor = directory.actor(name, role, body)
        found[name, role, body] = (actor, directory.sides(actor, role, body, WHEN))
    return found


def test_an_alias_is_followed_and_taken_back(fresh):
    fresh.apply(alias("Billstrom", "Tobias Billström"))
    assert fresh.actor("Billstrom") == "Tobias Billström"
    fresh.apply(unalias("Billstrom", "Tobias Billström"))
    assert fresh.actor("Billstrom") == "Billstrom"


def test_a_shipped_name_can_be_taken_away_and_given_back(fresh):
    fresh.apply(unalias("Beijing", "China"))
    assert fresh.actor("Beijing") == "Beijing"
    assert "Beijing" not in fresh.aliases("China")
    fresh.apply(alias("Beijing", "China"))
    assert fresh.actor("Beijing") == "China"


def test_merged_actors_are_one_with_what_both_belonged_to(fresh):
    fresh.apply(tie("T. Billstrom", "speaks for", "Sweden"))
    fresh.apply(merge("T. Billstrom", "Tobias Billström"))
    assert fresh.actor("T Billström") == "Tobias Billström"
    assert fresh.sides("Tobias Billström") == ("Tobias Billström", "Sweden")
    fresh.apply(part("T. Billstrom", "Tobias Billström"))
    assert fresh.sides("Tobias Billström") == ("Tobias Billström",)


def test_two_merged_into_each_other_do_not_hang(fresh):
    fresh.apply(merge("Group One", "Group Two"))
    fresh.apply(merge("Group Two", "Group One"))
    assert fresh.actor("Group One") in ("Group One", "Group Two")


def test_a_circle_of_parts_ends(fresh):
    fresh.apply(tie("Group One", "part of", "Group Two"))
    fresh.apply(tie("Group Two", "part-of", "Group One"))
    assert set(fresh.sides("Group One")) == {"Group One", "Group Two"}


def test_what_a_name_implies_can_be_taken_away(fresh):
    fresh.apply(untie("Chinese Embassy in Washington", "part of", "China"))
    assert fresh.sides("Chinese Embassy in Washington") == ("Chinese Embassy in Washington",)
    fresh.apply(tie("Chinese Embassy in Washington", "part of", "China"))
    assert fresh.sides("Chinese Embassy in Washington")[1:] == ("China",)


def test_a_definition_gives_a_kind(fresh):
    fresh.apply(define("Ana Souza", "person"))
    assert (fresh.known("Ana Souza"), fresh.kind("Ana Souza")) == (True, "person")


def test_the_directory_before_an_event_stays_as_it_was(fresh):
    after = fresh.after(alias("Billstrom", "Tobias Billström"))
    assert (fresh.actor("Billstrom"), after.actor("Billstrom")) == ("Billstrom", "Tobias Billström")


def test_new_names_are_found_in_texts_at_once(fresh):
    assert fresh.mentions("Billstrom spoke.") == []
    fresh.apply(alias("Billstrom", "Tobias Billström"))
    assert [one.actor for one in fresh.mentions("Billstrom spoke.")] == ["Tobias Billström"]


def test_a_newer_gazetteer_replaces_the_older_and_keeps_what_people_decided(fresh):
    fresh.apply(alias("Middle Kingdom", "China"))
    less = GazetteerVersion(
        "0", "", tuple(line for line in shipped().entries if "NATO" not in line)
    )
    touched = fresh.apply(adopt(less))
    assert (fresh.actor("Nato"), fresh.actor("Middle Kingdom")) == ("Nato", "China")
    assert "nato" in touched
    assert "uruguay" not in touched


def test_entries_of_a_newer_package_are_read_as_far_as_they_are_known():
    line = '{"colour":"red","kind":"country","name":"Atlantis","adjectives":["Atlantean"]}'
    assert Directory.of([line]).actor("Atlantean officials") == "Atlantis"


NAME = st.sampled_from(
    [*NAMES, "Swedish", "Foreign Ministry", "Chinese Foreign Ministry", "Sweden"]
)
PAIRS = st.one_of(
    st.builds(lambda a, b: (alias(a, b), unalias(a, b)), NAME, NAME),
    st.builds(lambda a, b: (merge(a, b), part(a, b)), NAME, NAME),
    st.builds(
        lambda a, relation, b: (tie(a, relation, b, "2020"), untie(a, relation, b)),
        NAME, st.sampled_from(["part of", "speaks for", "member of"]), NAME,
    ),
)  # fmt: skip
FEW = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(st.lists(PAIRS, max_size=6))
def test_taking_everything_back_in_reverse_leaves_no_trace(who, pairs):
    directory = who.after(define("Zork", "group"))
    state, before = repr(directory.state()), answers(directory)
    for event, _ in pairs:
        directory.apply(event)
    for _, reverse in reversed(pairs):
        directory.apply(reverse)
    assert repr(directory.state()) == state
    assert answers(directory) == before


@FEW
@given(
    st.lists(
        st.one_of(PAIRS.map(lambda pair: pair[0]), PAIRS.map(lambda pair: pair[1])), max_size=6
    )
)
def test_only_names_that_are_touched_answer_differently(who, told):
    directory = who.after(define("Zork", "group"))
    for event in told:
        before = answers(directory)
        hang = {asked: directory.depends(*asked) for asked in ASKED}
        touched = directory.names_touched(event)
        assert directory.apply(event) == touched
        now = answers(directory)
        assert {asked for asked in ASKED if now[asked] != before[asked]} <= {
            asked for asked in ASKED if hang[asked] & touched
        }


@FEW
@given(st.lists(PAIRS.map(lambda pair: pair[0]), max_size=6))
def test_answers_remembered_on_the_way_are_those_of_a_fresh_replay(who, told):
    asked_between = who.after(define("Zork", "group"))
    replayed = who.after(define("Zork", "group"))
    for event in told:
        answers(asked_between)
        asked_between.apply(event)
        replayed.apply(event)
    assert answers(asked_between) == answers(replayed)


@pytest.mark.parametrize("name", NAMES)
def test_an_actor_is_its_own_actor(who, name):
    assert who.actor(who.actor(name)) == who.actor(name)
