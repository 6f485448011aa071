"""The date of an occasion: found by its name or key, said once, by a person, with a reason."""

from typing import NamedTuple

import pytest

from tests.review import ground as told
from timeline.chronicle import decode, new_envelope
from timeline.chronicle.streams import occasion as stream_of
from timeline.errors import BadUse, Conflict, NotFound
from timeline.review import take
from timeline.review.dossier import kept
from timeline.review.occasion import Occasion, date, the_occasion


class Shown(NamedTuple):
    key: str
    name: str
    said: str = "unknown"
    assertions: int = 26


KNOWN = [
    Shown("washington declaration 2024", "Washington Summit Declaration"),
    Shown("vilnius summit", "the Vilnius summit"),
    Shown("paris talks a", "Paris talks"),
    Shown("paris talks b", "Paris talks"),
]


@pytest.fixture
def chronicle(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield chronicle


def seen(chronicle, shown=KNOWN[0]):
    return Occasion(*shown, kept(chronicle.stream(stream_of(shown.key))))


def test_one_date_for_all_that_hangs_on_it(chronicle):
    done = take(chronicle, date(seen(chronicle), "2024-07-10", "its heading", new_envelope("Ada")))
    assert done.says == "dated “Washington Summit Declaration” no date → 2024-07-10"
    assert done.more == ("moves 26 assertions that hang on it",)
    event = decode(chronicle.at(done.positions[0]))
    assert (event.date, event.basis, event.article) == ("2024-07-10", "person", None)


def test_the_same_again_is_already_so_and_by_another_changes_nothing(chronicle):
    for _ in range(2):
        plan = date(seen(chronicle), "2024-07-10", "its heading", new_envelope("Ada"))
        done = take(chronicle, plan)
    assert "already so" in done.says
    with pytest.raises(BadUse, match="changes nothing"):
        date(seen(chronicle), "2024-07-10", "me too", new_envelope("Bob"))


def test_two_people_who_date_one_occasion_at_once_do_not_overwrite_each_other(chronicle):
    before = seen(chronicle)
    take(chronicle, date(before, "2024-07-10", "its heading", new_envelope("Ada")))
    with pytest.raises(Conflict, match="Ada dated Washington Summit Declaration 2024-07-10"):
        take(chronicle, date(before, "2024-07-09", "a photo", new_envelope("Bob")))


def test_it_is_found_by_key_or_by_name_however_it_is_written():
    assert the_occasion("the washington SUMMIT declaration", KNOWN) is KNOWN[0]
    assert the_occasion("vilnius summit", KNOWN) is KNOWN[1]
    assert the_occasion("Vilnius  Summit", KNOWN) is KNOWN[1]


def test_what_is_not_found_is_told_with_what_was_meant():
    with pytest.raises(NotFound, match="Did you mean Washington Summit Declaration"):
        the_occasion("Washington Summit Declaratoin", KNOWN)
    with pytest.raises(BadUse, match=r"give the key: .*paris talks a.*paris talks b"):
        the_occasion("Paris talks", KNOWN)
    with pytest.raises(NotFound, match="Those that have a name: Washington"):
        the_occasion("zzz", KNOWN)


def test_a_name_common_to_several_is_asked_back():
    known = [
        Shown("NATO summit, Washington", "NATO’s summit"),
        Shown("NATO summit, Lithuania", "NATO summit, Lithuania"),
    ]
    for written in (lambda: [("the NATO summit", "NATO summit, Lithuania")], list):
        with pytest.raises(BadUse, match=r"several .*Washington.*Lithuania"):
            the_occasion("NATO summit", known, written)
        assert the_occasion("NATO's summit", known, written) is known[0], "exactly as it is shown"
        assert the_occasion("NATO summit, Lithuania", known, written) is known[1]
    both = [("a meeting", one.key) for one in known]
    with pytest.raises(BadUse, match="several"):
        the_occasion("a meeting", known, lambda: both)


def test_no_date_is_taken_back_where_nobody_gave_one(chronicle):
    with pytest.raises(BadUse, match=r"changes nothing: .* is dated as the articles say already"):
        date(seen(chronicle), "", "why", new_envelope("Ada"))
    take(chronicle, date(seen(chronicle), "2024-07-10", "its heading", new_envelope("Ada")))
    taken = take(chronicle, date(seen(chronicle), "", "it is not", new_envelope("Ada")))
    assert taken.says.endswith("→ as the articles say")
    with pytest.raises(BadUse, match="changes nothing"):
        date(seen(chronicle), "", "me too", new_envelope("Bob"))


def test_an_empty_reason_is_refused(chronicle):
    with pytest.raises(BadUse, match="-m WHY"):
        date(seen(chronicle), "2024-07-10", "", new_envelope("Ada"))


def test_a_date_that_has_not_come_is_taken_and_that_is_told(chronicle):
    done = take(chronicle, date(seen(chronicle), "2100", "a slip", new_envelope("Ada")))
    assert done.more == ("moves 26 assertions that hang on it", "2100 is in the future")
