"""One process at a time: a lock that goes with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.errors import Conflict


@contextmanager
def alone(path: Path, message: str) -> Iterator[None]:
    """Hold a lock file. Raises: Conflict with this message, where another process holds it."""
    try:
        import fcntl
    except ImportError:  # elsewhere two replays waste work, and lose nothing: see Builds.advance
        yield
        return
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict(message) from None
        yield
