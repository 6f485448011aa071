"""The library's application, factory and mapper, deaf to the environment of the shell."""

from typing import TYPE_CHECKING, Any, NamedTuple

from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory, Mapper, StoredEvent
from eventsourcing.sqlite import SQLiteFactory
from eventsourcing.utils import Environment, EnvType

from timeline.chronicle.address import Address
from timeline.chronicle.connection import PinnedDatastore
from timeline.chronicle.recorder import LeanRecorder
from timeline.chronicle.state import decode, encode
from timeline.chronicle.values import Recorded

if TYPE_CHECKING:
    from timeline.events import AnyEvent


class Placed(NamedTuple):
    """An event with its place in a stream: what the library calls a domain event."""

    originator_id: str
    originator_version: int
    event: "AnyEvent | None"
    """None once it was erased."""


class PlainMapper(Mapper[str]):
    """Events straight to and from their canonical JSON.

    No transcoder, which would turn words of a user into objects; no compressor or cipher, which
    an environment variable could name; no class that a stored name could name.
    """

    def to_stored_event(self, domain_event: Any) -> StoredEvent:  # noqa: ANN401 — the library's protocol has a datum that ours do without
        """Write one event for the store."""
        stream, version, event = domain_event
        return StoredEvent(stream, version, event.NAME, encode(event))

    def to_domain_event(self, stored_event: StoredEvent) -> Any:  # noqa: ANN401
        """Read one event from the store."""
        stream, version = str(stored_event.originator_id), stored_event.originator_version
        recorded = Recorded(0, stream, version, stored_event.topic, stored_event.state)
        return Placed(stream, version, decode(recorded))


class PinnedFactory(SQLiteFactory):
    """Makes the recorder on our own datastore."""

    def __init__(self, env: Environment, address: Address) -> None:
        super().__init__(env)
        self.pinned = self.datastore = PinnedDatastore(address)

    def application_recorder(self) -> LeanRecorder:
        """Make the recorder; tables are made once, by `Chronicle.create`."""
        return LeanRecorder(self.pinned)


class Library(Application[str]):
    """The library's application: keep a reference to it, for it closes its pool when it goes."""

    name = "timeline"
    recorder: LeanRecorder

    def __init__(self, address: Address) -> None:
        self.address = address
        super().__init__()

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Give the library its settings, all of them; those of the shell are not heard."""
        return Environment(name, {"SQLITE_DBNAME": self.address.uri, **(env or {})})

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """Make our factory, whatever PERSISTENCE_MODULE says."""
        return PinnedFactory(env, self.address)

    def construct_mapper(self) -> Mapper[str]:
        """Make our mapper, whatever MAPPER_TOPIC, COMPRESSOR_TOPIC and CIPHER_TOPIC say."""
        return PlainMapper(self.construct_transcoder())
