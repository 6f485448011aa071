"""Short names of a few articles, and what was known of articles then, as if all were listed."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.replay.world import World
from timeline.chronicle import streams
from timeline.errors import NotFound
from timeline.events import ArticleDated, ArticleDescribed
from timeline.projection import Articles
from timeline.query import Filters
from timeline.query.shorts import Shorts, short, shorts

NAMES = st.lists(
    st.from_regex(r"(0?0?[1-3]{1,2})?[_.\- a][a-c]{0,2}", fullmatch=True), unique=True, max_size=12
)


@pytest.fixture
def world():
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder), gazetteer=False)
        yield made
        made.chronicle.close()


@pytest.fixture
def library(world):
    made = world.library()
    yield made
    made.close()


def described(world, article, **told):
    stream = streams.article(article)
    if "published" in told:
        event = ArticleDated(**world.envelope(), article=article, basis="person", **told)
    else:
        event = ArticleDescribed(
            **world.envelope(), article=article, **{"title": None, "url": None} | told
        )
    world.tell(stream, event)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(names=NAMES, early=st.integers(0, 12), data=st.data())
def test_some_articles_have_the_short_names_that_they_have_among_all(names, early, data):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), gazetteer=False)
        library = world.library()
        positions = [0]
        for name in names:
            world.article(name)
            positions.append(library.position())
        as_of = data.draw(st.sampled_from([None, *positions[:early]]))
        listed = shorts(library.engine, as_of)
        expected = {one.id: one.short for one in listed}
        some = data.draw(st.permutations(sorted(expected)))
        held = Shorts(library.engine, as_of)
        assert {id_: held.names[id_] for id_ in some} == expected
        assert dict(held.names) == expected
        assert held.names.get("nobody") is None
        assert [(one.id, one.short, one.published) for one in listed] == list(held)
        assert held.published == Articles(held).published
        assert len(held) == len(listed)
        for word in {*expected.values(), "1", "01", "8229"}:
            meant = {one.id for one in listed if one.short == word}
            assert short(library.engine, word, as_of).keys() == meant
        library.close()
        world.chronicle.close()


def test_the_names_of_all_entries_are_looked_up_together(world, library):
    for number in range(5):
        world.article(f"{number}.txt", {"words": f"said {number}"})
    answer = library.ask("log")
    entries = list(answer.entries)
    asked: list[str] = []
    library.engine.file.connection.set_trace_callback(asked.append)
    assert [answer.asked.names[one.article] for one in entries] == ["0", "1", "2", "3", "4"]
    assert sum("FROM articles WHERE position" in sql for sql in asked) == 1


def test_a_publisher_is_asked_for_as_it_was_known_then(world, library):
    article = world.article("1.txt", {"words": "a"})
    world.article("2.txt", {"words": "b"})
    described(world, article, publisher="Reuters")
    then = library.position()
    described(world, article, publisher="The Daily")

    def words(source, as_of=None):
        found = library.ask("log", Filters(source=(source,), as_of=as_of))
        return [one.asserted for one in found.entries]

    assert words("reuters", then) == ["a"]
    assert words("the daily") == ["a"]
    for source, as_of in (
        ("reuters", None),
        ("the daily", then),
        ("reuters", then - 1),
        ("", None),
    ):
        with pytest.raises(NotFound, match="There is no article"):
            words(source, as_of)


def test_what_was_dated_twice_since_counts_once_where_it_stood(world, library):
    article = world.article("1.txt", {"words": "a"}, published="2024-01-02")
    world.article("2.txt", {"words": "b"}, published="2024-01-02")
    counts = []
    for day in ("2024-03-04", "2024-03-05", ""):
        counts.append((library.position(), dict(Shorts(library.engine, None).published)))
        described(world, article, published=day)
        library.position()
    assert dict(Shorts(library.engine, None).published) == {"unknown": 1, "2024-01-02": 1}
    for position, published in counts:
        assert dict(Shorts(library.engine, position).published) == published
