"""What a decision on a name is taken on: the directory, and the stream of that name.

A decision stands in the stream of the name whose meaning it changes, however it is spelled: of
two people who say at once what "CCP" means, the second is told what the first said.
"""

from collections.abc import Callable
from typing import NamedTuple

from timeline import events as e
from timeline.actors import Directory, key
from timeline.chronicle import Batch, Chronicle
from timeline.chronicle.streams import actor as actor_stream
from timeline.errors import BadUse
from timeline.query.uses import Uses
from timeline.review.dossier import Kept, kept
from timeline.review.taking import same
from timeline.review.telling import deed
from timeline.review.values import Plan, already


def stream_of(name: str) -> str:
    """The stream of a name; the same for every spelling of it."""
    return actor_stream(key(name))


class Scene(NamedTuple):
    """Who is who, and what was decided on each name so far."""

    directory: Directory
    look: Callable[[str], tuple[Kept, ...]]
    """Gives the events of the stream of a name."""
    uses: Uses | None = None
    """By which names articles introduce whom; None where no articles are."""

    @classmethod
    def of(cls, chronicle: Chronicle, directory: Directory, uses: Uses | None = None) -> "Scene":
        """The scene of a store."""
        return cls(directory, lambda name: kept(chronicle.stream(stream_of(name))), uses)

    def version(self, name: str) -> int:
        """The version of a name's stream."""
        history = self.look(name)
        return history[-1].version if history else 0

    def batch(self, name: str, *events: e.AnyEvent) -> Batch:
        """A batch for the stream of a name; without events it only holds it to its version."""
        return Batch(stream_of(name), self.version(name), events)

    def plan(self, name: str, event: e.AnyEvent, says: str, *more: str) -> Plan:
        """One event on one name."""
        return Plan((self.batch(name, event),), says, name, more)

    def so_already(self, name: str, event: e.AnyEvent, says: str) -> Plan:
        """What is so already: by this very decision, or by another, or from the beginning.

        Raises:
            BadUse: not by this decision of this person.
        """
        for one in reversed(self.look(name)):
            if one.event is not None and same(one.event, event):
                return already(name, f"{one.event.by} {deed(one.event)}, #{one.position}")
        raise BadUse(f"That changes nothing: {says}")
