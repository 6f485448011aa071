"""The shipped actors enter the record, once, with the first write of a package that has newer."""

from timeline.actors import GazetteerVersion, shipped
from timeline.chronicle import Batch, Chronicle, fields, new_envelope, streams
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
    for recorded in reversed(stored):
        read = fields(recorded)
        if read and recorded.name.startswith("gazetteer-adopted."):
            if _number(read[1]["version"]) >= _number(ours.version):
                return None
            break
    event = GazetteerAdopted(
        **new_envelope(BY), version=ours.version, sha256=ours.sha256, entries=list(ours.entries)
    )
    return Batch(streams.STORE, len(stored), [event])


def _number(version: str) -> tuple[int, ...]:
    """A version as it is compared: 10 after 9.

    >>> _number("10") > _number("9.1")
    True
    """
    return tuple(int(part) for part in version.split(".") if part.isdigit())
