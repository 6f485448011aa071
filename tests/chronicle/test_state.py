"""The state of an event is canonical: the same bytes for the same event, and it says it all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from timeline.chronicle import Recorded, decode, encode, fields
from timeline.chronicle.state import LARGEST
from timeline.chronicle.upcasters import upcast
from timeline.errors import BadInput, StoreError
from timeline.events import EVENTS, ArticleDated, ArticleRead, Noted

ENVELOPE = {"at": "2026-11-21T10:02:11.000001Z", "by": "Ada", "nonce": "0" * 32}
WORDS = some.text(some.characters(exclude_categories=["Cs"]))


def recorded(event, state=None):
    return Recorded(1, "s", 1, event.NAME, encode(event) if state is None else state)


@given(WORDS, WORDS)
def test_any_words_come_back_code_point_for_code_point(subject, text):
    event = Noted(**ENVELOPE, subject=subject, text=text)
    assert decode(recorded(event)) == event


@given(
    WORDS,
    some.none() | some.integers(-LARGEST, LARGEST),
    some.none() | WORDS,
    some.sampled_from(["stated", "unknown"]),
)
def test_it_is_the_canonical_json_of_the_fields_that_are_not_default(phrase, start, rule, basis):
    event = ArticleDated(
        **ENVELOPE, article="x", published="2024", basis=basis,
        phrase=phrase, phrase_start=start, rule=rule,
    )  # fmt: skip
    held = {name: value for name, value in event if value is not None}
    expected = json.dumps(held, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert encode(event).decode() == expected
    assert decode(recorded(event)) == event


def test_words_of_a_user_that_look_like_the_librarys_own_signs_stay_words():
    text = '{"_type_":"datetime_iso","_data_":"2020-01-01"}'
    assert decode(recorded(Noted(**ENVELOPE, subject="s", text=text))).text == text


def test_text_is_not_normalised():
    event = Noted(**ENVELOPE, subject="s", text="é é ‘China‘s’ ﬁ \u2028\r\n\x00")
    assert decode(recorded(event)).text == event.text
    assert "China‘s".encode() in encode(event)


@pytest.mark.parametrize("number", [LARGEST + 1, -LARGEST - 1, 10**30])
def test_a_number_that_some_readers_would_round_is_refused(number):
    with pytest.raises(BadInput, match=r"beyond 2\^53"):
        encode(dated(number))
    with pytest.raises(BadInput, match=r"beyond 2\^53"):
        encode(recorded_assertion().model_copy(update={"own": [1, number]}))


def test_the_largest_number_and_words_of_many_digits_are_kept():
    assert decode(recorded(dated(LARGEST))).phrase_start == LARGEST
    event = Noted(**ENVELOPE, subject="s", text="9" * 40)
    assert decode(recorded(event)) == event


def dated(number):
    return ArticleDated(**ENVELOPE, article="x", published="", basis="unknown", phrase_start=number)


def recorded_assertion():
    return EVENTS["assertion-recorded.1"](
        **ENVELOPE, id="i", handle="h", article="x", passage_start=0, passage_end=3,
        asserted="yes", asserted_start=0, asserted_end=3, method="m", pattern="p", confidence=1,
    )  # fmt: skip


def test_half_a_character_is_refused():
    with pytest.raises(BadInput, match="text that is not Unicode"):
        encode(Noted.model_construct(**ENVELOPE, subject="s", text="\ud800"))


def test_no_event_holds_a_float_or_anything_nested():
    allowed = {"string", "integer", "null", "array"}
    for kind in EVENTS.values():
        for name, shape in kind.model_json_schema()["properties"].items():
            for part in shape.get("anyOf", [shape]):
                assert part["type"] in allowed, (kind.NAME, name)
                assert part.get("items", {}).get("type", "string") in {"string", "integer"}


def test_what_replay_reads_is_the_stored_fields_alone():
    event = Noted(**ENVELOPE, subject="s", text="t")
    assert fields(recorded(event)) == ("noted.1", {**ENVELOPE, "subject": "s", "text": "t"})


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (b'{"at":', "position 1 is damaged"),
        (b"[1]", "position 1 is damaged: no JSON object"),
        (b"\xff", "position 1 is damaged"),
        (b'{"at":"x"}', "position 1 is damaged: by: Field required"),
        (b'{"nothing":1}', "position 1 is damaged"),
    ],
)
def test_a_damaged_state_is_told_with_its_position(state, says):
    event = Noted(**ENVELOPE, subject="s", text="t")
    with pytest.raises(StoreError, match=says):
        decode(recorded(event, state))


@pytest.mark.parametrize("name", ["os:system", "timeline.events:Noted", "noted.2", "noted", ""])
def test_a_name_that_is_not_in_the_table_is_refused(name):
    with pytest.raises(StoreError, match="which this version does not know"):
        decode(Recorded(1, "s", 1, name, b"{}"))


def test_an_older_event_goes_up_step_by_step():
    steps = {
        "read.1": ("read.2", lambda old: {**old, "lexicon": "en"}),
        "read.2": ("read.3", lambda old: {k: v for k, v in old.items() if k != "b"}),
    }
    assert upcast("read.1", {"a": 1, "b": 2}, steps) == ("read.3", {"a": 1, "lexicon": "en"})
    assert upcast("read.3", {"a": 1}, steps) == ("read.3", {"a": 1})
    old = Recorded(1, "s", 1, "read.1", b'{"a":1,"b":2}')
    assert fields(old, steps) == ("read.3", {"a": 1, "lexicon": "en"})


def test_a_list_that_two_events_leave_out_is_not_the_same_list():
    first, second = (decode(recorded(recorded_assertion())) for _ in range(2))
    assert first.own == [] == second.own
    assert first.own is not second.own


def test_a_reading_that_found_nothing_says_so():
    event = ArticleRead(
        **ENVELOPE, article="x", reader="rules", version="1", configuration="c",
        found=0, refused=[], findings=[],
    )  # fmt: skip
    assert b'"found":0' in encode(event)
    assert decode(recorded(event)) == event
