"""What whoever asks as of a moment outside the record is told."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest

from tests.replay.world import World
from timeline.chronicle import streams
from timeline.errors import NotFound
from timeline.events import ArticleDated
from timeline.query import Filters


@pytest.fixture
def world():
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder))
        made.article("003_a.txt", {"words": "a", "said": "2024-01-01"}, published="2024-01-02")
        yield made
        made.chronicle.close()


@pytest.fixture
def library(world):
    made = world.library()
    yield made
    made.close()


def said(library, as_of) -> str:
    return " ".join(library.ask("log", Filters(as_of=as_of)).warnings)


@pytest.mark.parametrize("as_of", ["2020-01-01", "2025-12-31T23:59", 0, "#0"])
def test_before_the_first_event_it_says_when_the_record_begins(library, as_of):
    assert list(library.ask("log", Filters(as_of=as_of)).entries) == []
    assert said(library, as_of).endswith("#1 is of 2026-01-01T00:01:00Z.")


@pytest.mark.parametrize(("as_of", "seen"), [
    ("2026-01-01T09:05", True), ("2026-01-01T10:05+01:00", True), ("2026-01-01T09:05:30", True),
    ("2026-01-01", True), ("2026-01-01T09:04", False), ("2026-01-01T09:05:29", False),
    ("2026-01-01T09:05:30.2", False),
])  # fmt: skip
def test_a_minute_a_second_and_a_day_are_meant_to_their_end(library, world, as_of, seen):
    before = library.position()
    (article,) = library.articles()
    told = {"article": article.id, "published": "2024-03-04", "basis": "person"}
    told |= world.envelope() | {"at": "2026-01-01T09:05:30.500000Z"}
    world.tell(streams.article(article.id), ArticleDated(**told))
    assert library.position(as_of) == before + seen


def test_a_moment_that_is_not_over_is_said_to_be_now(library):
    later = (dt.datetime.now(dt.UTC) + dt.timedelta(days=40)).date().isoformat()
    assert len(list(library.ask("log", Filters(as_of=later)).entries)) == 1
    head = library.position()
    assert said(library, later) == f"{later} is not over yet: this is as of now, #{head}."
    assert "not over yet" in said(library, f"{later}T11:00")
    assert "not over yet" in said(library, later[:7])


def test_today_and_a_position_need_no_warning(library):
    for as_of in ("today", 2, "#2", library.position()):
        assert said(library, as_of) == ""


def test_what_was_recorded_later_was_not_held_yet(library, world):
    with pytest.raises(NotFound, match=r"was not held yet at #2: it was recorded at #5"):
        library.standing("003@0", 2)
    assert library.standing("003@0", 5).asserted == "a"


def test_an_article_is_dated_as_it_was_then(library, world):
    before = library.position()
    (article,) = library.articles()
    told = {"article": article.id, "published": "2024-03-04", "basis": "person"}
    world.tell(streams.article(article.id), ArticleDated(**world.envelope(), **told))
    published = [
        [day for _, _, day in library.ask("log", Filters(as_of=as_of)).asked.articles]
        for as_of in (before, None)
    ]
    assert published == [["2024-01-02"], ["2024-03-04"]]
