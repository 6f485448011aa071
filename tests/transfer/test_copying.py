"""Into an empty store a record is copied: bytes, ids, history, positions, digests."""

import os
import signal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.transfer.ground import (
    FIRST,
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
from timeline.chronicle import Batch, new_envelope
from timeline.events import Noted
from timeline.query import Library
from timeline.transfer import batches, form, importing


@pytest.fixture
def ours(tmp_path):
    with new(tmp_path / "ours", FIRST, SECOND) as chronicle:
        decide(chronicle, accepted(0), rejected(1), accepted(1))
        yield chronicle


@pytest.fixture
def empty(tmp_path):
    with new(tmp_path / "empty") as chronicle:
        yield chronicle


def test_an_import_into_an_empty_store_has_the_same_bytes_ids_history_and_positions(ours, empty):
    came = imported(exported(ours), empty)
    assert stored(empty) == stored(ours)
    assert (came.how, came.events, came.articles, came.known, came.clashes) == (
        "copy", ours.head(), 2, 0, (),
    )  # fmt: skip


def test_an_export_of_an_import_is_the_export(ours, empty):
    imported(exported(ours), empty)
    assert exported(empty) == exported(ours)


def test_every_view_has_the_same_digest(ours, empty, tmp_path):
    imported(exported(ours), empty)
    digests = []
    for chronicle in (ours, empty):
        library = Library(chronicle, chronicle.path.with_name("views.db"))
        library.engine.catch_up(*library.catalogue.projections, anyway=True)
        digests.append({one.name: one.digest for one in library.projections()})
        library.close()
    assert digests[0] == digests[1]
    assert all(digests[0].values())


WORDS = some.text(
    some.characters(exclude_categories=["Cs"]) | some.sampled_from('\0\x1b\n\u2028\U0001f600"\\'),
    max_size=12,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(notes=some.lists(some.tuples(some.sampled_from("ab"), WORDS), max_size=12))
def test_whatever_was_noted_an_export_of_an_import_is_the_export(tmp_path_factory, notes):
    folder = tmp_path_factory.mktemp("law")
    with new(folder / "ours", FIRST) as chronicle, new(folder / "empty") as other:
        for which, words in notes:
            stream = f"actor:{which * 8}-{which * 4}-{which * 4}-{which * 4}-{which * 12}"
            event = Noted(**new_envelope("Ada"), subject="s", text=words)
            chronicle.append(Batch(stream, chronicle.stream_version(stream), [event]))
        imported(exported(chronicle), other)
        assert stored(other) == stored(chronicle)
        assert exported(other) == exported(chronicle)


def test_a_string_longer_than_a_line_goes_on_in_the_next_ones(ours, empty, monkeypatch):
    monkeypatch.setattr(form, "PIECE", 7)
    content = exported(ours)
    assert b'{"more":' in content
    assert max(map(len, content.splitlines())) < 500
    imported(content, empty)
    assert stored(empty) == stored(ours)


def test_an_export_up_to_a_position_is_the_beginning_of_the_record(ours, empty):
    imported(exported(ours, upto=7), empty)
    assert list(empty.after()) == list(ours.after(0, 7))


def test_a_mirror_goes_on_where_it_ended(ours, empty):
    imported(exported(ours, upto=7), empty)
    came = imported(exported(ours), empty)
    assert (came.how, came.known, came.events) == ("copy", 7, ours.head() - 7)
    assert stored(empty) == stored(ours)


def test_importing_the_same_again_stores_nothing(ours, empty):
    imported(exported(ours), empty)
    came = imported(exported(ours), empty)
    assert (came.events, came.known) == (0, ours.head())
    assert stored(empty) == stored(ours)


def test_an_event_that_was_erased_stays_erased_at_its_place(ours, empty):
    from tests.chronicle.test_chronicle import erase

    erase(ours.path, ours.head())
    imported(exported(ours), empty)
    assert stored(empty) == stored(ours)
    assert empty.at(empty.head()).state is None


@pytest.mark.parametrize("batch", range(1, 6))
def test_a_copy_killed_after_any_batch_is_whole_batches_and_goes_on(
    ours, empty, monkeypatch, batch
):
    monkeypatch.setattr(batches, "FULL", 1)
    content = exported(ours)
    _killed_after(batch, content, empty, monkeypatch)
    empty.reopen()
    half = list(empty.after())
    assert 0 < len(half) < ours.head()
    assert half == list(ours.after())[: len(half)]
    imported(content, empty)
    assert stored(empty) == stored(ours)


def _killed_after(batch, content, chronicle, monkeypatch):
    chronicle.close()
    child = os.fork()
    if not child:
        store, done = importing.batches.store_copied, []

        def counted(*given):
            done.append(head := store(*given))
            if len(done) == batch:
                os.kill(os.getpid(), signal.SIGKILL)
            return head

        importing.batches.store_copied = counted
        imported(content, chronicle)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_a_reading_is_never_torn_apart(ours, empty, monkeypatch):
    monkeypatch.setattr(batches, "FULL", 1)
    with staged(exported(ours), empty) as checked:
        held, seen = batches.Batch(), []
        for page in checked.events():
            for event in page:
                if held.is_full(event.recorded.stream):
                    seen.append({row.stream for row in held.rows})
                    held.clear()
                held.add(event.recorded, None)
    assert all(len(streams) == 1 for streams in seen)
    assert len(seen) == len(set(map(min, seen)))
    assert f"reading:{SAID[0].article}" in " ".join(map(min, seen))
