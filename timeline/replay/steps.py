"""What all long work on a views file keeps to: it goes in steps, each for itself."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

BULK = 20_000
"""Events from which on a load goes without indexes."""
Progress = Callable[[str, int, int], None]
"""Told what is built, positions done, positions in all."""


class Overtaken(Exception):
    """Another process moved a checkpoint: what it wrote stands."""


def overtaken_unless(held: bool) -> None:
    """Raise Overtaken if a checkpoint was not where it was expected."""
    if not held:
        raise Overtaken


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
