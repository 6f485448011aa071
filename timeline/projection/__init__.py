"""The contract of a projection: a named, versioned question that turns changes into entries."""

from timeline.projection.contract import Asked, Change, Entry, Projection, Standing, View
from timeline.projection.sheet import Cell, Grid, Heading, Mark, Sentence, Sheet, Statement, Thread

__all__ = [
    "Asked", "Cell", "Change", "Entry", "Grid", "Heading", "Mark", "Projection", "Sentence",
    "Sheet", "Standing", "Statement", "Thread", "View",
]  # fmt: skip
