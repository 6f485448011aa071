"""A note: on anything that has a stream; the same twice is one."""

import pytest

from tests.review import ground as told
from timeline.chronicle import decode, new_envelope
from timeline.chronicle.streams import actor
from timeline.errors import BadUse
from timeline.review import take
from timeline.review.dossier import kept
from timeline.review.note import Subject, note


@pytest.fixture
def chronicle(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield chronicle


def seen(chronicle):
    return Subject(actor("NATO"), "NATO", "NATO", kept(chronicle.stream(actor("NATO"))))


def test_a_note_holds_its_words(chronicle):
    done = take(chronicle, note(seen(chronicle), " translated back ", new_envelope("Ada")))
    event = decode(chronicle.at(done.positions[0]))
    assert (event.subject, event.text) == ("NATO", "translated back")
    assert str(done) == "#1 noted on NATO"


def test_the_same_note_of_the_same_person_twice_in_a_row_is_one(chronicle):
    for _ in range(2):
        done = take(chronicle, note(seen(chronicle), "once", new_envelope("Ada")))
    assert "already so" in done.says
    assert take(chronicle, note(seen(chronicle), "once", new_envelope("Bob"))).stored


def test_a_note_without_words_is_refused(chronicle):
    with pytest.raises(BadUse, match="-m TEXT"):
        note(seen(chronicle), " \n", new_envelope("Ada"))
