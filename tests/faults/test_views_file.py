"""A views file that was deleted, cut, overwritten, replaced: built again with a line, or refused."""

import random
import sqlite3

import pytest

from tests.faults.ground import Child, opened, read, run, views_of
from timeline.views.seal import LARGE

ASKED = (
    ("log", "--json", "--all", "--status", "all"),
    ("stance", "NATO", "--json"),
    ("responses", "--json"),
    ("log", "words", "--json"),
    ("log", "--as-of", "300", "--json"),
    ("articles", "--json"),
    ("projection", "list", "--json"),
    ("changes", "1", "400", "--json"),
)
HARMS = ("cut", "bit", "words", "zeros", "page", "grown")


def harmed(content, how, chance):
    """The bytes of a file after something happened to it."""
    while (after := _harmed(content, how, chance)) == content:
        continue  # an empty page that was emptied
    return after


def _harmed(content, how, chance):
    after = bytearray(content)
    at = chance.randrange(len(after))
    page = at - at % 4096
    match how:
        case "cut":
            del after[at:]
        case "bit":
            after[at] ^= 1 << chance.randrange(8)
        case "words":
            after[at : at + 64] = chance.randbytes(len(after[at : at + 64]))
        case "zeros":
            after[page : page + 4096] = bytes(4096)
        case "page":
            after[page : page + 4096] = chance.randbytes(4096)
        case _:
            after += chance.randbytes(4096)
    return bytes(after)


@pytest.fixture(scope="module")
def right(told):
    """What each command says of views that nothing happened to."""
    return {words: run(*words, store=told) for words in ASKED}


@pytest.mark.parametrize("how", HARMS)
def test_whatever_happened_to_the_bytes_the_answer_is_right_and_a_line_says_they_were_built_again(
    store, right, how
):
    chance, record, views = random.Random(how), store.read_bytes(), views_of(store)
    content = views.read_bytes()
    for _ in range(4):
        views.write_bytes(harmed(content, how, chance))
        words = chance.choice(ASKED[:-2])
        first, then = run(*words, store=store), run(*words, store=store)
        assert first.code == then.code == 0
        assert first.out == then.out == right[words].out
        lines = set(first.err.splitlines()) - set(right[words].err.splitlines())
        assert lines == {"timeline.views.db was damaged; the views are built again."}
        assert then.err == right[words].err
        assert store.read_bytes() == record
        content = views.read_bytes()


@pytest.mark.parametrize("how", HARMS)
def test_views_too_large_to_be_sealed_are_built_again_or_refused_and_never_fail_on_a_traceback(
    store, how
):
    chance, record, views = random.Random(how), store.read_bytes(), views_of(store)
    content = views.read_bytes()
    for _ in range(5):
        views.write_bytes(harmed(content, how, chance))
        views.with_name(f"{views.name}.seal").write_bytes(b"")
        done = run(*chance.choice(ASKED), store=store)
        assert done.code in (0, 4, 5), done.err
        assert done.code == 0 or len(done.err.splitlines()) <= 2
        assert store.read_bytes() == record
        for left in views.parent.glob(f"{views.name}-*"):
            left.unlink()


def newer(views):
    with sqlite3.connect(views) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()


def another(views):
    views.unlink()
    with sqlite3.connect(views) as raw:
        raw.execute("CREATE TABLE contacts (name)")
    raw.close()


@pytest.mark.parametrize("harm", [newer, another, lambda views: views.write_bytes(b"")])
@pytest.mark.parametrize("sealed", [True, False])
def test_views_of_another_version_or_nobodys_are_built_again(store, right, harm, sealed):
    views = views_of(store)
    harm(views)
    if not sealed:
        views.with_name(f"{views.name}.seal").unlink()
    for words in ASKED[:2]:
        assert run(*words, store=store).out == right[words].out
    assert run(*ASKED[0], store=store).err == right[ASKED[0]].err


@pytest.mark.parametrize("what", ["missing", "empty"])
@pytest.mark.parametrize("large", [True, False])
def test_deleted_and_emptied_views_are_made_anew_with_a_line(store, right, what, large):
    views = views_of(store)
    if large:  # too large for a checksum
        views.with_name(f"{views.name}.seal").write_bytes(LARGE)
    views.write_bytes(b"")
    if what == "missing":
        views.unlink()
    done, then = run(*ASKED[0], store=store), run(*ASKED[0], store=store)
    assert (done.code, done.out) == (0, right[ASKED[0]].out)
    lines = done.err.splitlines()
    assert lines[0] == f"timeline.views.db was {what}; the views are built again."
    assert lines[1:] == right[ASKED[0]].err.splitlines()
    assert then == right[ASKED[0]]


def test_views_whose_first_writer_was_killed_are_not_said_to_have_been_lost(store, right):
    views = views_of(store)
    views.with_name(f"{views.name}.seal").write_bytes(b"")
    views.unlink()
    assert run(*ASKED[0], store=store) == right[ASKED[0]]


def test_views_that_are_made_for_the_first_time_are_not_said_to_have_been_lost(store, right):
    for left in store.parent.glob("*.views.*"):  # as of a store that was copied, or just made
        left.unlink()
    assert run(*ASKED[0], store=store) == right[ASKED[0]]


def test_of_views_that_another_process_may_just_be_making_nothing_is_said(store, truth):
    with opened(store) as one:
        views_of(store).unlink()
        with opened(store) as other:
            assert other.warnings == []
            assert read(other) == truth
        assert one.warnings == []


def test_who_only_compares_the_views_is_told_that_they_were_missing(store):
    views_of(store).unlink()
    with opened(store, as_found=True) as library:
        assert library.warnings == ["timeline.views.db was missing."]


def test_a_folder_in_the_place_of_the_views_is_left_alone_and_named(store, right):
    views = views_of(store)
    views.unlink()
    views.mkdir()
    done = run(*ASKED[0], store=store)
    assert (done.code, done.out) == (0, right[ASKED[0]].out)
    assert "timeline.views.db" in done.err.splitlines()[0]
    assert views.is_dir()


def test_who_asks_for_the_views_as_they_are_gets_them_and_everybody_else_new_ones(store, right):
    with sqlite3.connect(views_of(store)) as raw:
        raw.execute("UPDATE builds SET digest = 'f'")
    raw.close()
    for _ in range(2):  # as `verify` does, and looking heals nothing
        with opened(store, as_found=True) as library:
            assert library.engine.kept("log").build.digest == "f"
            library.engine.ledger.connection.execute("UPDATE ledger SET words = words")
    done = run(*ASKED[0], store=store)
    assert done.out == right[ASKED[0]].out
    assert "built again" in done.err


def test_a_killed_writer_leaves_no_seal_that_others_would_take_for_damage(store, truth):
    def replays(say):
        with opened(store, progress=lambda *_: say("page")) as library:
            while True:
                library.replay("log")

    for after in (0.0, 0.003, 0.01):
        Child(replays).kill(3, after)
        with opened(store) as library:
            assert not library.warnings
            assert read(library) == truth


def test_the_last_of_many_to_close_seals(store):
    seal = views_of(store).with_name("timeline.views.db.seal")
    with opened(store) as one:
        with opened(store) as other:
            assert other.replay("log")[0].state == "live"
        assert seal.read_bytes() == b""
        assert one.ask("log").state == "live"
    assert len(seal.read_bytes()) == 8
    one.close()
    assert len(seal.read_bytes()) == 8
