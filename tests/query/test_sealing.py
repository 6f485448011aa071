"""The digest of an answer: two answers that differ in a date have not the same."""

import pytest

from projections.log import Log
from timeline.catalogue import Catalogue
from timeline.query import Filters

SUMMIT = {"occasion": "the summit", "occasion_key": "summit", "said_basis": "occasion"}


@pytest.fixture
def library(world):
    """What somebody said at a summit that nobody dates yet."""
    world.article("a.txt", {"words": "a decisive enabler", **SUMMIT})
    made = world.library(found=Catalogue({"log": Log()}, ()))
    yield made
    made.close()


def seen(library, **filters) -> tuple[str, list[str]]:
    """The digest, and the dates, of an answer."""
    answer = library.ask("log", Filters(**filters))
    return answer.digest, [entry.said for entry in answer.entries]


def test_dating_an_occasion_changes_the_digest_and_taking_it_back_restores_it(world, library):
    undated = seen(library)
    world.occasion("summit", "2024-07-10")
    dated = seen(library)
    world.occasion("summit", "2024-07-11")
    moved = seen(library)
    assert (dated[1], moved[1]) == (["2024-07-10"], ["2024-07-11"])
    assert len({undated[0], dated[0], moved[0]}) == 3
    world.occasion("summit", "2024-07-10")
    assert seen(library) == dated
    world.occasion("summit", "")
    assert seen(library) == undated


def test_as_of_an_earlier_position_it_is_the_digest_of_then(world, library):
    before, position = seen(library), library.position()
    world.occasion("summit", "2024-07-10")
    assert seen(library) != before
    assert seen(library, as_of=position) == before


def test_it_is_the_digest_that_the_list_of_views_shows(world, library):
    world.occasion("summit", "2024-07-10")
    digest, _ = seen(library)
    assert [state.digest for state in library.projections()] == [digest]
