"""What goes into the chronicle and what comes out: batches, article bytes, recorded events."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events import AnyEvent


class Recorded(NamedTuple):
    """An event as it is stored."""

    position: int
    """Its place in the chronicle: only grows, is never reused, may have gaps."""
    stream: str
    version: int
    """Its place in its stream, from 1."""
    name: str
    """`assertion-recorded.1`: kind and version of its shape."""
    state: bytes | None
    """Canonical JSON; None once it was erased."""


State = tuple[int, str, bytes]
"""Of an event that was not erased its position, its name and its state."""


class Batch(NamedTuple):
    """Events to append to one stream, if that is still at the version they were decided on."""

    stream: str
    expected: int
    """The version of the stream's last event; 0 for a stream that does not exist yet."""
    events: "Sequence[AnyEvent]"


class ArticleBytes(NamedTuple):
    """A source document as it was given, beside the salt that its commitment hides behind."""

    article: str
    content: bytes
    salt: bytes

    @classmethod
    def of(cls, article: str, content: bytes) -> "ArticleBytes":
        """Take an article's bytes, with a new random salt of 256 bits."""
        import secrets

        return cls(article, content, secrets.token_bytes(32))

    @property
    def commitment(self) -> str:
        """SHA-256 of salt and bytes, in hexadecimal: reveals nothing once both are erased."""
        from hashlib import sha256  # here, since who only reads does not need it

        return sha256(self.salt + self.content).hexdigest()
