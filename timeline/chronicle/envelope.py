"""The envelope of an event: when it was recorded, by whom, and a random number."""

from datetime import UTC, datetime
from typing import TypedDict


class Envelope(TypedDict):
    """Fields that every event has: `SomeEvent(**new_envelope("Ada"), …)`."""

    at: str
    by: str
    nonce: str


def new_envelope(by: str) -> Envelope:
    """Make the envelope of one new event.

    The standard library gives the instant: `pendulum` takes 48 ms to import.

    Args:
        by: who, or which reader.

    Returns:
        The UTC instant in RFC 3339 with microseconds, `by`, and 128 random bits in hexadecimal:
        a hash of the event reveals nothing of its words once they are erased.
    """
    import secrets  # here, since whoever reads makes no event

    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return {"at": at, "by": by, "nonce": secrets.token_hex(16)}
