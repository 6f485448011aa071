"""The contract of a projection: a named, versioned question that turns changes into entries."""

from timeline.projection.asked import Articles, Asked
from timeline.projection.contract import Change, Projection, View
from timeline.projection.entry import Entry
from timeline.projection.searching import searched
from timeline.projection.sheet import (
    Arrangement,
    Block,
    Cell,
    Deferred,
    Grid,
    Heading,
    Mark,
    Point,
    Reply,
    Sentence,
    Sheet,
    Statement,
    Table,
    Thread,
)  # fmt: skip
from timeline.projection.standing import Standing

__all__ = [
    "Arrangement", "Articles", "Asked", "Block", "Cell", "Change", "Deferred", "Entry", "Grid",
    "Heading", "Mark", "Point", "Projection", "Reply", "Sentence", "Sheet", "Standing",
    "Statement", "Table", "Thread", "View", "searched",
]  # fmt: skip
