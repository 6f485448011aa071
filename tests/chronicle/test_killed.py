"""Writers killed at any instant, and stores made by many at once."""

import os
import random
import signal
import time

import pytest

from timeline.chronicle import Batch, Chronicle, new_envelope
from timeline.events import Noted

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
KILLS = 20


def in_a_child(act):
    """Run `act(acknowledge)` in a process of its own; its id, and where it acknowledges."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    try:
        act(lambda said: os.write(write, f"{said}\n".encode()))
        os._exit(0)
    except BaseException as fault:  # noqa: BLE001 — a child must not run on as a second pytest
        os.write(write, f"{fault!r}\n".encode())
        os._exit(1)


def heard(read):
    with os.fdopen(read) as said:
        return said.read().split("\n")[:-1]


def test_no_acknowledged_event_is_lost_and_no_batch_is_torn(path):
    chance = random.Random(7)
    Chronicle.create(path).close()
    acknowledged = set()
    for kill in range(KILLS):

        def write(acknowledge, kill=kill):
            with Chronicle.open(path) as chronicle:
                for number in range(10_000):
                    stream, size = f"{kill}:{number}", number * 7 % 30 + 1
                    events = [
                        Noted(**new_envelope("Ada"), subject=stream, text=str(size))
                        for _ in range(size)
                    ]
                    chronicle.append(Batch(stream, 0, events))
                    acknowledge(stream)

        child, read = in_a_child(write)
        time.sleep(0.02 + chance.random() * 0.1)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged.update(heard(read))
    assert acknowledged
    with Chronicle.open(path) as chronicle:
        streams = {}
        for recorded in chronicle.after():
            streams.setdefault(recorded.stream, []).append(recorded)
    assert acknowledged <= streams.keys()
    for events in streams.values():
        whole = int(events[0].state.split(b'"text":"')[1].split(b'"')[0])
        assert [each.version for each in events] == list(range(1, whole + 1))


def test_many_may_make_a_store_at_once(tmp_path):
    for turn in range(8):
        path = tmp_path / f"{turn}.db"

        def make(acknowledge, path=path):
            with Chronicle.create(path) as chronicle:
                event = Noted(**new_envelope("Ada"), subject="s", text="mine")
                chronicle.append(Batch(str(os.getpid()), 0, [event]))
            acknowledge("done")

        children = [in_a_child(make) for _ in range(3)]
        for child, read in children:
            assert heard(read) == ["done"]
            os.waitpid(child, 0)
        with Chronicle.open(path) as chronicle:
            assert {each.stream for each in chronicle.after()} == {str(c) for c, _ in children}
    assert sorted(each.name for each in tmp_path.iterdir()) == [f"{turn}.db" for turn in range(8)]


def test_of_two_at_one_stream_one_wins_and_the_other_is_told(path):
    Chronicle.create(path).close()

    def write(acknowledge):
        with Chronicle.open(path) as chronicle:
            for version in range(30):
                event = Noted(**new_envelope("Ada"), subject="s", text=str(os.getpid()))
                try:
                    chronicle.append(Batch("dossier:8229", version, [event]))
                    acknowledge(f"won {version}")
                except Exception as fault:  # noqa: BLE001 — what it is, is what is asserted
                    acknowledge(f"{type(fault).__name__} {version}")

    said = [heard(read) for _, read in [in_a_child(write) for _ in range(2)]]
    for version in range(30):
        both = sorted(line for lines in said for line in lines if line.endswith(f" {version}"))
        assert both in ([f"Conflict {version}", f"won {version}"], [f"Conflict {version}"] * 2)
    with Chronicle.open(path) as chronicle:
        won = sum(line.startswith("won") for lines in said for line in lines)
        assert chronicle.head() == won >= 30
