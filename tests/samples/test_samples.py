"""An event that was once stored is read for ever, and its shape never changes under its name."""

import json

import pytest

from tests.samples.making import HERE, shape
from timeline.chronicle import Recorded, decode, encode
from timeline.chronicle.upcasters import UPCASTERS
from timeline.events import EVENTS

SAMPLES = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*.json"))}


def stored(name):
    """The state as it stands in a store, to the byte."""
    held = SAMPLES[name]["state"]
    return json.dumps(held, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_every_event_has_its_sample():
    assert EVENTS.keys() <= SAMPLES.keys(), "run `python -m tests.samples`, and look at the file"


def test_every_sample_has_an_event_or_an_upcaster():
    assert SAMPLES.keys() == EVENTS.keys() | UPCASTERS.keys()


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_a_shape_changes_only_under_a_new_version(name):
    assert shape(EVENTS[name]) == SAMPLES[name]["shape"], (
        f"the shape of {name} changed: raise the version in NAME and add an upcaster from {name}"
    )


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_stored_sample_is_read(name):
    event = decode(Recorded(1, "s", 1, name, stored(name)))
    assert event is not None
    assert list(SAMPLES[name]["state"].values()) == [
        value for value in SAMPLES[name]["state"].values() if value in dict(event).values()
    ], "an upcaster lost something"


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_an_event_is_written_to_the_byte_as_its_sample(name):
    event = decode(Recorded(1, "s", 1, name, stored(name)))
    assert encode(event) == stored(name)
    assert SAMPLES[name]["state"].keys() == EVENTS[name].model_fields.keys(), (
        "a field at its default"
    )


def test_a_changed_shape_would_be_noticed():
    from timeline.events import Noted

    class Altered(Noted):
        mood: str = ""

    class Narrowed(Noted):
        text: int

    assert shape(Altered) != SAMPLES["noted.1"]["shape"] != shape(Narrowed)
