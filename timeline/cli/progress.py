"""Progress on stderr: a line on a terminal, JSON lines for a script, nothing in between."""

import os
import sys
import time

from timeline.cli.draw.safe import shown

SLOW = 0.3
"""Seconds after which work is worth a word."""
OFTEN = 0.1
"""Seconds between two words to a person."""
SELDOM = 0.5
"""Seconds between two words to a script."""


class Progress:
    """One line, written over and gone when the work is done; or one JSON line after another."""

    def __init__(self, *, quiet: bool = False, script: bool = False) -> None:
        """Be heard on a terminal, or by a script that asked for it; never if quiet."""
        seen = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.script = script and not quiet
        self.heard = self.script or (not quiet and seen)
        self._begun = self._told = time.monotonic()
        self._shown = False
        self._what, self._since, self._from = "", self._begun, 0

    def replay(self, view: str, done: int, total: int) -> None:
        """Tell how far the building of a view is.

        Args:
            view: what is built; `ledger` is what all views rest on.
            done: position reached.
            total: the position to be reached.
        """
        if self.heard:
            self._tell(view, done, total, "events")

    def article(self, name: str, done: int, total: int) -> None:
        """Tell which article was put in last, of how many files; 0 where nobody counted them."""
        if self.heard:
            self._tell(shown(name)[:40], done, total, "articles")

    def end(self) -> None:
        """Wipe the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _tell(self, what: str, done: int, total: int, unit: str) -> None:
        now = time.monotonic()
        if unit == "events" and what != self._what:
            # Where it begins is known only after its first page; the pace is told from there.
            self._what, self._since, self._from = what, now, done
        ended = done >= total > 0
        pause = SELDOM if self.script else OFTEN
        if now - self._told < pause and not (ended and self.script):
            return
        pace = (done - self._from) / (now - self._since) if now > self._since else 0.0
        left = (total - done) / pace if pace and total else None
        if self.script:
            self._told = now
            self._line(what, done, total, pace, left)
        elif ended:
            self.end()
        elif now - self._begun >= SLOW:
            self._told, self._shown = now, True
            sys.stderr.write(f"\r\x1b[K{_sentence(what, done, total, unit, pace, left)}")
            sys.stderr.flush()

    def _line(self, what: str, done: int, total: int, pace: float, left: float | None) -> None:
        from json import dumps

        told = {
            "progress": what, "done": done, "of": total, "per_second": round(pace),
            "seconds_left": None if left is None else round(left, 1),
        }  # fmt: skip
        sys.stderr.write(f"{dumps(told)}\n")
        sys.stderr.flush()


def _sentence(what: str, done: int, total: int, unit: str, pace: float, left: float | None) -> str:
    """How far, how fast, how long still: `stance: 120,000 of 1,000,000 events, 80,000/s, 11 s`."""
    of = f" of {total:,}" if total else ""
    told = f"{done:,}{of} {unit}, {pace:,.0f}/s" + (
        "" if left is None else f", {lasting(left)} left"
    )
    return f"{what}: {told}" if unit == "events" else f"{told}  {what}"


def lasting(seconds: float) -> str:
    """A length of time as people read it.

    >>> lasting(7.2), lasting(312), lasting(9000)
    ('7 s', '5 min', '2.5 h')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
