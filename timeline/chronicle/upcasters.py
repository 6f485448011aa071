"""How events of an older shape become the newest: one pure function a change of shape.

History is never rewritten: an event is upcast when it is read. A change of shape raises the
version in the event's `NAME`, adds an upcaster under the old name here, the format of the store
that first holds the new name in `timeline.chronicle.schema.FORMATS`, and a stored sample in
`tests/samples`; those of the older versions stay for ever.
"""

from collections.abc import Callable, Mapping
from typing import Any

Fields = dict[str, Any]
"""An event's fields as stored; one that is absent has its default."""
Upcaster = tuple[str, Callable[[Fields], Fields]]
"""The name of the next version, and how its fields come from those of this one."""


def _article_read(fields: Fields) -> Fields:
    """A reading that did not say what it missed."""
    return {**fields, "missed": []}


def _assertion_dated(fields: Fields) -> Fields:
    """A date that could only be that of its being asserted."""
    rest = {name: value for name, value in fields.items() if name != "said"}
    return {**rest, "clock": "said", "date": fields["said"]}


UPCASTERS: Mapping[str, Upcaster] = {
    "article-read.1": ("article-read.2", _article_read),
    "assertion-dated.1": ("assertion-dated.2", _assertion_dated),
}
"""By the stored name that is no longer written."""


def upcast(
    name: str, fields: Fields, upcasters: Mapping[str, Upcaster] = UPCASTERS
) -> tuple[str, Fields]:
    """Bring an event to its newest shape, step by step; the same if it has it already."""
    while step := upcasters.get(name):
        name, change = step
        fields = change(fields)
    return name, fields
