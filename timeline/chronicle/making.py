"""Making a new store: whole or not at all, also when two processes make it at once."""

import os
import secrets
from pathlib import Path

from timeline.chronicle.address import address
from timeline.chronicle.application import Library
from timeline.chronicle.faults import in_our_words
from timeline.chronicle.hardening import Hardening
from timeline.chronicle.naming import name_it
from timeline.errors import StoreMissing


def make(path: Path, patience: float, hardening: Hardening) -> bool:
    """Make an empty store, readable by its owner only, unless there is one.

    It is built under another name and given its own in one act, so nobody sees half of it.

    Returns:
        Whether this call made it; if not, somebody else was first, or it was there.

    Raises:
        StoreMissing: there is no such folder.
        StoreError: the folder cannot be written, or its disk is full.
    """
    if path.exists():
        return False
    if not path.parent.is_dir():
        raise StoreMissing(f"there is no folder {path.parent} for a timeline store")
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with in_our_words(path):
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            library = Library(address(draft, patience, hardening))
            library.recorder.create_table()
            library.close()
            return name_it(draft, path)
        finally:
            draft.unlink(missing_ok=True)
