import sqlite3
from typing import Any

import pytest

from tests.replay.world import World
from timeline.catalogue import Broken, Catalogue
from timeline.errors import BadUse, Conflict, NotFound, ViewError
from timeline.projection import Change, Entry, Projection, View
from timeline.query import Filters, Library
from timeline.replay import bluegreen
from timeline.when import When


class Kept(Entry):
    asserted: str
    family: str


class Keep(Projection[Kept]):
    """Whatever anybody says."""

    name, version, entry = "keep", 1, Kept
    takes = ("WHO", "ABOUT")

    def apply(self, change: Change, view: View[Kept]) -> None:
        if change.after:
            view[change.id] = Kept.of(change.after)
        else:
            view.pop(change.id, None)


class KeptMore(Entry):
    asserted: str
    family: str
    cue: str


class KeepMore(Keep):
    version, entry = 2, KeptMore  # type: ignore[assignment]

    def apply(self, change: Change, view: View[Any]) -> None:
        if change.after and change.after.family != "warn":
            view[change.id] = KeptMore.of(change.after)
        else:
            view.pop(change.id, None)


class Falls(Keep):
    name = "falls"

    def apply(self, change: Change, view: View[Kept]) -> None:
        if change.after and change.after.asserted == "poison":
            raise ValueError("cannot take it")
        super().apply(change, view)


def one(*projections: Projection[Any]) -> Catalogue:
    return Catalogue({each.name: each for each in projections}, ())


@pytest.fixture
def library(world):
    made = world.library(found=one(Keep()))
    yield made
    made.close()


def words(library: Library, *asked: str, **filters: Any) -> list[str]:
    return [e.asserted for e in library.ask("keep", Filters(**filters), asked).entries]


def when(text: str) -> When:
    return When.parse(text)


def test_entries_come_by_place_and_undated_ones_at_the_end(world, library):
    world.article(
        "0.txt",
        {"words": "none"},
        {"words": "by then", "said": "../2024-07-11"},
        {"words": "that day", "said": "2024-07-11"},
        {"words": "in June", "said": "2024-06"},
    )
    assert words(library) == ["in June", "by then", "that day", "none"]
    assert words(library, reverse=True) == ["that day", "by then", "in June", "none"]
    assert words(library, limit=1) == ["in June"]


def test_since_and_until_ask_of_the_place_or_of_any_or_of_every_day(world, library):
    world.article(
        "0.txt",
        {"words": "none"},
        {"words": "by then", "said": "../2024-07-11"},
        {"words": "July", "said": "2024-07"},
        {"words": "about", "said": "2024-06-30~"},
    )
    days = {"since": when("2024-07-01"), "until": when("2024-07-10")}
    assert words(library, **days) == ["July"]
    assert words(library, **days, mode="possible") == ["about", "July", "by then", "none"]
    assert words(library, **days, mode="certain") == []
    july = {"since": when("2024-07"), "until": when("2024-07")}
    assert words(library, **july, mode="certain") == ["July"]


def test_an_occasion_dates_what_was_said_on_it_and_borrowed_dates_are_in_doubt(world, library):
    on = {"occasion": "the Summit", "occasion_key": "Summit"}
    there = world.article("0.txt", {"words": "said there", **on})
    other = world.article("1.txt", {"words": "elsewhere", **on}, published="2024-07-12")
    assert [e.said for e in library.ask("keep").entries] == ["", ""]
    world.occasion("Summit", "2024-07-06/2024-07-11", other)
    said = {e.asserted: e.said for e in library.ask("keep").entries}
    assert said == {"said there": "2024-07-06?/2024-07-11?", "elsewhere": "2024-07-06/2024-07-11"}
    assert words(library, since=when("2024-07-06"), until=when("2024-07-06")) == [
        "said there",
        "elsewhere",
    ]
    position = library.position()
    world.occasion("Summit", "2024-07-10")
    assert [e.said for e in library.ask("keep").entries] == ["2024-07-10"] * 2
    then = library.ask("keep", Filters(as_of=position)).entries
    assert sorted(e.said for e in then) == ["2024-07-06/2024-07-11", "2024-07-06?/2024-07-11?"]
    assert library.occasions()[0].basis == "person"
    assert there in {e.article for e in library.ask("keep").entries}


