"""A second process that prepares spans while the first writes: where there is a second core.

It opens store and views to read only, answers spans with rows over a pipe, and ends with it. What
it cannot do, the first process does: nothing hangs on it but time.
"""

import marshal
import os
import pickle
import signal
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, Self, cast

from timeline.chronicle import Chronicle
from timeline.projection import Projection
from timeline.replay.fold import Fold
from timeline.replay.preparing import Prepared, SecondFault, Span, Wanted, prepare
from timeline.replay.records import Records
from timeline.replay.whom import Who
from timeline.views import Codec, Ledger, Lists, Shelves

GIVEN = 2
"""Spans that it is given ahead, so that it never waits."""
HELD = 8
"""Spans prepared at most that are not yet their turn."""
PIPE = 1 << 20
"""Bytes of a pipe, where it can be told: an answer then comes in few pieces."""
SIZE = 8
"""Bytes that say how long a message is."""


class Second:
    """The second process, as the first one sees it."""

    def __init__(self, store: Path, views: Path, projections: Sequence[Projection[Any]]) -> None:
        """Start it. Raises: SecondFault, where a projection cannot be sent."""
        try:
            told = pickle.dumps((str(store), str(views), list(projections)))
        except (pickle.PicklingError, AttributeError, TypeError) as fault:
            raise SecondFault(str(fault)) from fault
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", "timeline.replay.second"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._asked, self._answers = (
            cast("BinaryIO", process.stdin),
            cast("BinaryIO", process.stdout),
        )
        self._given: deque[Span] = deque()
        self._made: SimpleQueue[bytes | None] = SimpleQueue()
        # A pipe holds a fraction of a span: unless somebody reads, the second process stands still.
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self._send(told)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        """End it, at once."""
        self._process.kill()
        with suppress(OSError):
            self._asked.close()
        self._process.wait()
        self._reader.join()
        self._answers.close()

    def prepared(
        self, at: int, spans: Sequence[Span], prepare: Callable[[Span], list[Prepared]]
    ) -> Iterator[tuple[Span, list[Prepared]]]:
        """Spans in their order with what either process prepared of them.

        Args:
            at: the position as of which names mean the same in all of them.
            spans: one after the other.
            prepare: does one here.

        Raises:
            SecondFault: the second process ended, or could not do one.
        """
        todo, made = deque(spans), dict[Span, list[Prepared]]()
        for span in spans:
            while span not in made:
                mine = todo[0] if todo else None
                if mine == span or (mine and len(made) < HELD and not self._ready()):
                    todo.popleft()
                    self._give(at, todo)
                    made[mine] = prepare(mine)
                else:
                    made[self._given.popleft()] = self._take()
                    self._give(at, todo)
            yield span, made.pop(span)

    def _give(self, at: int, todo: deque[Span]) -> None:
        while todo and len(self._given) < GIVEN:
            self._given.append(todo.popleft())
            self._send(marshal.dumps((at, self._given[-1])))

    def _ready(self) -> bool:
        return not self._made.empty()

    def _read(self) -> None:
        while (found := _received(self._answers)) is not None:
            self._made.put(found)
        self._made.put(None)

    def _take(self) -> list[Prepared]:
        found = self._made.get()
        if found is None:
            raise SecondFault
        return [Prepared(*one) for one in marshal.loads(found)]  # noqa: S302 - by our own process

    def _send(self, message: bytes) -> None:
        try:
            _sent(self._asked, message)
        except OSError as fault:
            raise SecondFault(str(fault)) from fault


def _sent(pipe: BinaryIO, message: bytes) -> None:
    pipe.write(len(message).to_bytes(SIZE, "big"))
    pipe.write(message)
    pipe.flush()


def _received(pipe: BinaryIO) -> bytes | None:
    """The next message; None where the other side has ended."""
    size = int.from_bytes(pipe.read(SIZE), "big")
    found = pipe.read(size) if size else b""
    return found if size and len(found) == size else None


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Prepare what the first process asks for, until it ends."""
    told = _received(asked)
    if told is None:
        return
    store, views, projections = pickle.loads(told)  # noqa: S301 - from the process that began us
    chronicle = Chronicle.open(Path(store))
    connection = sqlite3.connect(f"{Path(views).absolute().as_uri()}?mode=ro", uri=True)
    ledger, casts, records = Ledger(connection), Lists(connection, "casts"), Records(chronicle)
    fold = Fold(ledger, Shelves(connection), casts, records, Who(ledger, records))
    wanted = [Wanted(one, Codec(one.entry, Lists(connection))) for one in projections]
    while (told := _received(asked)) is not None:
        at, span = marshal.loads(told)  # noqa: S302 - from the process that began us
        fold.rewind(at)
        made = prepare(chronicle, fold, wanted, span)
        _sent(answers, marshal.dumps([tuple(one) for one in made]))


if __name__ == "__main__":
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the first process that is stopped
    gc.disable()
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a stranger's code prints is no answer
    serve(sys.stdin.buffer, answers)
