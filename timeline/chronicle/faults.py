"""What SQLite and the library complain of, told in our words: what failed, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.errors import StoreError, StoreLocked, TimelineError

SAID = (
    ("locked", "{path} is in use by another process; try again when that is done"),
    ("busy", "{path} is in use by another process; try again when that is done"),
    ("readonly", "{path} cannot be written: it, or its folder, is read-only"),
    ("read-only", "{path} cannot be written: it, or its folder, is read-only"),
    ("disk is full", "the disk that holds {path} is full"),
    ("not a database", "{path} is not a timeline store: not an SQLite database"),
    ("malformed", "{path} is damaged ({fault}); go back to a backup"),
    ("unable to open", "{path} cannot be opened"),
)
"""By a part of SQLite's own words."""


def told(path: Path, fault: Exception) -> StoreError:
    """Put a fault of the store into one sentence."""
    words = getattr(fault, "strerror", None) or str(fault)
    for part, sentence in SAID:
        if part in words.casefold():
            kind = StoreLocked if part in ("locked", "busy") else StoreError
            return kind(sentence.format(path=path, fault=words))
    return StoreError(f"{path}: {words}")


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Tell any fault of the store below as a StoreError.

    Raises:
        StoreLocked: another process holds the store.
        StoreError: anything else.
    """
    try:
        yield
    except TimelineError:
        raise
    except Exception as fault:
        if not is_of_the_store(fault):
            raise
        raise told(path, fault) from fault


def is_of_the_store(fault: Exception) -> bool:
    """Tell whether a fault comes from SQLite, also by way of the library."""
    return isinstance(fault, sqlite3.Error | OSError) or type(fault).__module__.startswith(
        "eventsourcing."
    )