def test_the_summit_of_one_article_is_not_that_of_another(world, library):
    on = {"occasion": "the summit"}
    articles = [world.article(name, {"words": "x", **on}) for name in ("0.txt", "1.txt")]
    assert [e.occasion for e in library.ask("keep").entries] == articles
    assert library.occasions() == []


@pytest.mark.parametrize(
    ("about", "toward"),
    [
        ("Xi Jinping", "China"),
        (("Xi Jinping", "China"), "China"),
        (("Xi Jinping", "Russia"), "China"),
        (("Russia", "Xi Jinping"), "Russia"),
        ((), ""),
    ],
)
def test_it_is_toward_the_side_of_the_main_target_whoever_else_is_meant(world, about, toward):
    world.article("0.txt", {"by": "NATO", "about": about})
    library = world.library()
    assert [one.toward for one in library.ask("log").entries] == [toward]
    library.close()


def test_a_later_reading_stands_until_a_person_has_decided(world, library):
    world.article("0.txt", {"words": "first", "family": "warn"})
    world.article("0.txt", {"words": "second", "family": "ask"}, reader="2")
    assert words(library) == ["second"]
    world.decide(0, "accept")
    world.article("0.txt", {"words": "third", "family": "open"}, reader="3")
    assert words(library) == ["second"]
    assert [told.name for told in library.history(world.ids[0])] == [
        "assertion-recorded.1",
        "assertion-recorded.1",
        "assertion-accepted.1",
        "assertion-recorded.1",
    ]


def test_an_alias_is_seen_at_the_next_read_and_as_of_before_it_is_not(world, library):
    world.article("0.txt", {"by": "Xinhua Daily Post", "words": "ours"})
    assert words(library, by=("China",)) == []
    position = library.position()
    world.alias("Xinhua Daily Post", "China")
    assert words(library, by=("PRC",)) == ["ours"]
    assert words(library, by=("China",), as_of=position) == []
    assert library.resolve_actor("xinhua daily post") == "China"


def test_every_word_of_a_search_is_a_word(world, library):
    world.article(
        "0.txt",
        {"by": "NATO", "words": "we don't fund R&D in C++"},
        {"by": "NATO", "words": 'he said ""no"" AND left'},
    )
    assert words(library, text="don't") == ["we don't fund R&D in C++"]
    assert words(library, text="R&D C++") == ["we don't fund R&D in C++"]
    assert words(library, text='""no"" AND') == ['he said ""no"" AND left']
    assert words(library, text='"" NEAR(') == []
    assert words(library, text="nato left") == ['he said ""no"" AND left']
    world.decide(0, "correct", asserted="we do fund it")
    assert words(library, text="don't") == []
    assert words(library, text="do fund") == ["we do fund it"]


def test_an_assertion_is_found_by_id_handle_number_or_start_of_one(world, library):
    world.article("003_abc.txt", {"words": "a"}, {"words": "b", "start": 922})
    handle = library.standing("003@922").handle
    assert library.standing(handle) == library.standing(handle[:4] + "@922")
    assert library.standing(world.ids[1][:8]).id == world.ids[1]
    with pytest.raises(NotFound, match="may be any of"):
        library.standing("003@")
    with pytest.raises(NotFound, match="no assertion"):
        library.standing("999@1")


def test_an_offset_is_never_taken_for_the_start_of_a_longer_one(world, library):
    """What stands at 923 must not be withdrawn by whoever typed 92."""
    world.article("003_abc.txt", {"words": "a"}, {"words": "b", "start": 923})
    assert library.standing("003@923").asserted == "b"
    with pytest.raises(NotFound, match=r"no assertion “003@92”. Near it: 003@\d+, 003@923\.$"):
        library.standing("003@92")


