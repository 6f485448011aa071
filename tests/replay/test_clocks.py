"""The clocks of an assertion: each is dated apart, also by events of the older shape."""

import json

from tests.replay.world import World
from timeline.chronicle import Recorded, decode, fields
from timeline.events import AssertionDated


def test_what_it_speaks_of_is_dated_apart_from_when_it_was_said(tmp_path):
    world = World(tmp_path)
    world.article("a.txt", {"said": "2024-07-10", "said_basis": "stated"})
    world.decide(0, "date", date="2024-08-12", clock="about")
    library = world.library()
    one = library.standing(world.ids[0])
    assert (one.said, one.about, one.corrected) == ("2024-07-10", "2024-08-12", False)
    assert library.standing(world.ids[0], as_of=library.position() - 1).about == ""
    world.decide(0, "correct", act="support")
    assert library.standing(world.ids[0]).about == "", "a correction says all of it"
    library.close()
    world.chronicle.close()


def test_an_event_that_knew_one_clock_is_of_when_it_was_said():
    state = {"at": "t", "by": "Ada", "nonce": "0", "id": "i", "said": "2024-07", "basis": "person"}
    old = Recorded(1, "dossier:i", 1, "assertion-dated.1", json.dumps(state).encode())
    event = decode(old)
    assert isinstance(event, AssertionDated)
    assert (event.clock, event.date) == ("said", "2024-07")
    assert fields(old)[1]["date"] == "2024-07"
