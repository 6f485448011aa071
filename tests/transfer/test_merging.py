"""Into a store that has part of it what is missing is added; a clash is listed, never forced."""

import pytest

from tests.review import ground
from tests.transfer.ground import (
    FIRST,
    NEWS,
    OTHER,
    SAID,
    SECOND,
    accepted,
    decide,
    exported,
    imported,
    new,
    rejected,
    staged,
    stored,
)  # fmt: skip
from timeline import events as e
from timeline.chronicle import Batch, decode, new_envelope, streams
from timeline.errors import BadInput, Conflict
from timeline.transfer import batches, store


@pytest.fixture
def ours(tmp_path):
    with new(tmp_path / "ours", FIRST) as chronicle:
        yield chronicle


@pytest.fixture
def theirs(tmp_path):
    with new(tmp_path / "theirs", FIRST) as chronicle:
        yield chronicle


def after(chronicle, position):
    return [decode(row) for row in chronicle.after(position)]


def names(events):
    return [event.NAME.partition(".")[0] for event in events]


def test_two_who_added_the_same_article_merge_without_a_conflict(ours, theirs):
    before = stored(ours)
    came = imported(exported(theirs), ours)
    assert (came.how, came.events, came.known, came.clashes) == ("merge", 0, theirs.head(), ())
    assert stored(ours) == before


def test_what_is_missing_is_added_after_what_is_here(ours, theirs):
    ground.put(theirs, *SECOND)
    decide(theirs, accepted(0, "Ben"))
    before, head = stored(ours), ours.head()
    came = imported(exported(theirs), ours)
    assert (came.events, came.articles, came.clashes) == (6, 1, ())
    assert list(ours.after(0, head)) == before[:head]
    first, *added = after(ours, head)
    assert names(added) == [
        "article-admitted", "article-described", "article-dated", "article-read",
        "assertion-recorded", "assertion-accepted",
    ]  # fmt: skip
    assert ours.bytes_of(OTHER.id) == theirs.bytes_of(OTHER.id)
    assert (first.NAME, first.by, first.events) == (e.ChronicleImported.NAME, "Cem", 6)
    assert first.source.startswith("news.jsonl sha256:")


def test_what_was_added_keeps_its_bytes_and_who_did_it(ours, theirs):
    decide(theirs, accepted(0, "Ben"))
    imported(exported(theirs), ours)
    stream = streams.dossier(SAID[0].id)
    (mine,), (other,) = ours.stream(stream), theirs.stream(stream)
    assert mine[1:] == other[1:]
    assert decode(mine).by == "Ben"


def test_the_same_decision_of_two_people_is_kept_once_and_is_ours(ours, theirs):
    decide(ours, accepted(0, "Ada"))
    decide(theirs, accepted(0, "Ben"))
    came = imported(exported(theirs), ours)
    assert (came.events, came.clashes) == (0, ())
    assert [decode(row).by for row in ours.stream(streams.dossier(SAID[0].id))] == ["Ada"]


def test_two_decisions_that_differ_are_a_conflict_and_nothing_of_that_dossier_is_merged(
    ours, theirs
):
    decide(ours, accepted(0), accepted(1))
    decide(theirs, rejected(0), accepted(0), accepted(1))
    ground.put(theirs, *SECOND)
    before = ours.stream(streams.dossier(SAID[0].id))
    came = imported(exported(theirs), ours)
    (clash,) = came.clashes
    assert ours.stream(streams.dossier(SAID[0].id)) == before
    assert (decode(clash.ours).by, decode(clash.theirs).by) == ("Ada", "Ben")
    assert (clash.ours.version, clash.theirs.version) == (1, 1)
    line = exported(theirs).splitlines()[clash.line - 1].decode()
    assert '"assertion-rejected.1"' in line
    assert came.events == 5, "the other article came in all the same"


def test_who_decided_more_than_we_did_is_followed(ours, theirs):
    decide(ours, rejected(0))
    decide(theirs, rejected(0), accepted(0, "Ben"))
    assert imported(exported(theirs), ours).events == 1
    assert names(map(decode, ours.stream(streams.dossier(SAID[0].id)))) == [
        "assertion-rejected", "assertion-accepted",
    ]  # fmt: skip


def test_importing_back_and_forth_comes_to_rest_with_the_same_decisions(ours, theirs):
    decide(ours, accepted(0))
    decide(theirs, accepted(1, "Ben"))
    imported(exported(theirs), ours)
    imported(exported(ours), theirs)
    assert imported(exported(theirs), ours).events == 0
    assert imported(exported(ours), theirs).events == 0
    for number in (0, 1):
        stream = streams.dossier(SAID[number].id)
        assert [row[1:] for row in ours.stream(stream)] == [
            row[1:] for row in theirs.stream(stream)
        ]