def test_the_last_assertion_of_a_book_is_found_like_its_first(world, library):
    world.article("042_abc.txt", *[{"words": str(at)} for at in range(1300)])
    assert library.standing("042@129900").asserted == "1299"
    with pytest.raises(NotFound, match=r"Near it: 042@129900, 042@129800, 042@129700\.$"):
        library.standing("042@129901")
    with pytest.raises(NotFound, match="and over 992 more"):
        library.standing("042@")
    with pytest.raises(NotFound, match="There is no assertion"):
        library.standing(f"042@{'9' * 30}")


def test_a_word_that_is_no_id_is_answered_with_what_an_id_looks_like(library):
    with pytest.raises(NotFound, match=r"no assertion “NATO”\. An id looks like 003@923"):
        library.standing("NATO")


def test_an_as_of_is_a_position_an_instant_or_the_end_of_a_day(world, library):
    world.article("0.txt", {"words": "first"})
    head = library.position()
    world.article("1.txt", {"words": "second"})
    instant = library.event(head).event["at"]
    for as_of in (head, f"#{head}", str(head), instant, instant[:16]):
        assert words(library, as_of=as_of) == ["first"]
    assert words(library, as_of="2026-01-01") == ["first", "second"]
    assert words(library, as_of="2025-12-31") == []
    with pytest.raises(BadUse, match="ends at"):
        words(library, as_of=10_000)
    for digits in ("2024", "9999", "0011", " 1234"):
        with pytest.raises(BadUse, match=f"{digits.strip()}-12-31, or #{digits.strip()}"):
            words(library, as_of=digits)


def test_what_was_imported_yesterday_was_not_held_last_year(world, library):
    world.article("0.txt", {"words": "now"})
    minutes, world.minutes = world.minutes, -1440 * 1
    world.minutes = 0
    world.article("1.txt", {"words": "dated back"})
    world.minutes = minutes
    assert words(library, as_of="2026-01-01T00:03") == []


def test_a_large_view_of_other_code_is_stale_frozen_and_readable_until_it_is_replayed(
    world, monkeypatch
):
    monkeypatch.setattr(bluegreen, "RATE", 0)
    world.article("0.txt", {"words": "a", "family": "warn"}, {"words": "b", "cue": "blames"})
    first = world.library(found=one(Keep()))
    digest = first.ask("keep").digest
    first.close()
    second = world.library(found=one(KeepMore()))
    world.article("1.txt", {"words": "c"})
    answer = second.ask("keep")
    assert (answer.state, answer.version, answer.digest) == ("stale", 1, digest)
    assert [(e.asserted, e.cue) for e in answer.entries] == [("a", ""), ("b", "")]
    assert "projection replay keep" in answer.warnings[0]
    told = [(d.before, d.after) for d in second.diff("keep")]
    assert len(told) == 2  # at the position of the frozen view: c is not told
    assert second.ask("keep").state == "stale"
    assert second.switch("keep").state == "live"
    assert [(e.asserted, e.cue) for e in second.ask("keep").entries] == [("b", "blames"), ("c", "")]
    assert second.switch("keep", back=True).version == 1
    second.close()


def test_a_projection_that_cannot_take_an_event_stops_there_and_stops_nobody_else(world):
    world.article(
        "0.txt",
        {"words": "a", "by": "Ann Lee"},
        {"words": "poison", "by": "Bo Lin"},
        {"words": "b", "by": "Cy Moe"},
    )
    library = world.library(found=one(Keep(), Falls()))
    library.catch_up("keep", "falls")
    answer = library.ask("falls")
    assert (answer.state, [e.asserted for e in answer.entries]) == ("failed", ["a"])
    assert "ValueError: cannot take it" in answer.warnings[0]
    assert [e.sides for e in library.ask("falls").entries] == [("Ann Lee",)]
    assert words(library, by=("Cy Moe",)) == ["b"]
    assert words(library) == ["a", "poison", "b"]
    state = {each.name: each for each in library.projections()}["falls"]
    assert state.state == "failed"
    assert f"at #{state.position + 1}" in state.error
    library.close()


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"not a database at all, but quite long enough" * 9),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: sqlite3.connect(path).execute("PRAGMA user_version = 99").connection.close(),
    ],
)
def test_a_views_file_that_is_gone_or_damaged_or_newer_is_built_again(world, harm):
    world.article("0.txt", {"words": "a"}, {"words": "b"})
    library = world.library(found=one(Keep()))
    before = library.ask("keep").digest
    library.file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library.close()
    harm(world.folder / "timeline.views.db")
    again = world.library(found=one(Keep()))
    assert again.ask("keep").digest == before
    again.close()


