"""Where a store is, how it can be opened, and the settings of each connection to it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.chronicle.hardening import Hardening


class Address(NamedTuple):
    """Where a store is and how it is opened."""

    uri: str
    """With `mode=rw`, so that SQLite itself never creates it, or `mode=ro`."""
    writable: bool
    patience: float
    """Seconds to wait for a lock."""
    hardening: Hardening


def address(path: Path, patience: float, hardening: Hardening) -> Address:
    """Tell how a store can be opened: for writing, or where that cannot be, for reading only."""
    uri = path.resolve().as_uri()
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return Address(f"{uri}?mode=rw", writable=True, patience=patience, hardening=hardening)
    # Without a log beside it nothing can change: then SQLite needs no lock nor file of its own.
    log = path.with_name(path.name + "-wal")
    still = not (log.exists() and log.stat().st_size)
    return Address(
        f"{uri}?mode=ro{'&immutable=1' * still}",
        writable=False,
        patience=patience,
        hardening=hardening,
    )


def pragmas(address: Address) -> Iterator[str]:
    """Tell the settings of each connection."""
    yield f"busy_timeout = {round(address.patience * 1000)}"
    # With NORMAL two thirds of simulated power cuts lost acknowledged events, with FULL none.
    yield f"synchronous = {'FULL' if address.hardening.full else 'NORMAL'}"
    # macOS: fsync alone leaves data in the drive's cache. Elsewhere without effect.
    yield "fullfsync = ON"
    yield "checkpoint_fullfsync = ON"
    if address.hardening.distrust:
        yield "trusted_schema = OFF"
        yield "cell_size_check = ON"
