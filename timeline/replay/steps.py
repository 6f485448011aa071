"""What all long work on a views file keeps to: it goes in steps, each for itself."""

import gc
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BULK = 20_000
"""Events from which on a load goes without indexes."""
WRITTEN, INDEXED = 1 << 12, 1 << 8
"""Bytes of disk that must be free for each event that is written, or indexed: more than it takes,
since who reads needs some too."""
Progress = Callable[[str, int, int], None]
"""Told what is built, positions done, positions in all."""


class Overtaken(Exception):
    """Another process moved a checkpoint: what it wrote stands."""


def overtaken_unless(held: bool) -> None:
    """Raise Overtaken if a checkpoint was not where it was expected."""
    if not held:
        raise Overtaken


def enough_room(path: Path, size: int) -> None:
    """See to it that a step does not fill the disk: then not even what is there could be read.

    Args:
        path: of the views file.
        size: bytes that must be free.

    Raises:
        sqlite3.OperationalError: they are not; what SQLite raises too, once it is too late.
    """
    if path.parent.is_dir() and shutil.disk_usage(path.parent).free < size:
        raise sqlite3.OperationalError("too little room on the disk")


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the garbage collector out of a long scan: it makes no cycles, and costs a quarter."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
