"""Carrying the record from one store to another, and checking it: `chronicle/1` out and in."""

from timeline.transfer.facing import Compared
from timeline.transfer.folding import Comparison, compare
from timeline.transfer.importing import stage, store
from timeline.transfer.selecting import Part, part
from timeline.transfer.staging import Staged
from timeline.transfer.values import Clash, Imported
from timeline.transfer.verifying import Counts, Flaw, Verification
from timeline.transfer.writing import lines, write

__all__ = [
    "Clash", "Compared", "Comparison", "Counts", "Flaw", "Imported", "Part", "Staged",
    "Verification", "compare", "lines", "part", "stage", "store", "write",
]  # fmt: skip
