"""The shipped actors enter the record, once, with the first write of a package that has newer."""

from collections.abc import Iterable

from timeline.actors import GazetteerVersion, shipped
from timeline.chronicle import Batch, Chronicle, Recorded, fields, new_envelope, streams
from timeline.events import GazetteerAdopted

BY = "timeline"
"""No person and no reader adopts them: the package does."""


def adoption(chronicle: Chronicle, gazetteer: GazetteerVersion | None = None) -> Batch | None:
    """Prepare the adoption of the shipped gazetteer, to go with the first write.

    Args:
        chronicle: where it may be adopted already.
        gazetteer: another than the shipped one.

    Returns:
        The batch to append with whatever is written; None where the record has it, or a newer.
    """
    ours = gazetteer or shipped()
    stored = chronicle.stream(streams.STORE)
    if newest(stored) >= number(ours.version):
        return None
    event = GazetteerAdopted(
        **new_envelope(BY), version=ours.version, sha256=ours.sha256, entries=list(ours.entries)
    )
    return Batch(streams.STORE, len(stored), [event])


def newest(stored: Iterable[Recorded]) -> tuple[int, ...]:
    """The newest version that is adopted among the events of the store; empty if none is."""
    return max(map(adopted, stored), default=())


def adopted(recorded: Recorded) -> tuple[int, ...]:
    """The version of the gazetteer that an event adopts; empty if it adopts none, or was erased."""
    read = fields(recorded) if recorded.name.startswith("gazetteer-adopted.") else None
    return number(read[1]["version"]) if read else ()


def number(version: str) -> tuple[int, ...]:
    """A version as it is compared: 10 after 9.

    >>> number("10") > number("9.1")
    True
    """
    return tuple(int(part) for part in version.split(".") if part.isdigit())
