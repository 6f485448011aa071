"""The seal of a views file: a checksum of what it held when the last process let go of it.

SQLite finds a page that is no page, and not a letter that became another: of 250 damaged files
one in seven answered wrongly, without a word.
"""

import os
import zlib
from contextlib import suppress
from pathlib import Path

LARGEST = 1 << 24
"""Bytes of a file whose content is sealed: about a hundredth of a second. Of a larger one there is
only noted that it is there; `verify` compares it row by row."""
CHUNK = 1 << 20
BROKEN, LARGE = b"broken", b"large"
NONE = -1


class Seal:
    """Stands beside the file; whoever opens the file holds it, and the last who closes sets it.

    It is lifted before the first write, so that a process that was killed leaves none. Where
    files cannot be locked, or the folder cannot be written, there is none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = NONE
        self._broken = False
        self.lost = ""
        """How the file is gone that stood here before, `missing` or `empty`; the seal outlives it.

        While others have it open nobody can tell: one of them may just be making it.
        """

    def take(self) -> bool:
        """Hold it; False if the file beside is not what was sealed."""
        with suppress(ImportError, OSError):
            from fcntl import LOCK_SH, flock

            self._handle = os.open(f"{self._path}.seal", os.O_RDWR | os.O_CREAT, 0o600)
            if self._alone():
                held = self._read()
                self.lost = self._gone() if held else ""
                whole = not self.lost and self._whole()
                self._broken = bool(held) and whole and held != self._sum()
            flock(self._handle, LOCK_SH)  # waits while another sets it
        return not self._broken

    def lift(self) -> None:
        """The file is about to change."""
        if self._handle != NONE:
            os.ftruncate(self._handle, 0)

    def replaced(self) -> None:
        """The file was thrown away."""
        self._broken = False
        self.lift()

    def close(self) -> None:
        """Set it, if the file is closed and nobody else has it open; let go of it."""
        if self._handle == NONE:
            return
        with suppress(OSError):
            if not self._read() and self._alone() and self._whole():
                os.pwrite(self._handle, BROKEN if self._broken else self._sum(), 0)
        os.close(self._handle)
        self._handle = NONE

    def _alone(self) -> bool:
        """Whether nobody else has the file open, until `flock` says otherwise.

        Not even this process: to read a file and close it gives up the locks that SQLite has on it.
        """
        from fcntl import LOCK_EX, LOCK_NB, flock

        try:
            flock(self._handle, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _gone(self) -> str:
        if not self._path.exists():
            return "missing"
        return "empty" if self._path.is_file() and not self._path.stat().st_size else ""

    def _read(self) -> bytes:
        return os.pread(self._handle, 64, 0)

    def _whole(self) -> bool:
        """Whether it is there, all of it in one file.

        What lies in a log beside it is not sealed: its writer was killed, or is at work.
        """
        log = Path(f"{self._path}-wal")
        if log.exists() and log.stat().st_size:
            return False
        return self._path.is_file()

    def _sum(self) -> bytes:
        if self._path.stat().st_size > LARGEST:
            return LARGE
        found = 0
        with self._path.open("rb") as file:
            while chunk := file.read(CHUNK):
                found = zlib.crc32(chunk, found)
        return b"%08x" % found
