"""Two processes that replay one view: the same rows, whatever becomes of the second."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from projections.log import Log
from projections.stance import Stance
from tests.bench.generate import generate
from timeline.catalogue import Catalogue
from timeline.chronicle import Chronicle
from timeline.projection import Change, View
from timeline.projection.spoken import Spoken
from timeline.query import Library
from timeline.replay import preparing, scan, second
from timeline.replay.preparing import SecondFault
from timeline.replay.second import Second

ASSERTIONS = 1500


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of many spans, with corrections and retractions."""
    path = tmp_path_factory.mktemp("second") / "timeline.db"
    generate(path, ASSERTIONS)
    return path


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "SPAN", 100)
    monkeypatch.setattr(scan, "WORTH", 0)
    monkeypatch.setattr(scan, "cores", lambda: 2)


def replayed(store: Path, views: Path, *projections) -> list[str]:
    """The digests of views built from nothing."""
    with closing(opened(store, views, *(projections or (Log(), Stance())))) as library:
        return [state.digest for state in library.replay(*library.catalogue.projections)]


def opened(store: Path, views: Path, *projections) -> Library:
    """A library with these projections."""
    found = Catalogue({one.name: one for one in projections}, ())
    return Library(Chronicle.open(store), views, found=found)


@pytest.fixture(scope="module")
def alone(store: Path) -> list[str]:
    """The digests as one process makes them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "WORTH", 1 << 62)
        return replayed(store, store.with_name("alone.db"))


def test_two_processes_come_to_what_one_comes_to(store, alone, monkeypatch):
    taken = []
    take = Second._take
    monkeypatch.setattr(Second, "_take", lambda self: taken.append(1) or take(self))
    assert replayed(store, store.with_name("two.db")) == alone
    assert taken, "the second process never did anything"


@pytest.mark.parametrize("spans", [0, 1, 5])
def test_a_second_process_that_dies_changes_nothing(store, alone, monkeypatch, spans):
    monkeypatch.setattr(second, "HELD", 0)  # all but the first span are the second's to prepare
    done = []
    take = Second._take

    def dying(self: Second):
        done.append(1)
        if len(done) > spans:
            self._process.kill()
            self._reader.join()
            while self._made.get() is not None:
                pass  # what it had answered before dies with it, so that it is the last time
            self._made.put(None)
        return take(self)

    monkeypatch.setattr(Second, "_take", dying)
    assert replayed(store, store.with_name(f"dies-{spans}.db")) == alone
    assert len(done) == spans + 1


def test_a_projection_that_no_other_process_can_load_is_replayed_here(store, alone):
    class Here(Log):
        """Known to nobody else."""

    with pytest.raises(SecondFault):
        Second(store, store.with_name("no.db"), [Here()])
    assert replayed(store, store.with_name("here.db"), Here(), Stance()) == alone


class Breaks(Log):
    """Takes no assertion from the thousandth event on."""

    name = "breaks"

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """As `Log`, up to there."""
        if change.because > 1000:
            raise ZeroDivisionError
        super().apply(change, view)


def test_a_view_that_fails_stops_at_the_same_event_and_the_other_goes_on(store, alone):
    with closing(opened(store, store.with_name("breaks.db"), Breaks(), Stance())) as library:
        broken, stance = library.replay("breaks", "stance")
        assert (broken.position, stance.digest) == (1000, alone[1])
        assert "at #100" in broken.error


class Unfit(Log):
    """Keeps from the thousandth event on what cannot be kept."""

    name = "unfit"

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """As `Log`, up to there; what it prints is no answer of a second process."""
        super().apply(change, view)
        print("applied", change.because)
        if change.because > 1000 and change.id in view:
            view[change.id] = view[change.id]._replace(mention="\ud800")


def test_what_cannot_be_kept_stops_a_view_at_the_same_event_in_either_process(store, alone):
    with closing(opened(store, store.with_name("unfit.db"), Unfit(), Stance())) as library:
        unfit, stance = library.replay("unfit", "stance")
        assert (unfit.position, stance.digest) == (1000, alone[1])
        assert "at #1001: UnicodeEncodeError" in unfit.error


REPLAY = """
import sys
from pathlib import Path
from timeline.chronicle import Chronicle
from timeline.query import Library
from timeline.replay import preparing, scan
preparing.SPAN, scan.WORTH, scan.cores = 20, 0, lambda: 2
Library(
    Chronicle.open(Path(sys.argv[1])), Path(sys.argv[2]),
    progress=lambda *told: print(*told, flush=True),
).replay("log")
"""


def test_a_replay_that_is_killed_leaves_no_process_behind_and_is_resumed(store, alone):
    views = store.with_name("killed.db")
    first = subprocess.Popen(
        [sys.executable, "-c", REPLAY, store, views], stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    begun = any(line.startswith("log") for line in iter(first.stdout.readline, ""))
    assert begun, "the replay ended before it had begun"
    children = Path(f"/proc/{first.pid}/task/{first.pid}/children")
    pids = [int(pid) for pid in children.read_text().split()] if children.exists() else []
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stdout.close()
    deadline = time.monotonic() + 10
    while any(_runs(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(_runs(pid) for pid in pids)
    assert replayed(store, views, Log()) == alone[:1]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_it_is_not_begun_where_it_would_not_help(store, monkeypatch):
    def never(*_):
        raise AssertionError

    monkeypatch.setattr(second.subprocess, "Popen", never)
    monkeypatch.setattr(scan, "cores", lambda: 1)
    replayed(store, store.with_name("one-core.db"))


class Alone(Log):
    """Takes an assertion only where it sees nothing else."""

    name = "alone"

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """As `Log`, then."""
        if change.after and not view.keys() - {change.id}:
            super().apply(change, view)


@pytest.mark.parametrize("span", [7, 500])
def test_a_new_assertion_sees_no_other_one_however_many_are_prepared_at_once(
    store, alone, monkeypatch, span
):
    monkeypatch.setattr(preparing, "SPAN", span)
    prepared = []
    prepare = scan.prepare
    monkeypatch.setattr(scan, "prepare", lambda *of: prepared.append(prepare(*of)) or prepared[-1])
    monkeypatch.setattr(scan, "cores", lambda: 1)
    replayed(store, store.with_name(f"sees-{span}.db"), Alone())
    assert sum(len(page[0]) for (one,) in prepared for page in one.pages) >= ASSERTIONS
