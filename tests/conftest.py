"""What tests of several areas ask for."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.replay.world import World

# On a busy machine a law takes as long as it takes; what takes too long is measured elsewhere.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def world() -> Iterator[World]:
    """A chronicle of made-up articles, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder))
        yield made
        made.chronicle.close()
