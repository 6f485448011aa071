"""An alias that would change nothing is refused, with what to say instead."""

import pytest

from timeline.errors import BadInput
from timeline.query import Filters
from timeline.review import take
from timeline.review.actors import alias, merge, unalias
from timeline.review.actors.file import taken_in
from timeline.review.actors.rows import Row
from timeline.review.desk import Desk

PERSON = {"by": "Ana Renner", "speaker_kind": "person"}
OFFICE = {"speaker_kind": "person", "speaker_role": "spokeswoman", "speaker_body": "China"}


@pytest.fixture
def ada(world):
    """Ada, at a store where Ana Renner speaks, introduced as a person."""
    world.article("003_a.txt", {"by": "NATO", "about": "China"}, PERSON, PERSON)
    library = world.library()
    library.catch_up("log")
    yield Desk(world.chronicle, library, "Ada")
    library.close()


def actors(desk: Desk, **asked: str) -> list[str]:
    """Who says what there is, in the order of the record."""
    filters = Filters(**{name: (word,) for name, word in asked.items()})
    entries = desk.library.ask("log", filters).entries
    return [one.actor for one in sorted(entries, key=lambda one: one.position)]


def test_a_person_does_not_become_a_country_by_an_alias(ada):
    with pytest.raises(BadInput) as refused:
        alias(ada.scene(), "Ana Renner", "China", ada.stamp())
    assert str(refused.value) == (
        "“Ana Renner” is introduced as a person in 2 assertions (003@100 is one), and China is a"
        " country: this alias would change nothing. Say whose side it is:"
        ' timeline actors speaks-for "Ana Renner" "China"'
    )
    assert refused.value.code == 3


def test_whoever_speaks_for_it_already_needs_no_alias(world, ada):
    world.article("004_b.txt", {"by": "Ben Dorn", **OFFICE})
    with pytest.raises(BadInput, match=r"in 1 assertion \(004@0\), .* counts under China already"):
        alias(ada.scene(), "Ben Dorn", "China", ada.stamp())


@pytest.mark.parametrize("actor", ["Jens Stoltenberg", "Zoe Quill"])
def test_one_person_is_another_by_an_alias(ada, actor):
    take(ada.chronicle, alias(ada.scene(), "Ana Renner", actor, ada.stamp()))
    assert actors(ada) == ["NATO", actor, actor]
    assert actors(ada, by="Ana Renner") == [actor, actor]


def test_a_name_by_which_nobody_speaks_means_whom_it_is_said_to(world, ada):
    take(ada.chronicle, alias(ada.scene(), "the Quay", "China", ada.stamp()))
    world.article("004_b.txt", {"by": "the Quay"})
    assert actors(ada, by="the Quay") == ["China"]


def test_an_alias_that_changes_something_says_what_it_leaves(world, ada):
    world.article("004_b.txt", {"by": "Ana Renner"}, {"by": "NATO", "about": "Ana Renner"})
    plan = alias(ada.scene(), "Ana Renner", "China", ada.stamp())
    assert plan.more[-1] == (
        "“Ana Renner” is introduced as a person in 2 assertions (003@100 is one), and China is a"
        " country: there, it stays as it is"
    )
    take(ada.chronicle, plan)
    assert actors(ada) == ["NATO", "Ana Renner", "Ana Renner", "China", "NATO"]
    assert actors(ada, by="Ana Renner") == ["Ana Renner", "Ana Renner"]
    take(ada.chronicle, unalias(ada.scene(), "Ana Renner", ada.stamp()))
    assert actors(ada) == ["NATO", *["Ana Renner"] * 3, "NATO"]


def test_a_file_of_actors_with_such_an_alias_is_refused_as_a_whole(ada):
    rows = [Row(name="Zoe Quill", kind="person"), Row(name="China", aliases=("Ana Renner",))]
    with pytest.raises(BadInput, match=r"actor 2 \(China\): “Ana Renner” is introduced as a"):
        taken_in(ada.scene(), rows, ada.stamp(), None)


def test_a_merge_shows_a_person_as_whatever_it_is_said_to_be(ada):
    take(ada.chronicle, merge(ada.scene(), "Ana Renner", "China", ada.stamp()))
    assert actors(ada) == ["NATO", "China", "China"]
    assert actors(ada, by="Ana Renner") == ["China", "China"]
