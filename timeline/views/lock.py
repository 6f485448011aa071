"""One process at a time: a lock that goes with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.errors import Conflict, ViewError


@contextmanager
def alone(path: Path, message: str) -> Iterator[None]:
    """Hold a lock file.

    Raises:
        Conflict: with this message, where another process holds it.
        ViewError: it cannot be made there.
    """
    try:
        import fcntl
    except ImportError:  # elsewhere two replays waste work, and lose nothing: see Builds.advance
        yield
        return
    try:
        file = path.open("w")
    except OSError as fault:
        raise ViewError(
            f"A replay needs a lock file beside the views, and {path.name} cannot be made there:"
            f" {fault.strerror}."
        ) from fault
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict(message) from None
        yield
