"""Names that mean nobody known here, the most frequent first, each with whom it may mean."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from timeline.actors import Directory, fold
from timeline.projection.standing import UNNAMED
from timeline.review.near import CLOSE


class Counted(Protocol):
    """A name that speaks or is spoken of: see `timeline.query.ActorStanding`."""

    @property
    def name(self) -> str: ...  # noqa: D102 - told there
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def by(self) -> int: ...  # noqa: D102
    @property
    def about(self) -> int: ...  # noqa: D102


class Unresolved(NamedTuple):
    """A name that nobody has placed."""

    name: str
    by: int
    about: int
    perhaps: tuple[str, ...]
    """Known actors whose names are like it, or stand in it; the nearest first."""


def unplaced(actors: Iterable[Counted], directory: Directory) -> list[Counted]:
    """The names without a kind or a side, the most frequent first."""
    open_ = [
        one
        for one in actors
        if one.kind == "unknown" and one.name not in UNNAMED and len(directory.sides(one.name)) < 2
    ]
    return sorted(open_, key=lambda one: (-one.by - one.about, one.name))


def unresolved(
    actors: Iterable[Counted], directory: Directory, limit: int | None = None
) -> list[Unresolved]:
    """The most frequent of them, each with proposals; nothing is decided."""
    return [
        Unresolved(one.name, one.by, one.about, tuple(proposals(one.name, directory)))
        for one in unplaced(actors, directory)[:limit]
    ]


def proposals(name: str, directory: Directory, limit: int = 3) -> Sequence[str]:
    """Known actors that a name may mean: those named in it, then those spelled like it."""
    from rapidfuzz.fuzz import ratio

    inside = [mention.actor for mention in directory.mentions(name)]
    spelled = {
        actor: max(ratio(fold(name), fold(text)) for text in (actor, *directory.aliases(actor)))
        for actor in directory.nearest(name, limit)
    }
    near = [actor for actor, likeness in spelled.items() if likeness >= CLOSE]
    return [one for one in dict.fromkeys([*inside, *near]) if one != name][:limit]
