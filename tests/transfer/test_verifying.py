"""Verifying: what somebody or something changed past the guards is found and named."""

import sqlite3

import pytest

from tests.transfer.ground import FIRST, NEWS, OTHER, SAID, SECOND, accepted, decide, new, rejected
from timeline.query import Library
from timeline.transfer import Verification, compare


@pytest.fixture
def ours(tmp_path):
    with new(tmp_path / "ours", FIRST, SECOND) as chronicle:
        decide(chronicle, accepted(0), rejected(1))
        yield chronicle


def flaws(chronicle):
    with Verification(chronicle) as verification:
        return list(verification.flaws())


def by_hand(path, sql, *values):
    """What anyone with SQLite can do who takes the guards off and puts them back."""
    raw = sqlite3.connect(path, isolation_level=None)
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(sql, values)
    for _, guard in guards:
        raw.execute(guard)
    raw.close()


REWORD = "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), ?, ?) AS BLOB)"


def test_a_sound_record_has_no_flaw_and_is_counted(ours):
    with Verification(ours) as verification:
        assert list(verification.flaws()) == []
        assert verification.counts == (12, 2, 0)


@pytest.mark.parametrize(("sql", "values", "where", "reason"), [
    (REWORD, ("must stop", "may not go"), "#4", "asserted: the article has «China must stop» at 87"),
    (REWORD, ('"confidence":86', '"confidence": 86'), "#4", "not canonical JSON"),
    (REWORD, ('"sign":', '"sing":'), None, None),
    ("UPDATE stored_events SET state = x'7b' WHERE rowid = ?", (4,), "#4", "Input data was truncated"),
    ("UPDATE stored_events SET topic = 'os.system' WHERE rowid = ?", (4,), "#4", "is no event"),
    ("DELETE FROM stored_events WHERE rowid = ?", (4,), "#5", "goes on with 3, where 2 is next"),
    ("DELETE FROM article_bytes WHERE article = ?", (NEWS.id,), "#1", "the bytes of 003.txt are not"),
    ("UPDATE article_bytes SET content = 'NATO' WHERE article = ?", (NEWS.id,), "#1", "are text"),
        ("UPDATE article_bytes SET content = x'00' WHERE article = ?", (NEWS.id,), "#1", "SHA-256 is"),
    ("UPDATE article_bytes SET salt = x'00' WHERE article = ?", (NEWS.id,), "#1", "commitment"),
    ("UPDATE stored_events SET state = CAST(state AS TEXT) WHERE rowid = 4", (), "#4", "state: "),
    ("UPDATE stored_events SET state = 7 WHERE rowid = 4", (), "#4", "state: '7' is of another"),
    ("UPDATE stored_events SET topic = CAST(topic AS BLOB) WHERE rowid = 4", (), "#4", "name: "),
    ("UPDATE stored_events SET topic = CAST(topic AS BLOB) WHERE rowid = 1", (), "#1", "name: "),
    ("UPDATE stored_events SET originator_id = x'ff' WHERE rowid = 4", (), "#4", "stream: "),
    ("UPDATE stored_events SET originator_version = 'x' WHERE rowid = 4", (), "#4", "version: 'x'"),
    ("UPDATE article_bytes SET article = CAST(article AS BLOB)", (), "#1", "the bytes of 003.txt"),
    ("INSERT INTO article_bytes VALUES ('ghost', ?, '')", (b"boo",), "ghost", "nothing admits"),
], ids=str)  # fmt: skip
def test_what_was_changed_by_hand_is_found_at_its_place(ours, sql, values, where, reason):
    by_hand(ours.path, sql, *values)
    found = flaws(ours)
    if where is None:
        assert found == []
        return
    assert found[0].where == where
    assert reason in found[0].reason


def test_what_is_of_another_type_does_not_end_the_checking(ours):
    by_hand(ours.path, "UPDATE stored_events SET state = 7, topic = x'00' WHERE rowid = ?", 2)
    by_hand(ours.path, REWORD + " WHERE rowid = 5", "alliance", "coalition")
    by_hand(ours.path, "UPDATE article_bytes SET article = x'ff' WHERE article = ?", OTHER.id)
    wheres = [flaw.where for flaw in flaws(ours)]
    assert wheres[:2] == ["#2", "#5"]
    assert wheres[-1] == r"b'\xff'"


def test_every_quote_of_an_article_whose_bytes_changed_is_named(ours):
    moved = b"NATO " + NEWS.text.encode()
    sql = "UPDATE article_bytes SET content = ? WHERE article = ?"
    by_hand(ours.path, sql, moved, NEWS.id)
    assert {flaw.where for flaw in flaws(ours)} == {"#1", "#4", "#5"}


def test_an_erased_event_is_no_flaw_but_counted(ours):
    from tests.chronicle.test_chronicle import erase

    erase(ours.path, ours.head())
    with Verification(ours) as verification:
        assert list(verification.flaws()) == []
        assert verification.counts.erased == 1


@pytest.mark.parametrize("page", range(1, 8))
def test_a_page_of_the_file_that_was_overwritten_is_found(ours, page):
    ours.close()
    with ours.path.open("r+b") as file:
        file.seek(4096 * page)
        file.write(b"\xff" * 4096)
    assert flaws(ours)[0].where == "file"


@pytest.fixture
def library(ours):
    library = Library(ours, ours.path.with_name("views.db"))
    library.engine.catch_up(*library.catalogue.projections, anyway=True)
    yield library
    library.close()


def compared(library, ours):
    return {one.view: one for one in compare(library, ours, lambda *_: None).views}


def test_views_that_are_the_records_have_their_digest(library, ours):
    found = compared(library, ours)
    states = {one.name: one.digest for one in library.projections()}
    assert {name: one.digest for name, one in found.items()} == states
    assert all(one.position == ours.head() and not one.flaws for one in found.values())


def test_a_row_that_was_changed_is_named_though_the_kept_digest_is_right(library, ours):
    rows = library.engine.rows("log", library.engine.kept("log").build)
    changed = library.file.connection.execute(
        f"UPDATE {rows.live} SET entry = replace(entry, ?1, 'China may go') WHERE instr(entry, ?1)",
        (SAID[0].asserted,),
    )
    assert changed.rowcount == 1
    (flaw,) = compared(library, ours)["log"].flaws
    assert flaw == ("log", f"its rows are not those of the record: {SAID[0].handle}")
    assert compared(library, ours)["stance"].flaws == ()


def test_a_row_too_few_is_named(library, ours):
    rows = library.engine.rows("log", library.engine.kept("log").build)
    library.file.connection.execute(
        f"DELETE FROM {rows.live} WHERE instr(entry, ?)", (SAID[0].asserted,)
    )
    (flaw,) = compared(library, ours)["log"].flaws
    assert SAID[0].handle in flaw.reason


def test_a_kept_digest_that_is_not_that_of_the_rows_is_named(library, ours):
    library.file.connection.execute("UPDATE builds SET digest = 'ab' WHERE projection = 'log'")
    (flaw,) = compared(library, ours)["log"].flaws
    assert flaw == ("log", "its digest is not that of its rows")


def test_a_view_that_nobody_built_is_not_compared(ours, tmp_path):
    library = Library(ours, tmp_path / "fresh.db")
    found = compared(library, ours)
    library.close()
    assert {one.why_not for one in found.values()} == {"not built yet"}


def test_verifying_leaves_no_file_behind(library, ours):
    before = sorted(ours.path.parent.iterdir())
    compared(library, ours)
    flaws(ours)
    assert [path for path in sorted(ours.path.parent.iterdir()) if path not in before] == []
