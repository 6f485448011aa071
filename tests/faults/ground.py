"""Ground for faults: processes forked from one that has everything loaded, and a store to harm.

A fork costs a hundredth of a new interpreter, and runs the same commands.
"""

import contextlib
import importlib
import io
import os
import pkgutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import projections
import timeline
from tests.replay.world import World
from timeline.cli.root import app
from timeline.query import Filters, Library

PATIENCE = 30.0
"""Seconds after which a child that should have ended has hung."""
WHO = ("China", "NATO", "Russia", "Zed", "Ann Lee")


def load() -> None:
    """Import all of it once, here, so that no child has to."""
    for package in (timeline, projections):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


class Done(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class Child:
    """A process that does something and can be killed meanwhile."""

    def __init__(self, act: Callable[[Callable[[object], None]], object]) -> None:
        """Run `act(acknowledge)`; each word acknowledged is heard here, come what may."""
        self._said = b""
        self._read, write = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(write)
            return
        code = 1
        try:
            act(lambda word: os.write(write, f"{word}\n".encode()))
            code = 0
        except BaseException as fault:  # noqa: BLE001 - a child must not run on as a second pytest
            os.write(write, f"! {fault!r}\n".encode())
        os._exit(code)

    def said(self, words: int) -> list[str]:
        """Wait until it has said so many words, or has ended; all that it said so far."""
        while self._said.count(b"\n") < words and (more := os.read(self._read, 4096)):
            self._said += more
        return self._said.decode().split("\n")[:-1]

    def kill(self, words: int, after: float) -> list[str]:
        """Kill it so many seconds after it has said so many words; all that it said."""
        self.said(words)
        time.sleep(after)
        os.kill(self.pid, signal.SIGKILL)
        return self.heard()

    def heard(self) -> list[str]:
        """All that it said, to its end."""
        with os.fdopen(self._read, "rb") as pipe:
            words = (self._said + pipe.read()).decode().split("\n")[:-1]
        os.waitpid(self.pid, 0)
        assert not [word for word in words if word.startswith("!")], words
        return words


class Command:
    """The command line in a process of its own."""

    def __init__(self, *words: object, store: Path, first: Callable[[], object] = int) -> None:
        """Run `timeline WORDS --store STORE`; `first` is done in that process before."""
        self._out, self._err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - closed when read
        typed = [*map(str, words), "--store", str(store)]
        self.pid = os.fork()
        if not self.pid:
            _be(typed, self._out, self._err, first)

    def wait(self) -> Done:
        """Wait for its end. Raises: AssertionError if it hangs."""
        until = time.monotonic() + PATIENCE
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise AssertionError("the command hangs")
            time.sleep(0.002)
        return Done(os.waitstatus_to_exitcode(status), _said(self._out), _said(self._err))


def _be(typed: list[str], out: Any, err: Any, first: Callable[[], object]) -> None:
    """Be that process, to the end of it."""
    code = 70
    try:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        sys.stdout = io.TextIOWrapper(open(1, "wb", closefd=False), "utf-8")  # noqa: SIM115
        sys.stderr = io.TextIOWrapper(open(2, "wb", 0, closefd=False), "utf-8", write_through=True)  # noqa: SIM115
        first()
        app(typed, prog_name="timeline")
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1 if ended.code else 0
    except BaseException:  # noqa: BLE001 - as the interpreter would tell it
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
        os._exit(code)


def _said(file: Any) -> str:
    file.seek(0)
    with file:
        return str(file.read().decode())


def run(*words: object, store: Path, first: Callable[[], object] = int) -> Done:
    """Run a command to its end; none of them ever shows a traceback."""
    done = Command(*words, store=store, first=first).wait()
    assert "Traceback" not in done.err, done.err
    assert "a fault of this program" not in done.err, done.err
    return done


def views_of(store: Path) -> Path:
    """The file of the views beside a store."""
    return store.with_name("timeline.views.db")


def tell(folder: Path, articles: int, each: int) -> Path:
    """A store of articles with so many assertions each, decided on here and there."""
    world = World(folder, gazetteer=False)
    for number in range(articles):
        said = [
            {
                "by": WHO[(number + at) % 5], "about": WHO[(number + 2 * at + 1) % 5],
                "said": f"2024-07-{(number * 7 + at) % 28 + 1:02}", "said_basis": "stated",
                **({"occasion": "Summit", "occasion_key": "Summit"} if at % 4 == 0 else {}),
            }
            for at in range(each)
        ]  # fmt: skip
        world.article(f"{number}.txt", *said)
        for act in ("accept", "reject", "retract", "restore")[: number % 5]:
            world.decide(number * each, act)
    world.occasion("Summit", "2024-07-11")
    world.alias("Zed", "China")
    world.chronicle.close()
    return folder / "timeline.db"


@contextlib.contextmanager
def opened(store: Path, views: Path | None = None, **more: Any) -> Iterator[Library]:
    """The library over a store; closed again, so that nothing is open across a fork."""
    from timeline.chronicle import Chronicle

    with Chronicle.open(store) as chronicle:
        library = Library(chronicle, views or views_of(store), **more)
        try:
            yield library
        finally:
            library.close()


def read(library: Library) -> dict[str, tuple[Any, ...]]:
    """Each view as it is read now: position, digest, and every entry."""
    return {
        name: (answer.position, answer.digest, tuple(answer.entries))
        for name in sorted(library.catalogue.projections)
        for answer in (library.ask(name, Filters(everything=True, status=())),)
    }


def afresh(store: Path) -> dict[str, tuple[Any, ...]]:
    """Each view as a replay from nothing makes it, in memory."""
    with opened(store, Path(":memory:")) as library:
        library.catch_up(*library.catalogue.projections)
        return read(library)
