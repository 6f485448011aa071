"""Prints the digest of each view of a store, built from nothing in pages of two sizes.

Run by a test as `python -m tests.faults.digests STORE`, under one hash seed and another.
"""

import sys
from functools import partialmethod
from pathlib import Path

from tests.faults.ground import opened
from timeline.chronicle import Chronicle

SIZES = 1000, 7


def main(store: Path) -> None:
    """Print a line for each size and view: view, digest."""
    pages = Chronicle.pages
    for size in SIZES:
        Chronicle.pages = partialmethod(pages, page=size)
        with opened(store, Path(":memory:")) as library:
            library.catch_up(*library.catalogue.projections)
            for state in library.projections():
                print(state.name, state.digest)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