def test_each_batch_begins_with_whence_it_came_and_how_many_events_follow(
    ours, theirs, monkeypatch
):
    monkeypatch.setattr(batches, "FULL", 1)
    ground.put(theirs, *SECOND)
    decide(theirs, accepted(0), rejected(1))
    head = ours.head()
    came = imported(exported(theirs), ours)
    events, counts = after(ours, head), []
    while events:
        first, events = events[0], events[1:]
        assert first.NAME == e.ChronicleImported.NAME
        counts.append(first.events)
        events = events[first.events :]
    assert counts == [3, 2, 1, 1]
    assert came.batches == 4
    assert [row.version for row in ours.stream(streams.STORE)] == [1, 2, 3, 4]


def test_whence_our_own_events_came_clashes_with_nobodys(ours, theirs, tmp_path):
    with new(tmp_path / "third", SECOND) as third:
        for chronicle in (ours, theirs):
            imported(exported(third), chronicle)
    came = imported(exported(theirs), ours)
    assert (came.events, came.clashes) == (0, ())


def adopt(chronicle, version):
    event = e.GazetteerAdopted(**new_envelope("timeline"), version=version, sha256="0", entries=[])
    held = chronicle.stream_version(streams.STORE)
    chronicle.append(Batch(streams.STORE, held, [event]))


@pytest.mark.parametrize(("mine", "their", "events"), [
    ("2", "10", 2), ("10", "2", 0), ("2", "2", 0), ("", "2", 2),
])  # fmt: skip
def test_only_a_gazetteer_newer_than_ours_is_taken(ours, theirs, mine, their, events):
    if mine:
        adopt(ours, mine)
    adopt(theirs, their)
    decide(ours, accepted(1))
    head = ours.head()
    imported(exported(theirs), ours)
    assert ours.head() - head == events


def test_a_decision_is_kept_out_with_the_reading_that_it_decides_on(ours, tmp_path):
    """Two read the same article the same way and found other things: a reader that was changed."""
    with new(tmp_path / "other", (NEWS, SAID[1])) as other:
        decide(ours, accepted(0))
        came = imported(exported(ours), other)
    assert [clash.theirs.stream.partition(":")[0] for clash in came.clashes] == [
        "reading",
        "dossier",
    ]
    assert came.clashes[1].ours is None
    assert came.events == 0


def test_what_was_erased_here_is_not_brought_back(ours, theirs):
    from tests.chronicle.test_chronicle import erase

    decide(ours, accepted(0))
    decide(theirs, accepted(0, "Ben"))
    erase(ours.path, ours.head())
    assert imported(exported(theirs), ours).clashes == ()
    assert ours.at(ours.head()).state is None


def test_a_write_in_the_middle_of_a_copy_is_told_and_nothing_is_lost(theirs, tmp_path):
    with new(tmp_path / "empty") as empty, staged(exported(theirs), empty) as checked:
        events = checked.events

        def events_and_a_writer(after=0):
            yield from events(after)
            ground.put(empty, *SECOND)

        checked.events = events_and_a_writer
        with pytest.raises(Conflict, match="somebody else wrote"):
            store(empty, checked, "Cem", "news.jsonl")
        assert empty.head() == 5
        assert imported(exported(theirs), empty).events == theirs.head()


def test_a_write_in_the_middle_of_a_merge_to_what_is_merged_is_told(ours, theirs):
    decide(theirs, accepted(0, "Ben"))
    with staged(exported(theirs), ours) as checked:
        events = checked.events

        def events_and_a_writer(after=0):
            yield from events(after)
            decide(ours, rejected(0, "Ada"))

        checked.events = events_and_a_writer
        with pytest.raises(Conflict, match="somebody else wrote"):
            store(ours, checked, "Cem", "news.jsonl")
    assert len(imported(exported(theirs), ours).clashes) == 1


def test_quotes_without_text_are_checked_against_ours(ours, theirs):
    decide(theirs, accepted(0))
    assert imported(exported(theirs, texts=False), ours).events == 1


def test_quotes_without_text_of_an_article_that_is_not_here_are_refused(ours, theirs):
    ground.put(theirs, *SECOND)
    with pytest.raises(BadInput, match=r"news\.jsonl:\d+: the bytes of 004\.txt are neither"):
        imported(exported(theirs, texts=False), ours)
