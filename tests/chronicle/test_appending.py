"""An error of a commit says neither saved nor not saved: the store is asked."""

import errno
import sqlite3

import pytest

from timeline.chronicle.connection import PinnedConnection
from timeline.errors import StoreError


@pytest.fixture
def failing(monkeypatch):
    """Make the next commit fail, before or after it took place."""
    commit = PinnedConnection.commit

    def failing(saved, words="disk I/O error"):
        def once(connection):
            monkeypatch.setattr(PinnedConnection, "commit", commit)
            if saved:
                commit(connection)
            raise sqlite3.OperationalError(words)

        monkeypatch.setattr(PinnedConnection, "commit", once)

    return failing


def test_what_was_saved_before_the_error_is_acknowledged(chronicle, batch, failing):
    chronicle.append(batch("a", "one"))
    failing(saved=True)
    assert list(chronicle.append(batch("a", "two", "three", expected=1))) == [2, 3]
    assert [each.version for each in chronicle.stream("a")] == [1, 2, 3]


def test_what_was_not_saved_is_told_as_not_saved(chronicle, batch, failing):
    failing(saved=False)
    with pytest.raises(StoreError, match=r"disk I/O error; nothing was saved$"):
        chronicle.append(batch("a", "one"))
    assert list(chronicle.append(batch("a", "one"))) == [1]


def test_a_full_disk_is_told_by_name(chronicle, batch, failing):
    failing(saved=False, words="database or disk is full")
    with pytest.raises(StoreError, match=r"the disk that holds .* is full; nothing was saved"):
        chronicle.append(batch("a", "one"))


def test_what_another_saved_in_the_same_place_is_not_taken_for_ours(chronicle, batch, failing):
    failing(saved=False)
    another = type(chronicle).open(chronicle.path)
    reopen = chronicle.reopen

    def reopen_later():
        reopen()
        another.append(batch("a", "theirs"))

    chronicle.reopen = reopen_later
    with pytest.raises(StoreError, match="nothing was saved"):
        chronicle.append(batch("a", "ours"))
    another.close()


def test_where_nobody_can_look_it_is_not_known(chronicle, batch, failing):
    failing(saved=True)

    def cannot():
        raise OSError(errno.EIO, "Input/output error")

    chronicle.reopen = cannot
    with pytest.raises(StoreError, match="it is not known whether it was saved: look before"):
        chronicle.append(batch("a", "one"))


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_store(chronicle, batch, monkeypatch):
    def broken(_):
        raise ZeroDivisionError

    monkeypatch.setattr(PinnedConnection, "commit", broken)
    with pytest.raises(ZeroDivisionError):
        chronicle.append(batch("a", "one"))
