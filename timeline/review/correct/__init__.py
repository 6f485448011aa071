"""Corrections: fields named by a person become the whole assertion as it then stands."""

from timeline.review.correct.apply import Case, after, as_dated, changes, correct, standing_record
from timeline.review.correct.ground import Ground
from timeline.review.correct.table import FIELDS

__all__ = ["FIELDS", "Case", "Ground", "after", "as_dated", "changes", "correct", "standing_record"]
