"""The chronicle: the append-only store of events; the only room that knows `eventsourcing`."""

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.envelope import Envelope, new_envelope
from timeline.chronicle.glance import Glance, glance
from timeline.chronicle.state import decode, encode, fields
from timeline.chronicle.values import ArticleBytes, Batch, Recorded, State

__all__ = [
    "ArticleBytes", "Batch", "Chronicle", "Envelope", "Glance", "Recorded", "State",
    "decode", "encode", "fields", "glance", "new_envelope",
]  # fmt: skip
