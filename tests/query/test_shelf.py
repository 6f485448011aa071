"""Articles, actors and occasions as of a position are what they were when the store ended there."""

import pytest

from timeline.chronicle import streams
from timeline.errors import NotFound
from timeline.events import ArticleDated, ArticleDescribed, Noted


def tellings(world):
    """What happens to a store, step by step."""
    first = world.article("003_a.txt", {"by": "Ana Renner", "about": "NATO", "occasion": "talks"})
    stream = streams.article(first)
    yield
    world.tell(
        stream,
        ArticleDescribed(
            **world.envelope(), article=first, title="Low tide", publisher="The Quay", url=None
        ),
    )
    yield
    world.article("003_b.txt", {"by": "China"}, published="2024-07-11")
    yield  # and with it the first one's short name is another
    world.tell(
        stream,
        ArticleDated(
            **world.envelope(), article=first, published="2024-07-10", basis="person", rule="given"
        ),
        Noted(**world.envelope(), subject=first, text="ask the desk"),
    )
    yield
    world.article("003_a.txt", {"by": "Ana Renner"}, {"by": "NATO", "start": 700}, reader="2")
    yield
    world.occasion("talks", "2024-07-09")
    yield
    world.alias("Ana Renner", "China")
    yield
    world.merge("China", "NATO")
    yield
    world.alias("Ana Renner", "China", remove=True)
    yield


@pytest.mark.parametrize("what", ["articles", "actors", "occasions", "count"])
def test_as_of_a_position_it_is_what_it_was_when_the_store_ended_there(world, what):
    then = {}
    for _ in tellings(world):
        library = world.library()
        then[library.position()] = getattr(library, what)()
        library.close()
    library = world.library("later.db")  # what was written down on the way is not needed
    assert {at: getattr(library, what)(at) for at in then} == then
    assert not getattr(library, what)(0)
    assert len({str(told) for told in then.values()}) > 1, "it did change"
    library.close()


def test_a_file_is_meant_with_or_without_its_suffix_and_never_by_a_part_of_its_name(world):
    for name in ("one.txt", "one-more.txt", "two.md", "two.txt"):
        world.article(name, {})
    library = world.library()
    assert library.article("one").name == library.article("one.txt").name == "one.txt"
    for word, says in (("on", "no article"), ("one.", "no article"), ("two", "is 2 articles")):
        with pytest.raises(NotFound, match=says):
            library.article(word)
    library.close()
