"""What is made when somebody first looks into it: a sequence, a module."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, TypeVar, overload

T = TypeVar("T")


class Room:
    """A module of which most reads ask nothing, imported when one does."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        return getattr(import_module(self._name), name)


class Lazy(Sequence[T]):
    """What `make` gives, once it is asked for: most answers look into few."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[T, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        """What stands there."""
        return self._made[at]

    def __iter__(self) -> Iterator[T]:
        """One by one."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)
