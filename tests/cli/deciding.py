"""A copy of the seeded store to decide on, and a terminal to decide at."""

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import IO

TIMELINE = (sys.executable, "-c", "from timeline.cli import main; main()")
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
CLEARED = "\x1b[2J\x1b[H"


def copied(store: Path, folder: Path) -> Path:
    """A store of its own, with all that lies beside it."""
    for path in store.parent.glob("timeline.*"):
        shutil.copy(path, folder / path.name)
    return folder / store.name


class Terminal:
    """A program on a terminal of its own: keys in, the screen out."""

    def __init__(
        self, *words: str, columns: int = 80, rows: int = 24, out: IO[str] | None = None,
        **settings: str,
    ) -> None:  # fmt: skip
        """Start it; `out`: where its results go, if not to the screen."""
        self.inside, outside = pty.openpty()
        fcntl.ioctl(outside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {"TERM": "xterm", "LANG": "C.UTF-8", "HOME": "/nonexistent"} | settings
        self.process = subprocess.Popen(
            [*TIMELINE, *words], stdin=outside, stdout=out or outside, stderr=outside,
            env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(outside)
        self.shown = ""

    def until(self, *words: str, seconds: float = 30) -> str:
        """Read until all these words are on the screen; the screen, without escapes."""
        end = time.monotonic() + seconds
        while missing := [one for one in words if one not in self.screen]:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{missing} were never shown; but:\n{self.screen}")
        return self.screen

    @property
    def screen(self) -> str:
        """What was written since the screen was cleared last."""
        return ESCAPES.sub("", self.shown.rpartition(CLEARED)[2]).replace("\r\n", "\n")

    def press(self, keys: str, *until: str) -> str:
        """Type keys, and read until these words are on a screen that was drawn after."""
        self.shown = ""
        os.write(self.inside, keys.encode())
        return self.until(*until)

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._read(10):
            pass
        os.close(self.inside)
        return self.process.wait(timeout=10)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.inside], [], [], max(0, seconds))
        if not ready:
            return False
        try:
            piece = os.read(self.inside, 65536)
        except OSError:  # Linux ends a terminal so, when its last writer is gone
            return False
        self.shown += piece.decode("utf-8", "replace")
        return bool(piece)
