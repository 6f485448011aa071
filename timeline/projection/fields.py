"""Which types the fields of an entry may have, and whether values are of them."""

from collections.abc import Mapping
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

PLAIN = (str, int, bool, NoneType)
ALLOWED = "a str, int or bool, one of these or None, a Literal, or a tuple[…] of them"


class Kind(NamedTuple):
    """What a field may hold."""

    types: tuple[type, ...]
    of: tuple[type, ...] = ()
    """Of the values in it, where it is a tuple."""


@cache
def hints(entry: type) -> dict[str, Any]:
    """The types of an entry's fields, in their order. Raises: NameError, where one is unknown."""
    found = get_type_hints(entry)
    return {name: found[name] for name in entry._fields}  # type: ignore[attr-defined]


def kind(hint: Any) -> Kind | None:  # noqa: ANN401 - a type, or what stands for one
    """What a type allows; None where an entry cannot have a field of it.

    >>> kind(str | None)
    Kind(types=(<class 'str'>, <class 'NoneType'>), of=())
    >>> kind(tuple[int, ...])
    Kind(types=(<class 'tuple'>,), of=(<class 'int'>,))
    >>> kind(float), kind(tuple[tuple[str, ...], ...]), kind(tuple)
    (None, None, None)
    """
    if isinstance(hint, GenericAlias) and get_origin(hint) is tuple:
        parts = [_plain(one) for one in get_args(hint) if one is not ...]
        of = tuple(one for part in parts for one in part)
        return Kind((tuple,), of) if parts and all(parts) else None
    types = _plain(hint)
    return Kind(types) if types else None


def refused(entry: type, base: type) -> str:
    """Why entries of this type cannot be kept, as a sentence; empty if they can.

    Args:
        entry: the type.
        base: the one on whose fields the engine counts.
    """
    try:
        found = hints(entry)
    except Exception as fault:  # noqa: BLE001 - an annotation is a stranger's code
        return f"the fields of {entry.__name__} cannot be read: {fault}"
    for name, hint in found.items():
        if kind(hint) is None:
            return f"{entry.__name__}.{name} is {_told(hint)}: {ALLOWED} is needed"
    for name, hint in hints(base).items():
        if found[name] != hint:
            told = _told(found[name])
            return f"{entry.__name__}.{name} is {told}, but every entry's is {_told(hint)}"
    return ""


def fit(entry: type, given: Mapping[str, Any]) -> None:
    """Look whether values are of the types of the fields that they are for. Raises: TypeError."""
    for name, value in given.items():
        allowed = _kinds(entry)[name]
        if allowed is not None and not _holds(allowed, value):
            odd = _told(type(value))
            raise TypeError(
                f"{entry.__name__}.{name} is {_told(hints(entry)[name])}, not {odd}: {value!r}"
            )


@cache
def _kinds(entry: type) -> dict[str, Kind | None]:
    return {name: kind(hint) for name, hint in hints(entry).items()}


def _holds(allowed: Kind, value: object) -> bool:
    if not isinstance(value, allowed.types):
        return False
    return not isinstance(value, tuple) or all(isinstance(one, allowed.of) for one in value)


def _plain(hint: Any) -> tuple[type, ...]:  # noqa: ANN401 - as above
    """The types that a value may have; none where one of them is not allowed."""
    origin = get_origin(hint)
    if origin is Literal:
        return tuple(dict.fromkeys(type(one) for one in get_args(hint)))
    if origin in (Union, UnionType):
        parts = [_plain(one) for one in get_args(hint)]
        return tuple(one for part in parts for one in part) if all(parts) else ()
    return (hint,) if hint in PLAIN else ()


def _told(hint: Any) -> str:  # noqa: ANN401 - as above
    return hint.__name__ if type(hint) is type else str(hint)
