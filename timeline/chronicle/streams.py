"""The names of streams: which events form one sequence, in which two writers may collide."""

from uuid import UUID, uuid5

READINGS = UUID("0b3f6a52-7c1d-5e8e-9a41-52d7c3b6e9f4")
"""The namespace of readings: what was read, by whom, in which version, set to what."""
NAMES = UUID("c9a4d1f7-3b60-5f2b-8d17-6e0f5a9b2c83")
"""The namespace of what people name: such names are of any length and in any script."""

STORE = "store"
"""What happens to the store itself: gazetteers adopted, chronicles imported."""


def article(article: str) -> str:
    """An article, by its id: admitted, described, dated."""
    return f"article:{article}"


def readings(article: str) -> str:
    """How the names of all readings of an article begin."""
    return f"reading:{article}:"


def reading(article: str, reader: str, version: str, configuration: str) -> str:
    """One reading of one article; reading it again the same way finds it there."""
    key = f"{reader}\x1f{version}\x1f{configuration}"
    # Twelve digits: an article has a handful of readings, and the name stands in every event.
    return f"{readings(article)}{uuid5(READINGS, key).hex[:12]}"


def dossier(assertion: str) -> str:
    """What people decided on one assertion, by its id."""
    return f"dossier:{assertion}"


def actor(key: str) -> str:
    """What a name means, by its key, which is the same however it is spelled.

    See `timeline.actors.key`.
    """
    return f"actor:{uuid5(NAMES, key)}"


def occasion(key: str) -> str:
    """An occasion, by its key."""
    return f"occasion:{uuid5(NAMES, key)}"


def subject(stream: str) -> str:
    """What a stream is about, to be shown: the id without its kind.

    >>> subject("dossier:6f0d3c1e-0a52-5d0b-9d2c-3a4c8f6f7b10")
    '6f0d3c1e-0a52-5d0b-9d2c-3a4c8f6f7b10'
    """
    return stream.partition(":")[2] or stream
