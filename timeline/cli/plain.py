"""Reads plain words of a command line without typer's adapters, which start pydantic for them.

That costs more than all the rest of a reading command. What is wrong with a number or a choice is
told here; whatever else is not understood at once goes the whole way, so that typer tells its
faults; a typer that keeps nothing here is left alone.
"""

import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import typer

NUMBER = re.compile(r"-?[0-9]{1,18}")
KEPT = "_runtime_param"
"""Where typer (0.26 and later) keeps what reads the words of a parameter, once it was made."""
Reader = Callable[[Any], Any]


class Unread(ValueError):
    """A word that no value is, told as a person would: typer quotes what it is made of."""


class Plain:
    """Reads the words of one parameter; stands where typer looks for what it made itself."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 - typer's signature
        """The value that words mean, or what typer makes of them."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        try:
            return self._read(value)
        except Unread as fault:
            raise typer.BadParameter(str(fault), ctx, param) from None
        except (TypeError, ValueError):
            setattr(param, KEPT, None)
            return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def plainly(command: Any) -> None:  # noqa: ANN401 - typer keeps its commands private
    """Let a command, and those below it, read what is plain without typer's adapters."""
    given = command.get_params
    command.get_params = lambda ctx: plain(given(ctx))
    for part in getattr(command, "commands", {}).values():
        plainly(part)


def plain(params: list[Any]) -> list[Any]:
    """The same parameters, those of a plain type read plainly."""
    for param in params:
        if getattr(param, KEPT, param) is None and (read := _reader(param)):
            setattr(param, KEPT, Plain(read))
    return params


def _reader(param: Any) -> Reader | None:  # noqa: ANN401 - as above
    """What reads a parameter of this type; None where typer is asked for more than its type."""
    kind, info = param.type_descriptor.annotation, param.type_descriptor.parameter_info
    if info.parser or info.exists or info.resolve_path or info.writable or not info.case_sensitive:
        return None
    if get_origin(kind) is not list:
        return _single(kind, info)
    each = _single(get_args(kind)[0], info)
    return each and (lambda values: [each(value) for value in _series(values)])


def _single(kind: Any, info: Any) -> Reader | None:  # noqa: ANN401 - a type, and typer's own
    if kind in (str, bool):
        return lambda value: _same(value, kind)
    if kind is int:
        return lambda value: _number(value, info.min, info.max)
    if kind is Path:
        return Path
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: _one_of(value, kind)
    return None


def _one_of(value: object, kind: type[Enum]) -> Enum:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(one.value) for one in kind)
        raise Unread(f"{value!r} is none of {known}") from None


def _series(values: object) -> list[Any]:
    if isinstance(values, list | tuple):
        return list(values)
    raise TypeError(values)


def _same(value: object, kind: type) -> object:
    if isinstance(value, kind):
        return value
    raise TypeError(value)


def _number(value: object, least: int | None, most: int | None) -> int:
    if isinstance(value, str) and NUMBER.fullmatch(value):
        value = int(value)
    if isinstance(value, str):
        raise Unread(f"{value!r} is no whole number")
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    if least is not None and value < least:
        raise Unread(f"{value} is too small: {least} or more")
    if most is not None and value > most:
        raise Unread(f"{value} is too large: {most} or less")
    return value
