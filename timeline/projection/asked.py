"""What a reader of a view asked for, and what the store says of the articles behind the answer."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, overload


class Articles(Sequence[tuple[str, str, str]]):
    """Of each article in the store: id, short name, publication date as EDTF.

    A store holds many more than an answer names, so it answers `names` and `published` without
    listing them all.
    """

    def __init__(self, listed: Iterable[tuple[str, str, str]] = ()) -> None:
        self._listed = tuple(listed)

    @overload
    def __getitem__(self, at: int) -> tuple[str, str, str]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, str, str]]: ...
    def __getitem__(self, at: int | slice) -> object:
        """Of one article, or of several, in the order in which they came."""
        return self._listed[at]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._listed)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Short names by id."""
        return {id_: short for id_, short, _ in self}

    @cached_property
    def published(self) -> Mapping[str, int]:
        """How many appeared when, by EDTF; `unknown` is a date as well."""
        return Counter(published or "unknown" for _, _, published in self)


class Asked(NamedTuple):
    """What a reader of a view asked for: the positional words of its command, and the store."""

    words: tuple[str, ...] = ()
    """Actors, already resolved to canonical names, or search words."""
    points: bool = False
    """Open statements into their single assertions."""
    everything: bool = False
    """Also headlines, the articles' own voice, and acts merely done."""
    articles: Sequence[tuple[str, str, str]] = ()
    """Of each article in the store: id, short name, publication date as EDTF."""
    occasions: Sequence[tuple[str, str]] = ()
    """Of each occasion: key and name to show."""
    text: Callable[[str], str] = lambda _: ""
    """The stored text of an article by its id, for what stands around an assertion; empty where
    it was erased."""

    @property
    def names(self) -> Mapping[str, str]:
        """Short names of articles by their ids."""
        return self._held.names

    @property
    def published(self) -> Mapping[str, int]:
        """How many articles appeared when, by EDTF; `unknown` is a date as well."""
        return self._held.published

    @property
    def _held(self) -> Articles:
        return self.articles if isinstance(self.articles, Articles) else Articles(self.articles)
