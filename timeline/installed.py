"""What installed packages name under a group of entry points, read where installers write it.

As `importlib.metadata.entry_points`, which takes longer to import than a reading command should
take in all. What lies in no folder (a package in a zip) is not seen.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

KINDS = (".dist-info", ".egg-info")
PROJECTIONS = "timeline.projections"
"""The group of entry points that name a package or a module with projections."""
OURS = "projections"
"""The package of our own."""


class Point(NamedTuple):
    """An entry point: the name that a package gives, and the package, module or object it means."""

    name: str
    value: str


@cache
def points(group: str) -> tuple[Point, ...]:
    """All entry points of a group; of a package that is there twice, the first on the path."""
    return tuple(point for text in _texts() for point in _points(text, group))


def offered() -> tuple[Point, ...]:
    """Where projections are to be found: ours first, so that nobody takes a name of theirs."""
    return tuple(sorted(points(PROJECTIONS), key=lambda point: (point.value != OURS, point.name)))


def _texts() -> Iterator[str]:
    """What each installed package says of its entry points, in the order of the path."""
    seen: set[str] = set()
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - a path has a thousand names
        except OSError:
            continue
        for name in names:
            package = name.partition("-")[0].removesuffix(".egg-info").lower().replace("_", "-")
            if name.endswith(KINDS) and package not in seen:
                seen.add(package)
                with suppress(OSError, ValueError):
                    yield Path(folder, name, "entry_points.txt").read_text(encoding="utf-8")


def _points(text: str, group: str) -> Iterator[Point]:
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{group}]"
        elif inside and line[:1] not in ("", "#", ";"):
            name, _, value = line.partition("=")
            yield Point(name.strip(), value.strip())
