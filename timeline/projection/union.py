"""What belongs together, told pair by pair: disjoint sets, joined as the pairs are told."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Union(Generic[T]):
    """Sets of things; one that was never joined to another is a set of its own."""

    def __init__(self) -> None:
        self._root: dict[T, T] = {}

    def of(self, one: T) -> T:
        """The one that stands for the set of this one.

        >>> sets = Union[str]()
        >>> sets.join("a", "b")
        >>> sets.join("b", "c")
        >>> {sets.of(one) for one in "abc"}, sets.of("d")
        ({'c'}, 'd')
        """
        root = self._root
        while (above := root.get(one, one)) != one:
            root[one] = root.get(above, above)
            one = above
        return one

    def join(self, one: T, other: T) -> None:
        """Let both be of one set, for which stands whatever stood for the other's."""
        self._root[self.of(one)] = self.of(other)