def test_views_of_another_chronicle_are_not_taken_for_this_ones(world, tmp_path):
    world.article("0.txt", {"words": "a"})
    world.library(found=one(Keep())).ask("keep")
    other = World(tmp_path)
    other.article("1.txt", {"words": "b"}, {"words": "c"})
    library = Library(other.chronicle, world.folder / "timeline.views.db", found=one(Keep()))
    assert "another chronicle" in library.warnings[0]
    assert words(library) == ["b", "c"]
    library.close()
    other.chronicle.close()


def test_views_of_a_store_made_again_of_the_same_articles_are_not_taken(world, tmp_path):
    world.article("0.txt", {"words": "a"})
    world.library(found=one(Keep())).ask("keep")
    again = World(tmp_path)
    again.minutes += 1  # all that differs is when it was put in
    again.article("0.txt", {"words": "a"})
    library = Library(again.chronicle, world.folder / "timeline.views.db", found=one(Keep()))
    assert "another chronicle" in library.warnings[0]
    library.close()
    again.chronicle.close()


def test_a_second_replay_of_a_view_is_told_so(world, library):
    world.article("0.txt", {"words": "a"})
    other = world.library(found=one(Keep()))
    with (
        bluegreen.alone(library.engine, ("keep",)),
        pytest.raises(Conflict, match="replaying keep"),
    ):
        other.replay("keep")
    assert other.replay("keep")[0].state == "live"
    other.close()


def test_two_libraries_that_follow_one_chronicle_do_not_disturb_each_other(world, library):
    other = world.library(found=one(Keep()))
    for number in range(4):
        world.article(f"{number}.txt", {"words": f"{number}"})
        for each in (library, other):
            assert len(words(each)) == number + 1
    assert library.ask("keep").digest == other.ask("keep").digest
    other.close()


def test_an_unknown_view_or_actor_is_answered_with_what_was_perhaps_meant(library):
    with pytest.raises(NotFound, match="Did you mean keep"):
        library.ask("keap")
    with pytest.raises(NotFound, match="Did you mean China"):
        library.resolve_actor("Chnia")


def test_a_projection_that_cannot_be_loaded_is_named_with_its_error(world):
    broken = Catalogue({"keep": Keep()}, (Broken("theirs.bad", "ImportError: no x"),))
    library = world.library(found=broken)
    assert [(s.name, s.state) for s in library.projections()] == [
        ("keep", "absent"),
        ("theirs.bad", "failed"),
    ]
    with pytest.raises(NotFound, match="ImportError"):
        library.ask("bad")
    library.close()


def test_changes_tell_what_people_did_and_what_reads_differently(world, library):
    world.article("0.txt", {"words": "a", "by": "Zed"}, {"words": "b"})
    head = library.position()
    world.decide(1, "accept")
    world.alias("Zed", "China")
    changed = library.changes(head)
    assert [told.name for told in changed.decisions] == ["assertion-accepted.1", "alias-added.1"]
    assert [(d.before.actor, d.after.actor, d.because) for d in changed.differences] == [
        ("Zed", "China", (head + 2,)),
        ("China", "China", (head + 1,)),
    ]


def test_nothing_lies_between_a_day_and_an_earlier_one(library):
    with pytest.raises(BadUse, match="Nothing lies between"):
        words(library, since=when("2024"), until=when("2023"))


def test_a_view_that_keeps_no_topics_says_so(library):
    with pytest.raises(BadUse, match="does not keep topics"):
        words(library, topic=("trade",))


def test_there_is_nothing_to_switch_back_to_before_a_first_replay(library):
    library.ask("keep")
    with pytest.raises(ViewError, match="no earlier view"):
        library.switch("keep", back=True)
