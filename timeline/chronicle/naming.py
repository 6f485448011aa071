"""Giving a finished file its name: in one act, and never over another file."""

import os
from pathlib import Path


def name_it(draft: Path, path: Path) -> bool:
    """Give a finished file its name, unless that is taken.

    Returns:
        Whether it has the name now; False if another file has it.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:
        return _claimed(draft, path)
    _settle(path.parent)
    return True


def _claimed(draft: Path, path: Path) -> bool:
    """Name it where the file system has no links: claim the name first, so that one may."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    draft.replace(path)
    _settle(path.parent)
    return True


def _settle(folder: Path) -> None:
    """Put the new name itself on disk, where the system lets folders be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
