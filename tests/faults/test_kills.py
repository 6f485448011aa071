"""Processes killed at any instant, while they add, replay, switch and read: nothing is lost.

A few in the ordinary suite; `TIMELINE_KILLS=200`, or `CI=true`, for two hundred.
"""

import os
import random
from functools import lru_cache, partialmethod

import pytest

from tests.faults.ground import Child, afresh, load, opened, read, tell, views_of
from timeline.add import add
from timeline.chronicle import Batch, Chronicle, new_envelope, streams
from timeline.events import AssertionAccepted
from timeline.query import Filters
from timeline.replay import bluegreen, preparing, steps

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
KILLS = int(os.environ.get("TIMELINE_KILLS") or (200 if os.environ.get("CI") == "true" else 24))
PAGE = 12
"""Events a page: many transactions, so that a kill mostly falls between two of them."""
VIEWS = "log", "stance"
TEXT = """{title}

July {day}, 2024

China's foreign ministry spokesman Lin Jian said on Thursday that NATO should stop {number}
provocations. "China firmly opposes exercise {number}," he told reporters in Beijing. NATO
Secretary-General Jens Stoltenberg said China has become a decisive enabler of war {number}.
"""


def adds(store, turn):
    """Put article after article in; each is acknowledged when it was told to be on disk."""

    def act(say):
        with Chronicle.open(store) as chronicle:
            for number in range(1000):
                path = store.with_name(f"{turn}-{number}.txt")
                title = f"Exercise {turn}-{number}"
                path.write_text(TEXT.format(title=title, day=number % 28 + 1, number=number))
                (added,) = add(chronicle, [path], "Ada")
                say(streams.article(added.article.id))

    return act


def in_pages(bulk):
    """Make many small pages of the record, and indexes early or last; in this process only."""
    Chronicle.pages = partialmethod(Chronicle.pages, page=PAGE)
    steps.BULK, preparing.SPAN = bulk, PAGE


def replays(store, bulk):
    """Build views anew, again and again; a word at each page."""

    def act(say):
        in_pages(bulk)
        with opened(store, progress=lambda what, *_: say(what)) as library:
            while True:
                library.replay(*VIEWS)

    return act


def switches(store, bulk):
    """Finish a replay, switch to it, back, and forth."""

    def act(say):
        in_pages(bulk)
        with opened(store) as library:
            while True:
                bluegreen.build(library.engine, VIEWS)
                for name in VIEWS:
                    library.switch(name)
                    say("forth")
                    library.switch(name, back=True)
                    say("back")

    return act


def reads(store, bulk, chance):
    """Decide on something, acknowledge it, and read it, with words; sometimes from nothing."""
    number = chance.randrange(1 << 32)

    def act(say):
        in_pages(bulk)
        if number % 4 == 0:
            views_of(store).unlink(missing_ok=True)
        with opened(store) as library:
            ids = [entry.id for entry in library.ask("log", Filters(status=())).entries]
            for turn in range(1000):
                one = f"{number}-{turn}"
                stream = streams.dossier(ids[(number + turn) % len(ids)])
                version = library.engine.chronicle.stream_version(stream)
                event = AssertionAccepted(**new_envelope(one), id=stream.partition(":")[2])
                library.engine.chronicle.append(Batch(stream, version, [event]))
                say(f"{stream} {version + 1}")
                library.ask("log", words=("words",))

    return act


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """One store that articles are put into, and one of 180 events; all is loaded that can be."""
    load()
    grows = tmp_path_factory.mktemp("grows") / "timeline.db"
    path = grows.with_name("first.txt")
    path.write_text(TEXT.format(title="First", day=1, number=1))
    with Chronicle.create(grows) as chronicle:
        list(add(chronicle, [path], "Ada"))
    return grows, tell(tmp_path_factory.mktemp("full"), 18, 8)


@lru_cache(maxsize=2)
def truth(store, head):
    return afresh(store)


def check(store, acknowledged, stored):
    """Nothing acknowledged is lost, and each view is what a fresh replay makes of the record."""
    with Chronicle.open(store) as chronicle:
        for page in chronicle.pages(stored.setdefault("head", 0)):
            for event in page:
                stored[event.stream] = event.version
                stored["head"] = event.position
        head = chronicle.head()
    for word in acknowledged:
        stream, _, version = word.partition(" ")
        assert stored.get(stream, 0) >= int(version or 1), f"{word} was acknowledged, and is lost"
    with opened(store) as library:
        # One that reads "from nothing" deletes the views itself, and may be killed right after.
        assert all("was missing" in said for said in library.warnings)
        assert read(library) == truth(store, head)


def resumes(store):
    """Whether a replay was left half done; then it goes on from there, and comes out right."""
    pages = []
    with opened(store, progress=lambda what, done, _: pages.append((what, done))) as library:
        begun = [bluegreen.waiting(library.engine, name) for name in VIEWS]
        head = library.engine.head()
        halves = [one for one in begun if one and 0 < one.position < head]
        states = library.replay(*VIEWS)
        for state, name in zip(states, VIEWS, strict=True):
            assert (state.state, state.digest) == ("live", truth(store, head)[name][1])
        if len(halves) == len(VIEWS):
            built = [done for what, done in pages if what != "ledger"]
            assert min(built) > halves[0].position
        return bool(halves)


def test_no_kill_loses_an_acknowledged_event_or_leaves_a_view_that_a_replay_would_not_make(stores):
    chance, resumed = random.Random(7), 0
    grows, full = stores
    with opened(full) as library:
        read(library)
    known = {grows: {}, full: {}}
    for kill in range(KILLS):
        bulk = chance.choice([0, 20_000])
        store, act, words = [
            (grows, adds(grows, kill), chance.randrange(3)),
            (full, replays(full, bulk), chance.randrange(40)),
            (full, switches(full, bulk), chance.randrange(1, 4)),
            (full, reads(full, bulk, chance), chance.randrange(3)),
        ][kill % 4]
        said = Child(act).kill(words, chance.random() * 0.01)
        check(store, [word for word in said if ":" in word], known[store])
        if kill % 4 == 1:
            resumed += resumes(store)
    assert resumed >= KILLS // 12
