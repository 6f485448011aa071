"""A store to write in, and something to write."""

import pytest

from timeline.chronicle import Batch, Chronicle, new_envelope
from timeline.events import Noted


@pytest.fixture
def path(tmp_path):
    return tmp_path / "timeline.db"


@pytest.fixture
def chronicle(path):
    with Chronicle.create(path) as chronicle:
        yield chronicle


@pytest.fixture
def note():
    def note(text="", by="Ada"):
        return Noted(**new_envelope(by), subject="s", text=text)

    return note


@pytest.fixture
def batch(note):
    def batch(stream, *texts, expected=0, by="Ada"):
        return Batch(stream, expected, [note(text, by) for text in texts])

    return batch
