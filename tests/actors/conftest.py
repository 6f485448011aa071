"""The shipped gazetteer, read once; a directory of its own for each test that changes it."""

import pytest

from timeline.actors import Directory, shipped

SHIPPED = Directory.of(shipped().entries)


@pytest.fixture
def who():
    return SHIPPED


@pytest.fixture
def fresh():
    return Directory.of(shipped().entries)
