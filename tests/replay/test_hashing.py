"""A digest is the same whatever the seed of hashes, and however the events are paged."""

import os
import subprocess
import sys
from pathlib import Path

from tests.replay.world import World

ROOT = Path(__file__).parents[2]
REPLAY = """
import sys
from pathlib import Path
from timeline.chronicle import Chronicle
from timeline.query import Library
folder, size = Path(sys.argv[1]), int(sys.argv[2])
with Chronicle.open(folder / "timeline.db") as chronicle:
    paged = chronicle.pages
    chronicle.pages = lambda position=0, upto=None: paged(position, upto, size)
    library = Library(chronicle, folder / f"{size}.views.db")
    print(*(library.ask(view).digest for view in ("log", "stance", "responses")))
    library.close()
"""


def replayed(folder: Path, seed: str, size: int) -> list[str]:
    """Digests of views that a process of its own made from nothing."""
    told = subprocess.run(
        [sys.executable, "-c", REPLAY, str(folder), str(size)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.split()


def test_digests_are_the_same_for_any_seed_of_hashes_and_any_pages(tmp_path):
    """
    China on NATO and Japan, NATO on China, at the summit; one corrected, one retracted
    Zed is China
    """
    world = World(tmp_path)
    world.article(
        "1.txt",
        {"by": "China", "about": "NATO", "targets_name": ["NATO", "Japan", "Zed"]},
        {"by": "NATO", "about": "China", "occasion": "Summit", "occasion_key": "Summit"},
        {"by": "Zed", "about": "NATO", "reporters_name": ["Ann Lee", "Xinhua"]},
    )
    world.decide(0, "correct")
    world.decide(1, "retract")
    world.alias("Zed", "China")
    world.chronicle.close()
    first = replayed(tmp_path, "0", 1000)
    assert len(set(first)) > 1
    assert replayed(tmp_path, "1", 2) == first
