"""Progress on stderr: only on a terminal, and only for work that takes its time."""

import os
import sys
import time

from timeline.cli.draw.safe import shown

SLOW = 0.3
"""Seconds after which work is worth a word."""
OFTEN = 0.1
"""Seconds between two words."""


class Progress:
    """One line, written over; gone when the work is done."""

    def __init__(self, quiet: bool) -> None:
        self._heard = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._begun = self._told = time.monotonic()
        self._shown = False

    def replay(self, view: str, done: int, total: int) -> None:
        """Tell how far the building of a view is, in events and events a second."""
        rate = done / max(1e-6, time.monotonic() - self._begun)
        self._tell(f"{view}: {done:,} of {total:,} events, {rate:,.0f}/s", ended=done >= total)

    def article(self, name: str, done: int) -> None:
        """Tell which article was read last."""
        self._tell(f"{done:,} articles  {shown(name)[:50]}", ended=False)

    def end(self) -> None:
        """Wipe the line away."""
        if self._shown:
            self._tell("", ended=True)

    def _tell(self, text: str, *, ended: bool) -> None:
        now = time.monotonic()
        if not self._heard or (now - self._begun < SLOW and not self._shown):
            return
        if ended:
            sys.stderr.write("\r\x1b[K")
            self._shown = False
        elif now - self._told >= OFTEN:
            sys.stderr.write(f"\r\x1b[K{text}")
            self._told, self._shown = now, True
        sys.stderr.flush()
