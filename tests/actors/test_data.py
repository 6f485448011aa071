"""The shipped data is sane: each of these once found a slip in it."""

from collections import defaultdict
from typing import get_args

from timeline.actors import Entry, key, shipped
from timeline.actors.entry import Kind as OfEntries
from timeline.actors.gazetteer import entries
from timeline.assertion import Kind
from timeline.when import When

ENTRIES = list(entries())
PINNED = {"1": "6920c86c5380e59b8edc209b8196859c9562fc67abe069a4ad782ff914815774"}
"""A change of the data needs a new version, because a chronicle adopts it by that."""


def test_no_name_means_two_actors():
    owners = defaultdict(set)
    for entry in ENTRIES:
        for name in (entry.name, *entry.aliases, *entry.adjectives, *entry.seats):
            owners[key(name)].add(entry.name)
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_no_actor_is_there_twice():
    names = [entry.name for entry in ENTRIES]
    assert len(names) == len(set(names))


def test_iso_codes_are_unique_and_every_country_has_one():
    codes = [entry.code for entry in ENTRIES if entry.kind == "country"]
    assert all(codes)
    assert len(codes) == len(set(codes))


def test_all_193_members_of_the_united_nations_are_there():
    others = {"VA", "PS", "TW", "XK", "EH", "CK", "NU"}
    states = [
        entry
        for entry in ENTRIES
        if entry.kind == "country" and len(entry.code) == 2 and entry.code not in others
    ]
    assert len([state for state in states if not state.affiliations or _own(state)]) == 193


def _own(entry):
    return all(tie.relation != "part of" for tie in entry.affiliations)


def test_everything_that_one_belongs_to_is_somebody(who):
    parents = {tie.parent for entry in ENTRIES for tie in entry.affiliations}
    assert {parent for parent in parents if who.kind(parent) == "unknown"} == set()
    assert {parent for parent in parents if who.actor(parent) != parent} == set()


def test_dates_parse_and_no_term_ends_before_it_begins():
    ties = [tie for entry in ENTRIES for tie in entry.affiliations]
    wrong = [
        tie
        for tie in ties
        if tie.since and tie.until and When.parse(tie.until).certainly_before(When.parse(tie.since))
    ]
    assert sum(bool(tie.since) for tie in ties) > 300
    assert wrong == []


def test_nato_has_32_members_and_had_30_before_finland(who):
    assert len(who.members("NATO", When.parse("2024-08"))) == 32
    assert len(who.members("NATO", When.parse("2023-04-03"))) == 30
    assert "Sweden" not in who.members("NATO", When.parse("2023-07-13"))


def test_the_european_union_has_27_members_and_had_28(who):
    assert len(who.members("European Union", When.parse("2021"))) == 27
    assert len(who.members("European Union", When.parse("2016"))) == 28


def test_every_entry_comes_back_from_its_line():
    assert [Entry.read(entry.line()) for entry in ENTRIES] == ENTRIES


def test_the_lines_are_sorted_and_each_stands_once():
    names = [Entry.read(line).name for line in shipped().entries]
    assert names == sorted(names)
    assert len(names) == len(ENTRIES)


def test_changed_data_has_a_new_version():
    assert PINNED[shipped().version] == shipped().sha256


def test_kinds_of_entries_are_kinds_of_actors():
    assert set(get_args(OfEntries)) < set(get_args(Kind))
