"""The register: whom and what names mean, as one person at one store sees it now."""

import datetime as dt
from functools import cached_property

from timeline.actors import Directory
from timeline.add.adopt import adoption
from timeline.chronicle import Chronicle, Envelope, new_envelope, streams
from timeline.errors import NotFound
from timeline.query import Library
from timeline.query.uses import Uses
from timeline.review.actors.scene import Scene
from timeline.review.dossier import kept
from timeline.review.occasion import Occasion, the_occasion, written
from timeline.review.values import Plan


class Register:
    """Actors and occasions by their names, and who looks them up."""

    def __init__(self, chronicle: Chronicle, library: Library, by: str) -> None:
        """Sit down.

        Args:
            chronicle: the record, open.
            library: its views.
            by: who decides, see `who`.
        """
        self.chronicle, self.library, self.by = chronicle, library, by

    def stamp(self) -> Envelope:
        """The envelope of one decision."""
        return new_envelope(self.by)

    @cached_property
    def today(self) -> dt.date:
        """The day from which a person counts back."""
        return dt.datetime.now(dt.UTC).date()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names that are spoken here and mean somebody known, the most frequent first."""
        known = [one for one in self.library.actors() if one.kind != "unknown"]
        return tuple(name for one in known for name in (one.name, *one.aliases))

    def scene(self) -> Scene:
        """Who is who; also the shipped actors, which enter the record with the first write."""
        directory = self.directory  # first: it brings the views up to date
        return Scene.of(self.chronicle, directory, Uses(self.library.engine))

    def actor(self, word: str) -> str:
        """The canonical name that a word means.

        Raises:
            NotFound: it means nobody; with what was perhaps meant, and what to do if not.
        """
        if known := self.directory.find(word):
            return known
        try:
            return self.library.resolve_actor(word)
        except NotFound as nobody:
            raise NotFound(
                f"{nobody} If it is somebody else, define it first:"
                f' timeline actors define "{word}" --kind KIND'
            ) from None

    @property
    def directory(self) -> Directory:
        """Whom names mean, the shipped actors among them even before they are adopted."""
        batch = adoption(self.chronicle)
        directory = self.library.directory()
        return directory.after(batch.events[0]) if batch else directory

    def with_shipped(self, plan: Plan) -> Plan:
        """The same plan, and with the first write the shipped actors."""
        batch = adoption(self.chronicle) if plan.batches else None
        return plan._replace(batches=(*plan.batches, batch)) if batch else plan

    def occasion(self, word: str) -> Occasion:
        """The occasion that a word means. Raises: NotFound, BadUse, with what was perhaps meant."""
        one = the_occasion(word, self.library.occasions(), lambda: written(self.library))
        history = kept(self.chronicle.stream(streams.occasion(one.key)))
        return Occasion(one.key, one.name, one.said, one.assertions, history)
