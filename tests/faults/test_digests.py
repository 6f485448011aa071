"""One digest, whatever the hash seed of the interpreter and the size of the pages."""

import os
import subprocess
import sys
from pathlib import Path

from tests.faults.digests import SIZES

ROOT = Path(__file__).parents[2]


def test_two_hash_seeds_and_two_sizes_of_pages_come_to_one_digest(store, truth):
    told = [
        subprocess.run(
            [sys.executable, "-m", "tests.faults.digests", str(store)],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, timeout=60, check=True,
        ).stdout
        for seed in ("0", "1")
    ]  # fmt: skip
    expected = [f"{name} {digest}" for name, (_, digest, _) in truth.items()] * len(SIZES)
    assert [text.splitlines() for text in told] == [expected] * 2
