"""Ask the views: what stands, what is said of whom, what was held when."""

from timeline.query.library import Library
from timeline.query.values import (
    ActorStanding,
    Answer,
    ArticleStanding,
    Changed,
    Decided,
    Difference,
    Filters,
    Found,
    OccasionStanding,
    ProjectionState,
)  # fmt: skip

__all__ = [
    "ActorStanding", "Answer", "ArticleStanding", "Changed", "Decided", "Difference", "Filters",
    "Found", "Library", "OccasionStanding", "ProjectionState",
]  # fmt: skip
