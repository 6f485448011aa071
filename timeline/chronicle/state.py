"""An event's state: canonical JSON, the same bytes for equal events on every machine.

Keys are sorted, text is UTF-8 and never normalised, integers lie within 2^53 so that every
reader of JSON reads them alike. A field at its declared default is left out: absent means the
default, which for a stored version never changes.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.json import Decoder, Encoder

from timeline.chronicle.upcasters import UPCASTERS, Fields, Upcaster, upcast
from timeline.chronicle.values import Recorded
from timeline.errors import BadInput, StoreError

if TYPE_CHECKING:
    from timeline.events import AnyEvent

LARGEST = 2**53 - 1
"""The largest integer that every reader of JSON keeps exactly (RFC 8259, section 6)."""


_to_json = Encoder().encode
_from_json = Decoder().decode
"""Loaded in a quarter of the time that pydantic's takes, which a reading command can do without."""

_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LONG = b"0" * 16


class _Layout(NamedTuple):
    """How the fields of one kind of event are taken apart."""

    names: tuple[str, ...]
    values: Callable[[dict[str, Any]], tuple[Any, ...]]
    defaults: tuple[Any, ...]


@cache
def _layout(kind: "type[AnyEvent]") -> _Layout:
    declared = kind.model_fields
    names = tuple(sorted(declared))
    return _Layout(names, itemgetter(*names), tuple(declared[name].default for name in names))


def encode(event: "AnyEvent") -> bytes:
    """Write an event's state.

    Raises:
        BadInput: a number beyond 2^53, or half a character (a lone surrogate).
    """
    names, values, defaults = _layout(type(event))
    held = {
        name: value
        for name, value, default in zip(names, values(event.__dict__), defaults, strict=True)
        if value is not default and value != default
    }
    try:
        state = _to_json(held)
    except UnicodeEncodeError as fault:
        raise BadInput(f"{event.NAME}: text that is not Unicode ({fault})") from fault
    if is_far(state, held.values()):
        raise BadInput(f"{event.NAME}: a number beyond 2^53, which not all readers of JSON keep")
    return state


def is_far(state: bytes, values: Iterable[object]) -> bool:
    """Whether a state has a number beyond 2^53, which not all readers of JSON keep.

    Args:
        state: as JSON. Such a number has 16 digits; so have few words, and only then each value
            is asked.
        values: of its fields.
    """
    return _LONG in state.translate(_DIGITS) and any(map(_is_far, values))


def _is_far(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_is_far, value))
    return isinstance(value, int) and abs(value) > LARGEST


def fields(
    recorded: Recorded, upcasters: Mapping[str, Upcaster] = UPCASTERS
) -> tuple[str, Fields] | None:
    """Read an event's newest name and its fields, unchecked: what replay lives on.

    Returns:
        The name and the fields, one that is absent has its default; None if it was erased.

    Raises:
        StoreError: no such event is known here, or its state is no JSON object.
    """
    if recorded.state is None:
        return None
    try:
        held = _from_json(recorded.state)
    except (ValueError, RecursionError) as fault:
        raise StoreError(f"the event at position {recorded.position} is damaged: {fault}") from None
    if not isinstance(held, dict):
        raise StoreError(f"the event at position {recorded.position} is damaged: no JSON object")
    if recorded.name in upcasters:
        return upcast(recorded.name, held, upcasters)
    return recorded.name, held


def decode(recorded: Recorded) -> "AnyEvent | None":
    """Read an event, upcast to its newest shape and checked.

    Returns:
        The event; None if its state was erased.

    Raises:
        StoreError: no such event is known here, or its state is damaged.
    """
    from pydantic import ValidationError

    from timeline.events import EVENTS

    read = fields(recorded)
    if read is None:
        return None
    name, held = read
    kind = EVENTS.get(name)
    if kind is None:
        raise StoreError(
            f"the event at position {recorded.position} is a {name!r}, which this version does"
            " not know; nothing was loaded for it"
        )
    try:
        return kind.model_validate(held)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise StoreError(
            f"the event at position {recorded.position} is damaged: {where}: {first['msg']}"
        ) from None
