"""A store with views beside it, made once; each test harms a copy of its own."""

import os
import shutil
from pathlib import Path

import pytest

from tests.faults.ground import afresh, load, opened, read, tell


@pytest.fixture(scope="session")
def told(tmp_path_factory) -> Path:
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    load()
    folder = tmp_path_factory.mktemp("told")
    tell(folder, 30, 12)
    store = folder / "timeline.db"
    with opened(store) as library:
        read(library)
        library.ask("log", words=("words",))
    return store


@pytest.fixture(scope="session")
def truth(told):
    """What every view must say of it, whatever happened to the file of the views."""
    return afresh(told)


@pytest.fixture
def store(told, tmp_path) -> Path:
    for path in told.parent.iterdir():
        if path.suffix in (".db", ".seal"):
            shutil.copy(path, tmp_path)
    return tmp_path / "timeline.db"
