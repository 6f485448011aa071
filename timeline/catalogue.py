"""Finds projections: installed packages name theirs, and each is scanned, ours like anyone's."""

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from types import ModuleType
from typing import Any, NamedTuple

from timeline.errors import raised
from timeline.installed import Point, offered
from timeline.projection import Entry, Projection
from timeline.projection.fields import refused

NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}")
NEWEST = 2**31 - 1
"""The last version that a projection can have."""


class Broken(NamedTuple):
    """A projection, module or package that cannot be used: named, and stopping nobody else."""

    name: str
    error: str


class Catalogue(NamedTuple):
    """What was found."""

    projections: dict[str, Projection[Any]]
    broken: tuple[Broken, ...]


def catalogue(named: Iterable[Point] | None = None) -> Catalogue:
    """Find every projection that an installed package names.

    Args:
        named: entry points to follow, the first of a name counts; those installed if None.
    """
    found: dict[str, Projection[Any]] = {}
    broken: list[Broken] = []
    for point in offered() if named is None else named:
        for module in _modules(point.value, broken):
            for kind in _kinds(module):
                fault = _fault(kind, found)
                if fault:
                    broken.append(Broken(f"{kind.__module__}.{_called(kind)}", fault))
                else:
                    found.setdefault(kind.name, kind())
    return Catalogue(found, tuple(broken))


def _modules(value: str, broken: list[Broken]) -> Iterator[ModuleType]:
    name = value.partition(":")[0].strip()
    module = _imported(name, broken)
    if module is None:
        return
    yield module
    for inner in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{name}."):
        if (found := _imported(inner.name, broken)) is not None:
            yield found


def _imported(name: str, broken: list[Broken]) -> ModuleType | None:
    try:
        with redirect_stdout(sys.stderr):  # what it prints is no answer
            return importlib.import_module(name)
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # noqa: BLE001 - a stranger's module stops only itself
        broken.append(Broken(name, raised(fault)))
        return None


def _kinds(module: ModuleType) -> Iterator[type[Projection[Any]]]:
    """The projections that a module itself defines, in the order of their names."""
    for _, kind in inspect.getmembers(module, inspect.isclass):
        here = kind.__module__ == module.__name__
        if here and issubclass(kind, Projection) and _named(kind):
            yield kind


def _named(kind: type[Projection[Any]]) -> bool:
    """Whether it claims to be a projection itself, and is not what others build on."""
    return hasattr(kind, "name") or hasattr(kind, "entry")


def _called(kind: type[Projection[Any]]) -> str:
    """What a class that cannot be served is asked for by: the name that it states, if it is one."""
    name = getattr(kind, "name", None)
    return name if isinstance(name, str) and NAME.fullmatch(name) else kind.__name__


def _fault(kind: type[Projection[Any]], found: dict[str, Projection[Any]]) -> str:
    """Why a class is no projection that can be served; empty if it is one."""
    name, version = getattr(kind, "name", None), getattr(kind, "version", None)
    entry = getattr(kind, "entry", None)
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return f"its name is {name!r}: one word of letters a-z, digits, - and _ is needed"
    if type(version) is not int or not 0 < version <= NEWEST:
        return f"its version is {version!r}: 1, 2, 3 … is needed"
    if not (isinstance(entry, type) and issubclass(entry, Entry)):
        return f"its entry is {entry!r}: a subclass of Entry is needed"
    other = found.get(name)
    if other is not None and type(other) is not kind:
        return f"another projection is called {name} already: {type(other).__module__}"
    return refused(entry, Entry) or _cannot(kind)


def _cannot(kind: type[Projection[Any]]) -> str:
    try:
        kind()
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # noqa: BLE001 - as above
        return raised(fault)
    return ""
