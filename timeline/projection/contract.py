"""What a projection is, what it is given, and what it keeps.

The engine folds events into changes: how one assertion stood and stands, with actors, sides,
dates and status already resolved. So no projection handles aliases, corrections, re-dating or
retractions, and none can forget to. State lives in the view, never in the projection.
"""

from collections.abc import Iterable, MutableMapping
from typing import ClassVar, Generic, NamedTuple, TypeVar

from timeline.projection.asked import Asked
from timeline.projection.entry import Entry
from timeline.projection.plain import plain
from timeline.projection.sheet import Arrangement
from timeline.projection.standing import Standing


class Change(NamedTuple):
    """One assertion as it stood and as it stands; None: it was not, or it is no more."""

    id: str
    before: Standing | None
    after: Standing | None
    because: int
    """The position of the event behind it."""


E = TypeVar("E", bound=Entry)
View = MutableMapping[str, E]
"""The entries of one projection by assertion id: a dict in a test, rows in service."""


class Projection(Generic[E]):
    """A question asked of the record; its docstring is the help text of its command."""

    name: ClassVar[str]
    version: ClassVar[int]
    entry: type[Entry]
    takes: ClassVar[tuple[str, ...]] = ()
    """Names of the positional words of its command.

    Some are understood by the store, which then reads only what answers them: `WHO` (entries by
    this actor), `ABOUT` (entries about it), `ACTOR` (either), `TEXT` (search words). Any other
    is left to `select`.
    """
    withdrawn: ClassVar[bool] = False
    """Whether its command also shows, marked, what people rejected or retracted."""

    def apply(self, change: Change, view: View[E]) -> None:
        """Bring the view up to date with one change; the same twice is the same once."""
        raise NotImplementedError

    def select(self, entry: E, asked: Asked) -> bool:
        """Whether an entry answers what was asked; all do unless a projection says otherwise."""
        del entry, asked
        return True

    def arrange(self, entries: Iterable[E], asked: Asked) -> Arrangement:
        """Group, pair and count entries, when they are read; pure.

        Where it may show thousands of statements, it gives each as `Deferred`.

        Args:
            entries: those selected, sorted by (place, earliest, latest, position).
            asked: what the reader asked for.
        """
        return plain(entries, asked)
