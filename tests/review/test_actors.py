"""Who is who, as people decide it: seen in the directory at once, and taken back exactly."""

from itertools import count
from typing import NamedTuple

import pytest

from tests.review import ground as told
from timeline.actors import Directory, shipped
from timeline.chronicle import decode, new_envelope
from timeline.errors import BadUse, Conflict
from timeline.review import take
from timeline.review.actors import (
    Scene,
    Tie,
    alias,
    define,
    merge,
    part,
    tie,
    unalias,
    unresolved,
    untie,
)

CCP, CHINA, NATO, SWEDEN = "Chinese Communist Party", "China", "NATO", "Sweden"


class Town:
    """A store, its directory kept up to date, and a person who decides."""

    def __init__(self, chronicle) -> None:
        self.chronicle = chronicle
        self.directory = Directory.of(shipped().entries)

    @property
    def scene(self) -> Scene:
        return Scene.of(self.chronicle, self.directory)

    def do(self, decide, *words, by="Ada", **more):
        done = take(self.chronicle, decide(self.scene, *words, new_envelope(by), **more))
        for position in done.positions:
            self.directory.apply(decode(self.chronicle.at(position)))
        return done


@pytest.fixture
def town(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield Town(chronicle)


def test_an_alias_means_its_actor_until_it_is_taken_back(town):
    done = town.do(alias, "Zhongnanhai folk", CHINA)
    assert str(done) == "#1 “Zhongnanhai folk” means China from now on"
    assert done.more == ("before, it meant nobody known here",)
    assert town.directory.find("the Zhongnanhai folk") == CHINA
    before = town.directory.state()
    town.do(unalias, "Zhongnanhai folk")
    assert town.directory.find("Zhongnanhai folk") is None
    town.do(alias, "Zhongnanhai folk", CHINA)
    assert town.directory.state() == before, "alias, unalias, alias are three events"
    assert town.chronicle.head() == 3


def test_a_shipped_name_can_be_given_to_another_and_comes_back(town):
    town.do(define, "Beijing municipality", "office")
    done = town.do(alias, "Beijing", "Beijing municipality")
    assert done.more == ("before, it meant China",)
    assert town.directory.find("Beijing") == "Beijing municipality"
    assert town.do(unalias, "Beijing").more == ("it means China again",)
    assert town.directory.find("Beijing") == CHINA


def test_what_an_alias_means_already_is_told(town):
    with pytest.raises(BadUse, match="Beijing means China already"):
        town.do(alias, "Beijing", CHINA)
    with pytest.raises(BadUse, match="own name"):
        town.do(alias, "the China", CHINA)
    with pytest.raises(BadUse, match="no alias: it means nobody"):
        town.do(unalias, "Nemo")
    with pytest.raises(BadUse, match="own name"):
        town.do(unalias, "China")


def test_an_answer_that_was_lost_is_already_so(town):
    for _ in range(2):
        done = town.do(alias, "Nemo", CHINA)
    assert "already so, Ada said that Nemo means China, #1" in done.says
    for _ in range(2):
        done = town.do(unalias, "Nemo")
    assert "already so" in done.says
    assert town.chronicle.head() == 2


def test_of_two_who_place_one_name_at_once_the_second_is_told_what_the_first_said(town):
    scene = town.scene
    hers = alias(scene, "the Party", CHINA, new_envelope("Ada"))
    his = alias(scene, "The Party’s", NATO, new_envelope("Bob"))
    take(town.chronicle, hers)
    with pytest.raises(Conflict, match="Ada said that the Party means China, #1"):
        take(town.chronicle, his)


def test_a_part_counts_under_its_whole_and_a_member_does_not(town):
    town.do(define, "Vinland", "country")
    town.do(tie, Tie("Vinland", "part of", CHINA))
    assert CHINA in town.directory.sides("Vinland")
    town.do(untie, Tie("Vinland", "part of", CHINA))
    assert CHINA not in town.directory.sides("Vinland")
    town.do(tie, Tie("Vinland", "member of", NATO))
    assert "Vinland" in town.directory.members(NATO)
    assert NATO not in town.directory.sides("Vinland")
    town.do(untie, Tie("Vinland", "member of", NATO))
    assert "Vinland" not in town.directory.members(NATO)


def test_what_is_shipped_can_be_taken_back_and_set_again(town):
    before = town.directory.sides(CCP)
    assert CHINA in before
    with pytest.raises(BadUse, match="is part of China already"):
        town.do(tie, Tie(CCP, "part of", CHINA))
    town.do(untie, Tie(CCP, "part of", CHINA))
    assert CHINA not in town.directory.sides(CCP)
    with pytest.raises(BadUse, match=r"is not part of China$"):
        town.do(untie, Tie(CCP, "part of", CHINA), by="Bob")
    town.do(tie, Tie(CCP, "part of", CHINA))
    assert town.directory.sides(CCP) == before


def test_circles_are_refused_with_the_way_that_is_there(town):
    with pytest.raises(BadUse, match="cannot be part of itself"):
        town.do(tie, Tie(CHINA, "part of", CHINA))
    with pytest.raises(BadUse, match=rf"circle: {CCP} counts under China already"):
        town.do(tie, Tie(CHINA, "part of", CCP))
    with pytest.raises(BadUse, match="circle"):
        town.do(tie, Tie(CHINA, "speaks for", CCP))


def test_two_people_cannot_close_a_circle_between_them(town):
    for name in ("Aland", "Bland"):
        town.do(define, name, "group")
    scene = town.scene
    hers = tie(scene, Tie("Aland", "part of", "Bland"), new_envelope("Ada"))
    his = tie(scene, Tie("Bland", "part of", "Aland"), new_envelope("Bob"))
    take(town.chronicle, hers)
    with pytest.raises(Conflict, match="Ada said that Aland is part of Bland"):
        take(town.chronicle, his)


def test_an_affiliation_has_dates_and_is_not_over_before_it_begins(town):
    town.do(define, "Speaker X", "person")
    dated = Tie("Speaker X", "speaks for", NATO, "2020", "2021-06")
    assert town.do(tie, dated).says == (
        "Speaker X speaks for NATO since 2020 until 2021-06, from now on"
    )
    assert "already so" in town.do(tie, dated).says
    with pytest.raises(BadUse, match="over before it begins"):
        town.do(tie, Tie("Speaker X", "speaks for", NATO, "2021", "2020"))
    town.do(untie, dated)
    assert NATO not in town.directory.sides("Speaker X")


def test_a_merge_shows_one_as_the_other_and_parting_them_takes_it_back(town):
    before = town.directory.state()
    town.do(merge, SWEDEN, NATO)
    assert town.directory.find("Swedish") == NATO
    with pytest.raises(BadUse, match="one already"):
        town.do(merge, NATO, NATO)
    town.do(part, SWEDEN, NATO)
    assert town.directory.find("Swedish") == SWEDEN
    assert town.directory.state() == before
    with pytest.raises(BadUse, match="not merged"):
        town.do(part, SWEDEN, NATO, by="Bob")


def test_a_merge_is_taken_back_by_the_name_it_was_made_by_also_once_that_is_merged_on(town):
    for name in ("A One", "B Two", "C Three"):
        town.do(define, name, "person")
    town.do(merge, "A One", "B Two")
    town.do(merge, "B Two", "C Three")
    with pytest.raises(BadUse, match=r"A One is not merged into C Three, but into B Two$"):
        town.do(part, "A One", "C Three")
    assert town.do(part, "A One", "B Two").says == "A One and B Two are two again"
    assert town.directory.find("A One") == "A One"
    assert town.directory.find("B Two") == "C Three"


def test_an_alias_taken_back_twice_is_told_in_a_whole_sentence(town):
    town.do(alias, "Foo", CHINA)
    town.do(unalias, "Foo", reason="wrong")
    assert "already so" in town.do(unalias, "Foo", reason="wrong").says
    with pytest.raises(BadUse, match=r"That changes nothing: Foo does not mean China$"):
        town.do(unalias, "Foo")


def test_two_people_cannot_merge_two_actors_into_each_other(town):
    scene = town.scene
    hers = merge(scene, SWEDEN, NATO, new_envelope("Ada"))
    his = merge(scene, NATO, SWEDEN, new_envelope("Bob"))
    take(town.chronicle, hers)
    with pytest.raises(Conflict, match="Ada merged Sweden into NATO"):
        take(town.chronicle, his)


def test_a_name_is_defined_once_and_with_a_kind_that_exists(town):
    assert town.do(define, "Nemo", "person").says == "defined Nemo as person"
    assert town.directory.kind("Nemo") == "person"
    with pytest.raises(BadUse, match="Did you mean person"):
        town.do(define, "Nemo", "persn")
    with pytest.raises(BadUse, match="already"):
        town.do(define, "Nemo", "person", by="Bob")
    with pytest.raises(BadUse, match="Beijing means China; take that back first"):
        town.do(define, "Beijing", "office")
    assert town.do(define, "Nemo", "group").more == ("before: person",)


class Counted(NamedTuple):
    name: str
    kind: str = "unknown"
    by: int = 0
    about: int = 0


def test_names_that_mean_nobody_come_by_frequency_with_whom_they_may_mean(town):
    ticks = count()
    names = [Counted("Natoo", by=next(ticks)), Counted("some Chinese officials", by=5, about=1)]
    names += [Counted("(unattributed)", by=99), Counted(CHINA, "country", 50)]
    found = unresolved(names, town.directory)
    assert [one.name for one in found] == ["some Chinese officials", "Natoo"]
    assert found[0].perhaps[0] == CHINA
    assert found[1].perhaps[0] == NATO
