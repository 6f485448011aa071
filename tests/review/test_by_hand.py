"""What a person asserts by hand: verbatim, accepted, with the dates and names it deserves."""

import datetime as dt

import pytest

from tests.review import ground as told
from timeline.chronicle import decode, new_envelope
from timeline.errors import BadInput, BadUse, NotFound
from timeline.review import take
from timeline.review.by_hand import Asserted, assert_by_hand
from timeline.review.correct import Ground

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def chronicle(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield chronicle


@pytest.fixture
def hand(chronicle):
    """Assert as a person does; the assertion that is stored."""
    article = told.article(published="2024-07-11")
    told.put(chronicle, article)

    def hand(words, *, by="NATO", about=("China",), act="accuse", at=None, known=(), **more):
        ground = Ground(article, TODAY, ("NATO", "China"), at=at)
        asserted = Asserted(words, by, about, act, **more)
        done = take(chronicle, assert_by_hand(asserted, known, ground, new_envelope("Ada")))
        return [decode(chronicle.at(one)) for one in done.positions], done

    return hand


def test_it_is_recorded_and_accepted_in_one_transaction(hand):
    (recorded, accepted), done = hand("“enabling” the war")
    assert (recorded.NAME, accepted.NAME) == ("assertion-recorded.1", "assertion-accepted.1")
    assert accepted.id == recorded.id
    assert accepted.by == recorded.by == "Ada"
    assert recorded.method == "person"
    assert done.numbers.startswith("#")


def test_its_passage_is_the_sentence_and_the_speaker_is_named_there(hand):
    (recorded, _), _ = hand("“enabling” the war")
    text = told.TEXT
    passage = text[recorded.passage_start : recorded.passage_end]
    assert passage == "NATO accused China on Tuesday of “enabling” the war."
    assert (recorded.speaker, recorded.speaker_start) == ("NATO", 0)
    assert recorded.targets_start == [text.index("China")]
    assert text[recorded.own[0] : recorded.own[1]] == "enabling"
    assert (recorded.form, recorded.family, recorded.sign) == ("mixed", "accuse", -1)


def test_a_speaker_whom_the_article_does_not_name_has_no_place(hand):
    (recorded, _), _ = hand("“enabling” the war", by="Fu Cong", about=())
    assert (recorded.speaker, recorded.speaker_name, recorded.speaker_name_start) == (
        None, "Fu Cong", None,
    )  # fmt: skip


def test_without_a_date_it_is_no_later_than_the_article(hand):
    (recorded, _), _ = hand("“enabling” the war")
    assert (recorded.said, recorded.said_basis) == ("../2024-07-11", "article")
    (recorded, _), _ = hand("China must stop", said="2024-07-10")
    assert (recorded.said, recorded.said_basis) == ("2024-07-10", "person")


def test_words_that_stand_twice_are_refused_with_both_offsets(hand):
    with pytest.raises(BadInput, match=r"«China» stands 2 times: at 13 .*, at 87 .*--at OFFSET"):
        hand("China")
    (recorded, _), done = hand("China", at=87)
    assert recorded.asserted_start == 87
    assert done.says.endswith("@87")


def test_words_that_do_not_stand_are_refused_and_the_nearest_are_told(hand):
    with pytest.raises(BadInput, match=r"does not stand.*it has «China must stop.»"):
        hand("China must stopp")
    with pytest.raises(BadInput):
        hand("")


def test_the_same_words_by_the_same_speaker_twice_are_one(hand):
    (recorded, _), _ = hand("China must stop", by="Jens Stoltenberg")
    known = ((recorded.id, recorded.handle, recorded.asserted_start),)
    _, done = hand("China must stop", by="Jens Stoltenberg")
    assert not done.stored, "a lost answer, asked for again"
    with pytest.raises(BadUse, match=f"{recorded.handle} is there already"):
        hand("China must stop", by="Jens Stoltenberg", known=known)


def test_a_second_assertion_at_one_offset_has_a_handle_of_its_own(hand):
    known = (("0" * 36, "8e2b0f11@87", 87),)
    _, done = hand("China must stop", known=known)
    assert done.says.endswith("@87.2")


@pytest.mark.parametrize(
    ("act", "family", "sign"), [("reject", "criticise", -1), ("agree", "support", 1)]
)
def test_an_act_brings_its_usual_family_and_stance_which_a_person_may_change(
    hand, act, family, sign
):
    (recorded, _), _ = hand("China must stop", act=act)
    assert (recorded.family, recorded.sign) == (family, sign)
    (recorded, _), _ = hand("on Tuesday", act=act, family="state", stance="0")
    assert (recorded.family, recorded.sign) == ("state", 0)


def test_a_slip_in_a_name_or_an_act_is_asked_about(hand):
    with pytest.raises(NotFound, match="Did you mean NATO"):
        hand("China must stop", by="Natto")
    with pytest.raises(BadUse, match="Did you mean accuse"):
        hand("China must stop", act="acuse")


def test_a_date_after_the_article_came_out_is_taken_and_that_is_told(hand):
    _, done = hand("“enabling” the war", said="2025-07-10")
    assert done.more == ("the article itself came out before that: 2024-07-11",)
