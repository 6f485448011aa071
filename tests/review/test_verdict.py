"""Accept, reject, reopen, retract, restore: what each leaves, and what each refuses."""

import pytest

from tests.review import ground
from timeline.chronicle import Chronicle, decode, new_envelope
from timeline.errors import BadUse, Conflict
from timeline.review import take
from timeline.review.dossier import Dossier, read
from timeline.review.verdict import accept, reject, reopen, restore, retract

ADA, BOB = "Ada", "Bob"


@pytest.fixture
def chronicle(tmp_path):
    with ground.new(tmp_path) as chronicle:
        yield chronicle


@pytest.fixture
def one(chronicle):
    article = ground.article()
    found = ground.assertion(article, "China must stop", "Jens Stoltenberg")
    ground.put(chronicle, article, found)
    return found


def look(chronicle: Chronicle, one) -> Dossier:
    return read(chronicle, one.id, "003@66")


def names(chronicle: Chronicle, one) -> list[str]:
    rows = chronicle.stream(look(chronicle, one).stream)
    return [decode(row).NAME.split(".")[0].removeprefix("assertion-") for row in rows]


def test_accepting_says_the_new_position_and_the_handle(chronicle, one):
    head = chronicle.head()
    done = take(chronicle, accept(look(chronicle, one), new_envelope(ADA)))
    assert str(done) == f"#{head + 1} accepted 003@66"
    assert look(chronicle, one).status == "accepted"


def test_accept_undo_and_accept_again_are_three_events(chronicle, one):
    for decide in (accept, reopen, accept):
        take(chronicle, decide(look(chronicle, one), new_envelope(ADA)))
    assert names(chronicle, one) == ["accepted", "reopened", "accepted"]


def test_a_command_repeated_after_its_answer_was_lost_stores_nothing_twice(chronicle, one):
    seen = look(chronicle, one)
    first = take(chronicle, reject(seen, new_envelope(ADA), "third hand"))
    again = take(chronicle, reject(seen, new_envelope(ADA), "third hand"))
    fresh = take(chronicle, reject(look(chronicle, one), new_envelope(ADA), "third hand"))
    assert "already so" in again.says
    assert "already so, Ada rejected it (third hand), #" in fresh.says
    assert (first.stored, again.stored, fresh.stored) == (True, False, False)
    assert names(chronicle, one) == ["rejected"]


def test_a_decision_on_what_another_has_changed_says_what_they_did(chronicle, one):
    seen = look(chronicle, one)
    done = take(chronicle, reject(seen, new_envelope(BOB), "nameless"))
    with pytest.raises(Conflict) as told:
        take(chronicle, accept(seen, new_envelope(ADA)))
    assert str(told.value).startswith(
        f"003@66: since you looked, Bob rejected it (nameless), {done.numbers}."
    )
    assert names(chronicle, one) == ["rejected"]


def test_the_same_decision_with_another_reason_is_not_the_same(chronicle, one):
    seen = look(chronicle, one)
    take(chronicle, reject(seen, new_envelope(ADA), "nameless"))
    with pytest.raises(Conflict, match="Ada rejected it"):
        take(chronicle, reject(seen, new_envelope(ADA), "third hand"))


def test_what_is_retracted_can_only_be_restored(chronicle, one):
    take(chronicle, accept(look(chronicle, one), new_envelope(ADA)))
    take(chronicle, retract(look(chronicle, one), new_envelope(ADA), "withdrawn by the paper"))
    seen = look(chronicle, one)
    for refused in (
        lambda: accept(seen, new_envelope(BOB)),
        lambda: reject(seen, new_envelope(BOB), "why"),
        lambda: reopen(seen, new_envelope(BOB)),
    ):
        with pytest.raises(BadUse, match=r"retracted by Ada \(withdrawn by the paper\).*restore"):
            refused()
    take(chronicle, restore(seen, new_envelope(BOB)))
    assert look(chronicle, one).status == "accepted"


def test_retracting_twice_says_who_did_it_first(chronicle, one):
    take(chronicle, retract(look(chronicle, one), new_envelope(ADA), "withdrawn"))
    done = take(chronicle, retract(look(chronicle, one), new_envelope(BOB), "me too"))
    assert "Ada retracted it (withdrawn)" in done.says
    assert names(chronicle, one) == ["retracted"]


def test_there_is_nothing_to_restore_or_reopen_where_nothing_was_decided(chronicle, one):
    seen = look(chronicle, one)
    with pytest.raises(BadUse, match="not retracted, but proposed"):
        restore(seen, new_envelope(ADA))
    with pytest.raises(BadUse, match="nothing to reopen"):
        reopen(seen, new_envelope(ADA))


@pytest.mark.parametrize("reason", [None, "", "  \n\t"])
@pytest.mark.parametrize("decide", [reject, retract])
def test_an_empty_reason_is_refused(chronicle, one, decide, reason):
    with pytest.raises(BadUse, match="-m WHY"):
        decide(look(chronicle, one), new_envelope(ADA), reason)
