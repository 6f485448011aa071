"""Events taken apart for a replay."""

from collections.abc import Sequence
from typing import Any, cast

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields as fields_of

from timeline.chronicle import Recorded, encode
from timeline.errors import StoreError
from timeline.events import AssertionRecorded
from timeline.replay.reads import Whole, take_apart
from timeline.replay.records import CHUNK, KEPT, Records


def _recorded(state: bytes | None, name: str = AssertionRecorded.NAME) -> Recorded:
    return Recorded(7, "article-1", 1, name, state)


def _event(**more: Any) -> AssertionRecorded:
    return AssertionRecorded(
        at="2024-01-01T00:00:00.000000Z", by="rules", nonce="0" * 32,
        id="i", handle="a@0", article="x", passage_start=0, passage_end=9,
        asserted="words", asserted_start=0, asserted_end=5, method="rules/1", pattern="verb",
        confidence=80, **more,
    )  # fmt: skip


@pytest.mark.parametrize("field", fields_of(Whole), ids=lambda field: field.name)
def test_what_a_replay_reads_of_an_assertion_has_the_defaults_of_its_event(field: Any) -> None:
    declared = AssertionRecorded.model_fields[field.name]
    if declared.is_required():
        assert field.default is NODEFAULT
    else:
        assert field.default == _held(declared.default)


def test_an_assertion_is_read_as_it_was_stored() -> None:
    event = _event(speaker="Wang", targets_name=["NATO"], own=[0, 5], said_days=[1, 2], sign=-1)
    (read,) = take_apart([_recorded(encode(event))])
    assert read.whole is not None
    held = {name: getattr(read.whole, name) for name in Whole.__struct_fields__}
    told = event.model_dump(include=set(held))
    assert held == {name: _held(value) for name, value in told.items()}
    assert (read.position, read.kind, read.at) == (7, "assertion-recorded", event.at)


def _held(value: Any) -> Any:
    """As it is kept: lists as tuples, text that is not there as empty."""
    return tuple(value) if isinstance(value, list) else "" if value is None else value


def test_a_null_is_a_field_that_is_absent() -> None:
    state = encode(_event(speaker="Wang"))
    told = state.replace(b"{", b'{"answers":null,"occasion":null,"targets_name":null,', 1)
    spelt_out, left_out = take_apart([_recorded(told), _recorded(state)])
    assert spelt_out.whole == left_out.whole


def test_an_erased_event_is_passed_over() -> None:
    assert take_apart([_recorded(None)]) == []


@pytest.mark.parametrize(
    "state", [b"", b"[]", b"{}", b'{"id": 1}', b'{"id": "\xff"}', b'{"id": null}']
)
def test_a_damaged_event_is_named_by_its_position(state: bytes) -> None:
    with pytest.raises(StoreError, match="the event at position 7 is damaged"):
        take_apart([_recorded(state)])


def test_what_was_read_ahead_outlives_a_single_one_that_was_not() -> None:
    """One record that a page had not told of threw all of the page away, and each came alone."""
    asked: list[int] = []

    class Chronicle:
        def these(self, positions: Sequence[int]) -> list[Recorded]:
            asked.append(len(positions))
            return [Recorded(at, "reading:1", at, "noted.1", b"{}") for at in positions]

    records = Records(cast("Any", Chronicle()))
    for start in range(1, 6 * CHUNK, CHUNK):
        records.ahead(range(start, start + CHUNK))
        records(10_000 + start)
        assert all(records(at) is not None for at in range(start, start + CHUNK))
    assert asked == [CHUNK, 1] * 6
    assert len(records._kept) <= KEPT + CHUNK + 1
