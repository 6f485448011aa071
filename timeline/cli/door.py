"""The door that every command goes through: its store, its streams, its faults in one line."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Self

import typer

from timeline.cli.draw.safe import shown
from timeline.cli.progress import Progress
from timeline.cli.store import Chosen, choose, told
from timeline.errors import StoreMissing, TimelineError

if TYPE_CHECKING:
    from timeline.chronicle import Chronicle
    from timeline.query import Library


class Door:
    """Used as `with Door(store) as door:`; a fault inside ends the program with its exit code."""

    def __init__(
        self,
        store: Path | None = None,
        *,
        quiet: bool = False,
        verbose: int = 0,
        new: bool = False,
        script: bool = False,
    ) -> None:
        """Choose the store; `new`: it may be made, `script`: progress is told in JSON lines."""
        self.quiet = quiet
        self.verbose = verbose
        try:
            self.chosen: Chosen = choose(store, new=new)
        except TimelineError as fault:
            self._end(fault)
        self._new = new
        self.as_found = False
        """Whether the views are taken as they are, to say how they differ from the record."""
        self._chronicle: Chronicle | None = None
        self._library: Library | None = None
        self.progress = Progress(quiet=quiet, script=script)

    def __enter__(self) -> Self:
        return self

    @property
    def chronicle(self) -> "Chronicle":
        """The store, opened when first needed; made only by what puts something in."""
        if self._chronicle is None:
            from timeline.chronicle import Chronicle

            path = self.chosen.path
            if self._new:
                made = not path.exists()
                path.parent.mkdir(parents=True, exist_ok=True)
                self._chronicle = Chronicle.create(path)
                if made:
                    self.hint(f"new store {told(path)}")
                elif self.chosen.found_elsewhere:
                    self.hint(f"into {path}, {self.chosen.why}")
            elif not path.exists():
                raise StoreMissing(
                    f"there is no store here ({told(path)}, by {self.chosen.why});"
                    " timeline add PATH makes one"
                )
            else:
                self._chronicle = Chronicle.open(path)
        return self._chronicle

    @property
    def library(self) -> "Library":
        """The views, opened when first needed."""
        if self._library is None:
            from timeline.query import Library

            chronicle = self.chronicle
            self._library = Library(
                chronicle,
                self.chosen.views,
                progress=self.progress.replay,
                as_found=self.as_found,
            )
            for warning in self._library.warnings:
                self.hint(warning)
        return self._library

    def out(self, lines: Iterable[str]) -> None:
        """Write the result to stdout, as far as its encoding can; the rest as escapes."""
        encoding = sys.stdout.encoding or "ascii"
        for line in lines:
            text = line.encode(encoding, "backslashreplace").decode(encoding)
            sys.stdout.write(text + "\n")

    def hint(self, text: str) -> None:
        """Say to stderr what is not the result: a hint, a warning, a count beside a pipe."""
        if not self.quiet:
            say(text)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, *_: object
    ) -> None:
        try:
            self.progress.end()
            if self.verbose >= 2 and self._library is not None:
                self._tell_faults(self._library)
            self._close()
            sys.stdout.flush()
        except OSError as broken:
            fault = fault or broken
        if fault is not None:
            self._end(fault)

    def _tell_faults(self, library: "Library") -> None:
        """Show where in its code each projection failed that could not take an event."""
        for fault in library.engine.faults:
            say(f"{_traced(fault.why)}\n{fault.projection.name} failed {fault}")

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
        if self._chronicle is not None:
            self._chronicle.close()

    def _end(self, fault: BaseException) -> None:
        """End with the fault's exit code and one line; return for faults that are not ours."""
        if isinstance(fault, BrokenPipeError):
            # What reads us has gone, as `head` does: nobody is left to tell.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        if ended := told_fault(fault):
            code, line = ended
            if self.verbose >= 2:
                say(_traced(fault))
            say(f"timeline: {line}")
            raise typer.Exit(code) from None


def told_fault(fault: BaseException) -> tuple[int, str] | None:
    """The exit code and the one line of a fault; None for typer's own, which it tells itself."""
    match fault:
        case TimelineError():
            return fault.code, str(fault)
        case KeyboardInterrupt():
            return 130, "interrupted; what was done is kept, and the same command goes on"
        case OSError():
            return 4, f"{fault.filename or 'output'}: {fault.strerror or fault}"
        case Exception() if type(fault).__module__.split(".")[0] != "typer":
            return 4, f"a fault of this program, {type(fault).__name__}: {fault} (-vv shows where)"
    return None


def _traced(fault: BaseException) -> str:
    from traceback import format_exception

    return "".join(format_exception(fault)).rstrip()


def say(text: str) -> None:
    """Write lines to stderr, unsafe characters written out, wrapped where it is a terminal."""
    encoding = sys.stderr.encoding or "ascii"
    safe = shown(text).encode(encoding, "backslashreplace").decode(encoding)
    if sys.stderr.isatty():
        safe = "\n".join(map(_wrapped, safe.split("\n")))
    with suppress(BrokenPipeError):
        sys.stderr.write(safe + "\n")


def _wrapped(line: str) -> str:
    """A line at the width of the terminal; what a program reads stays in one."""
    width = columns()
    if len(line) <= width or line.startswith("{"):
        return line
    from textwrap import fill

    return fill(line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def columns() -> int:
    """How wide a page is here."""
    return max(40, min(get_terminal_size((80, 24)).columns, 120))
