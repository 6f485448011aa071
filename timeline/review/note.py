"""A note on an assertion, an article, an actor or an occasion."""

from typing import NamedTuple

from timeline import events as e
from timeline.chronicle import Batch, Envelope
from timeline.errors import BadUse
from timeline.review.dossier import Kept
from timeline.review.values import Plan, already


class Subject(NamedTuple):
    """What a note is on: its stream, and how it is told."""

    stream: str
    key: str
    """The id, the actor's name, or the occasion's key: what `Noted.subject` holds."""
    shown: str
    history: tuple[Kept, ...]

    @property
    def version(self) -> int:
        """Of the last event in its stream; 0 if it has none."""
        return self.history[-1].version if self.history else 0


def note(subject: Subject, text: str | None, stamp: Envelope) -> Plan:
    """A person notes something.

    Raises:
        BadUse: the note is empty.
    """
    words = (text or "").strip()
    if not words:
        raise BadUse("A note needs words: -m TEXT")
    last = subject.history[-1] if subject.history else None
    noted = last.event if last else None
    if last and isinstance(noted, e.Noted) and (noted.by, noted.text) == (stamp["by"], words):
        return already(subject.shown, f"{noted.by} noted it, #{last.position}")
    event = e.Noted(**stamp, subject=subject.key, text=words)
    batch = Batch(subject.stream, subject.version, [event])
    return Plan((batch,), f"noted on {subject.shown}", subject.shown)
