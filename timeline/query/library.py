"""The library: the one object that the doors ask, over a chronicle and its views."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from timeline.actors import Directory
from timeline.chronicle import Chronicle
from timeline.projection import Standing
from timeline.query.values import (
    ActorStanding,
    Answer,
    ArticleStanding,
    Changed,
    Decided,
    Difference,
    Filters,
    Found,
    OccasionStanding,
    ProjectionState,
)  # fmt: skip

Progress = Callable[[str, int, int], None]
"""Called with the view's name, events done, events in all."""


ALL = Filters()


class Library:
    """Answers from views that lie beside the record and are brought up to date when asked.

    Every method raises NotFound for what is not there, with what was perhaps meant.
    """

    def __init__(
        self, chronicle: Chronicle, views: Path, *, progress: Progress | None = None
    ) -> None:
        """Take an open chronicle; `views` is made where it is missing.

        Args:
            chronicle: the record, open.
            views: the file of the views, `timeline.views.db` beside the store.
            progress: told of work that takes its time.
        """
        raise NotImplementedError

    warnings: list[str]
    """Sentences to be said once: the views were rebuilt, a projection could not be loaded."""

    def close(self) -> None:
        """Let go of the file of the views."""
        raise NotImplementedError

    def ask(self, view: str, filters: Filters = ALL, words: tuple[str, ...] = ()) -> Answer:
        """Ask a projection's view; `words` are the positional ones of its command, as typed."""
        raise NotImplementedError

    def standing(self, word: str, as_of: str | int | None = None) -> Standing:
        """An assertion as it stands, by id, handle (`8229@4063`, `003@922`) or unique prefix.

        Raises: NotFound; for an ambiguous prefix its message lists the candidates.
        """
        raise NotImplementedError

    def recorded(self, word: str) -> dict[str, Any]:
        """The whole record of it as it stands: the last recorded or corrected event, all spans."""
        raise NotImplementedError

    def found(self, filters: Filters = ALL) -> Iterator[Found]:
        """All assertions that pass, by position, each with its whole record; in flat memory.

        `Found.standing.said` is as read: joined with its occasion's date where it moves with one.
        """
        raise NotImplementedError

    def history(self, word: str) -> list[Decided]:
        """All that happened to an assertion, oldest first: (position, name, event)."""
        raise NotImplementedError

    def articles(self) -> list[ArticleStanding]:
        """All articles, in the order in which they were added."""
        raise NotImplementedError

    def article(self, word: str) -> ArticleStanding:
        """One article by id, short name, start of its SHA-256, or file name."""
        raise NotImplementedError

    def actors(self) -> list[ActorStanding]:
        """All that speak or are spoken of, the most frequent first."""
        raise NotImplementedError

    def directory(self) -> Directory:
        """Whom names mean, as of now."""
        raise NotImplementedError

    def resolve_actor(self, word: str) -> str:
        """The canonical name that a word means. Raises: NotFound, with what was perhaps meant."""
        raise NotImplementedError

    def occasions(self) -> list[OccasionStanding]:
        """All occasions that have a name, with their dates."""
        raise NotImplementedError

    def projections(self) -> list[ProjectionState]:
        """All projections installed, and those that cannot be loaded, named with their error."""
        raise NotImplementedError

    def position(self, as_of: str | int | None) -> int:
        """The position that an as-of means; None is the head of the chronicle."""
        raise NotImplementedError

    def changes(self, since: str | int, until: str | int | None = None) -> Changed:
        """What was learnt, corrected, withdrawn after `since`, up to `until`."""
        raise NotImplementedError

    def replay(self, *names: str) -> list[ProjectionState]:
        """Build views again beside the live ones and switch to them; all of them if none is named.

        Raises: Conflict where another process is replaying the same view.
        """
        raise NotImplementedError

    def diff(self, name: str) -> Iterator[Difference]:
        """What a replay of this view would change, before anything is switched."""
        raise NotImplementedError

    def switch(self, name: str, *, back: bool = False) -> ProjectionState:
        """Make a finished replay the live view, or with `back` the one before it."""
        raise NotImplementedError
