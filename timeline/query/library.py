"""The library: the one object that the doors ask, over a chronicle and its views."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.projection import Standing
from timeline.query import answering, naming, refreshing, shelf, times
from timeline.query.lazy import Room
from timeline.query.occasions import Occasions
from timeline.query.opened import Opened
from timeline.query.values import (
    ActorStanding,
    Answer,
    ArticleStanding,
    Changed,
    Decided,
    Difference,
    Filters,
    OccasionStanding,
    ProjectionState,
)  # fmt: skip

if TYPE_CHECKING:
    from timeline.actors import Directory
    from timeline.query import assertions, changing, keeping
else:
    assertions = Room("timeline.query.assertions")
    changing = Room("timeline.query.changing")
    keeping = Room("timeline.query.keeping")

T = TypeVar("T")
ALL = Filters()
AsOf = str | int | None


class Library(Opened):
    """Answers from views that lie beside the record and are brought up to date when asked.

    Every method raises NotFound for what is not there, with what was perhaps meant. An `as_of`
    is a position (an int, or `#11`), an instant, or a day; see `timeline.query.times`.
    """

    def ask(self, view: str, filters: Filters = ALL, words: tuple[str, ...] = ()) -> Answer:
        """Ask a projection's view; `words` are the positional ones of its command, as typed."""
        name = naming.view(self.catalogue, view)
        said = []
        if not self.file.writable and not refreshing.holds(self.engine, name, filters):
            lacks = f"{self.file.path.name} cannot be written, and does not hold what is asked."
            said.append(self.in_memory(lacks))
        answer = self.safely(lambda: answering.answer(self.engine, name, filters, words))
        return answer._replace(warnings=(*said, *answer.warnings))

    def standing(self, word: str, as_of: AsOf = None) -> Standing:
        """An assertion as it stands, by id, handle (`8229@4063`, `003@923`) or unique prefix.

        Its date is joined with its occasion's where it moves with one.
        """
        position = self.position(as_of)
        return self.safely(lambda: assertions.read(self.engine, word, position))

    def recorded(self, word: str, as_of: AsOf = None) -> dict[str, Any]:
        """The whole record of it as it stands: the last recorded or corrected event, all spans."""
        position = self.position(as_of)
        return self.safely(
            lambda: assertions.recorded(
                self.engine, assertions.find(self.engine, word, position), position
            )
        )

    def history(self, word: str, as_of: AsOf = None) -> list[Decided]:
        """All that happened to an assertion, oldest first: (position, name, event)."""
        upto = self.position(as_of)
        found = self.safely(
            lambda: assertions.history(self.engine, assertions.find(self.engine, word, upto))
        )
        return [one for one in found if one.position <= upto]

    def event(self, position: int) -> Decided | None:
        """The event at a position; None if there is none, or it was erased."""
        return assertions.decided(self.engine, position)

    def articles(self, as_of: AsOf = None) -> list[ArticleStanding]:
        """All articles, in the order in which they were added."""
        return self._then(as_of, lambda upto: shelf.articles(self.engine, upto))

    def article(self, word: str, as_of: AsOf = None) -> ArticleStanding:
        """One article by id, short name, start of its SHA-256, or file name."""
        return self._then(as_of, lambda upto: shelf.article(self.engine, word, upto))

    def count(self, as_of: AsOf = None) -> int:
        """How many assertions are recorded, whether a reader found them or a person."""
        return self._then(as_of, lambda upto: shelf.count(self.engine, upto))

    def history_of(self, subject: str, as_of: AsOf = None) -> list[Decided]:
        """All that happened to an article, an occasion or an actor, oldest first.

        Args:
            subject: the article's id, the occasion's key, the actor's canonical name.
            as_of: up to when.
        """
        upto = self.position(as_of)
        places = self.safely(lambda: self.engine.ledger.about(subject))
        return [one for place in places if place <= upto and (one := self.event(place))]

    def actors(self, as_of: AsOf = None) -> list[ActorStanding]:
        """All that speak or are spoken of, the most frequent first."""
        return self._then(as_of, lambda upto: shelf.actors(self.engine, upto))

    def directory(self, as_of: AsOf = None) -> "Directory":
        """Whom names mean."""
        return self._then(as_of, lambda upto: naming.directory(self.engine, upto))

    def resolve_actor(self, word: str) -> str:
        """The canonical name that a word means. Raises: NotFound, with what was perhaps meant."""
        return self._up_to_date(lambda: naming.canonical(self.engine, word))

    def occasions(self, as_of: AsOf = None) -> list[OccasionStanding]:
        """All occasions that have a name, with their dates."""
        return self._then(
            as_of, lambda upto: shelf.occasions(self.engine, self._occasions(upto), upto)
        )

    def doubt(self, as_of: AsOf) -> str:
        """What whoever asks as of a moment outside the record should know; mostly nothing."""
        position, head = self.position(as_of), self.engine.head()
        return "" if as_of is None else times.doubt(self.engine, as_of, position, head)

    def position(self, as_of: AsOf = None) -> int:
        """The position that an as-of means; None is as far as the views know the chronicle."""
        refreshing.catch_up(self.engine)
        known = self.engine.ledger.checkpoint()[0]
        return known if as_of is None else times.position_of(self.engine, as_of, known)

    def changes(self, since: str | int, until: AsOf = None) -> Changed:
        """What was learnt, corrected, withdrawn after `since`, up to `until`."""
        refreshing.catch_up(self.engine, *self.catalogue.projections)
        names = self.catalogue.projections
        renewed = self.safely(lambda: [refreshing.renew(self.engine, name) for name in names])
        first, last = self.position(since), self.position(until)
        found = self.safely(lambda: changing.changes(self.engine, first, last))
        head = self.engine.head()
        doubts = [
            times.doubt(self.engine, one, position, head)
            for one, position in ((since, first), (until, last))
            if one is not None and not times.is_position(one)
        ]
        return found._replace(warnings=(*filter(None, (*renewed, *doubts)), *found.warnings))

    def projections(self) -> list[ProjectionState]:
        """All projections installed, and those that cannot be loaded, named with their error."""
        head = self.engine.head()
        return self.safely(lambda: keeping.states(self.engine, self.catalogue, head))

    def replay(self, *names: str, stale: bool = False) -> list[ProjectionState]:
        """Build views again beside the live ones and switch to them; all if none is named.

        Args:
            names: of projections.
            stale: only those that other code made, or that failed.

        Returns:
            Their states; `error` says how a replay failed, and then nothing was switched.

        Raises:
            Conflict: another process is replaying the same view.
        """
        wanted = tuple(naming.view(self.catalogue, name) for name in names)
        wanted = wanted or tuple(sorted(self.catalogue.projections))
        if stale:
            wanted = keeping.stale(self.engine, wanted)
        failed = self.safely(lambda: keeping.replay(self.engine, wanted)) if wanted else {}
        head = self.engine.head()
        states = [keeping.state(self.engine, name, head) for name in wanted]
        return [one._replace(error=failed.get(one.name, one.error)) for one in states]

    def catch_up(self, *names: str) -> None:
        """Bring views up to date, however long it takes; all that exist if none is named."""
        wanted = names or tuple(n for n in self.catalogue.projections if self.engine.kept(n))
        self.safely(lambda: self.engine.catch_up(*wanted, anyway=True))

    def diff(self, name: str) -> Iterator[Difference]:
        """What a replay of this view would change, before anything is switched."""
        found = keeping.diff(self.engine, naming.view(self.catalogue, name))
        return answering.guarded(self.engine, found)

    def switch(self, name: str, *, back: bool = False) -> ProjectionState:
        """Make a finished replay the live view, or with `back` the one before it."""
        view = naming.view(self.catalogue, name)
        self.safely(lambda: keeping.switch(self.engine, view, back=back))
        return keeping.state(self.engine, view, self.engine.head())

    def _occasions(self, as_of: int | None) -> Occasions:
        return Occasions(self.engine.shelves.dates(as_of=as_of))

    def _then(self, as_of: AsOf, work: Callable[[int | None], T]) -> T:
        """Work as of a position, once the views know the record; None for all of it."""
        if as_of is None:
            return self._up_to_date(lambda: work(None))
        position = self.position(as_of)
        return self.safely(lambda: work(position))

    def _up_to_date(self, work: Callable[[], T]) -> T:
        return self.safely(lambda: (refreshing.catch_up(self.engine), work())[1])
