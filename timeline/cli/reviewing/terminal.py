"""The terminal: one key without Enter, one line with completion, a screen of lines."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

END = "\x04"
"""What a key is when nobody types any more: the terminal is gone."""


class Terminal:
    """Standard input and output, which must both be terminals."""

    def __init__(self) -> None:
        self.plain = os.environ.get("TERM", "dumb") in ("dumb", "")
        """Whether it can only print line after line."""
        self.bold = not self.plain and not os.environ.get("NO_COLOR")

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        size = shutil.get_terminal_size((80, 24))
        return max(40, size.columns), max(10, size.lines)

    def key(self) -> str:
        """The next key; an arrow or another long one is empty. Raises: KeyboardInterrupt."""
        with _unbuffered():
            data = os.read(sys.stdin.fileno(), 32)
        if not data:
            return END
        text = data.decode("utf-8", "replace")
        return "" if text[0] == "\x1b" and len(text) > 1 else text[0]

    def line(self, asks: str, completions: Sequence[str] = ()) -> str:
        """A line that is typed, Tab completes it; empty where it is broken off."""
        try:
            with _completing(completions):
                return input(asks).strip()
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            return ""

    def show(self, lines: Sequence[str]) -> None:
        """Put lines on the screen; as many as there is room for, the first ones."""
        _, rows = self.size
        encoding = sys.stdout.encoding or "ascii"
        shown = [
            line.encode(encoding, "backslashreplace").decode(encoding) for line in lines[: rows - 1]
        ]
        sys.stdout.write(("" if self.plain else "\x1b[2J\x1b[H") + "\n".join(shown) + "\n")
        sys.stdout.flush()

    def strong(self, text: str) -> str:
        """The same, bold where that can be."""
        return f"\x1b[1m{text}\x1b[0m" if self.bold else text


@contextmanager
def _unbuffered() -> Iterator[None]:
    """Keys come one by one, and are not shown."""
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def _completing(words: Sequence[str]) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # not on every system; then nothing is completed
        yield
        return

    def complete(typed: str, state: int) -> str | None:
        found = [word for word in words if word.lower().startswith(typed.lower())]
        return found[state] if state < len(found) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims("\t\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        with suppress(ValueError):
            readline.set_completer(before[0])
            readline.set_completer_delims(before[1])
