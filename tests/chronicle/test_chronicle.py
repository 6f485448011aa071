"""Append, and read again."""

import hashlib
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as some

from timeline.chronicle import ArticleBytes, Batch, decode, fields
from timeline.errors import Conflict, StoreError


def texts(recorded):
    return [decode(each).text for each in recorded]


def test_what_is_appended_is_read_again_in_the_order_of_positions(chronicle, batch):
    assert list(chronicle.append(batch("a", "one", "two"), batch("b", "three"))) == [1, 2, 3]
    assert list(chronicle.append(batch("a", "four", expected=2))) == [4]
    assert texts(chronicle.after()) == ["one", "two", "three", "four"]
    assert texts(chronicle.after(2, upto=3)) == ["three"]
    assert texts(chronicle.stream("a")) == ["one", "two", "four"]
    assert [each.version for each in chronicle.stream("a")] == [1, 2, 3]
    assert chronicle.head() == 4
    assert texts([chronicle.at(3)]) == ["three"]


def test_an_empty_chronicle_has_no_head_no_stream_and_no_events(chronicle):
    assert chronicle.head() == 0
    assert list(chronicle.after()) == []
    assert chronicle.stream("a") == []
    assert chronicle.stream_version("a") == 0
    assert chronicle.at(1) is None
    assert chronicle.bytes_of("a") is None
    assert list(chronicle.append()) == []


@given(size=some.integers(1, 7), start=some.integers(0, 12), page=some.integers(1, 9))
def test_pages_of_any_size_hold_the_same_events(shared, size, start, page):
    pages = list(shared.pages(start, upto=start + size, page=page))
    assert all(0 < len(each) <= page for each in pages)
    read = [event.position for each in pages for event in each]
    assert read == list(range(start + 1, min(start + size, 10) + 1))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    from timeline.chronicle import Chronicle, new_envelope
    from timeline.events import Noted

    with Chronicle.create(tmp_path_factory.mktemp("store") / "timeline.db") as chronicle:
        notes = [Noted(**new_envelope("Ada"), subject="s", text=str(n)) for n in range(10)]
        chronicle.append(Batch("a", 0, notes))
        yield chronicle


def test_the_head_is_where_it_was_when_reading_began(chronicle, batch):
    chronicle.append(batch("a", "one", "two"))
    reading = chronicle.after(page=1)
    next(reading)
    chronicle.append(batch("a", "three", expected=2))
    assert texts(reading) == ["two"]


def test_who_was_first_is_told_to_who_was_second(chronicle, batch):
    chronicle.append(batch("dossier:8229", "mine", by="Ada"))
    with pytest.raises(Conflict, match=r"^8229 was changed by Ada since you looked; nothing was"):
        chronicle.append(batch("dossier:8229", "no, mine", by="Ben"))
    assert texts(chronicle.after()) == ["mine"]


def test_a_version_that_is_not_there_yet_is_a_conflict_too(chronicle, batch):
    with pytest.raises(Conflict, match="8229 is not there as you saw it; nothing was saved"):
        chronicle.append(batch("dossier:8229", "third", expected=2))


def test_one_conflict_saves_nothing_of_all_batches(chronicle, batch):
    chronicle.append(batch("b", "first"))
    with pytest.raises(Conflict):
        chronicle.append(
            batch("a", "one"), batch("b", "two"), articles=[ArticleBytes.of("x", b"words")]
        )
    assert texts(chronicle.after()) == ["first"]
    assert chronicle.bytes_of("x") is None


def test_two_batches_for_one_stream_are_refused(chronicle, batch):
    with pytest.raises(ValueError, match="two batches"):
        chronicle.append(batch("a", "one"), batch("a", "two", expected=1))


def test_the_bytes_of_an_article_come_back_as_they_were_behind_a_commitment(chronicle, batch):
    content = b"\xef\xbb\xbfHe said:\r\n\x85"
    kept = ArticleBytes.of("x", content)
    chronicle.append(batch("a", "one"), articles=[kept])
    assert chronicle.bytes_of("x") == kept
    assert len(kept.salt) == 32
    assert kept.commitment == hashlib.sha256(kept.salt + content).hexdigest()
    assert ArticleBytes.of("x", content).commitment != kept.commitment


def test_an_erased_event_is_read_as_none_and_what_follows_goes_on(chronicle, batch):
    chronicle.append(batch("a", "one", "two", "three"))
    erase(chronicle.path, 2)
    recorded = list(chronicle.after())
    assert [decode(each) is None for each in recorded] == [False, True, False]
    assert [fields(each) is None for each in recorded] == [False, True, False]
    chronicle.append(batch("a", "four", expected=3))
    assert [placed.event for placed in chronicle.library.events.get("a")][1] is None


def test_somebody_whose_event_was_erased_stays_nameless_in_a_conflict(chronicle, batch):
    chronicle.append(batch("dossier:8229", "mine"))
    erase(chronicle.path, 1)
    with pytest.raises(Conflict, match="8229 was changed by somebody since you looked"):
        chronicle.append(batch("dossier:8229", "no, mine"))


def erase(path, position):
    """What lawful erasure will do: set the state to NULL, past the guard."""
    with sqlite3.connect(path, isolation_level=None) as raw:
        guard = "no_update_of_stored_events"
        [sql] = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (guard,)).fetchone()
        raw.execute(f"DROP TRIGGER {guard}")
        raw.execute("UPDATE stored_events SET state = NULL WHERE rowid = ?", (position,))
        raw.execute(sql)
    raw.close()


def test_the_librarys_own_ways_of_reading_work_on_it(chronicle, batch):
    chronicle.append(batch("a", "one", "two"))
    log = chronicle.library.notification_log.select(1, 10)
    assert [(each.id, each.originator_id, each.originator_version) for each in log] == [
        (1, "a", 1),
        (2, "a", 2),
    ]
    assert [placed.event.text for placed in chronicle.library.events.get("a")] == ["one", "two"]


def test_a_store_that_goes_away_is_told_in_a_sentence(chronicle, batch):
    chronicle.append(batch("a", "one"))
    chronicle.close()
    chronicle.path.unlink()
    with pytest.raises(StoreError, match=r"timeline\.db cannot be opened"):
        list(chronicle.after())
    assert not chronicle.path.exists()
