"""What tests of several areas ask for."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.replay.world import World


@pytest.fixture
def world() -> Iterator[World]:
    """A chronicle of made-up articles, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder))
        yield made
        made.chronicle.close()
