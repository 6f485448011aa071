"""People in the loop: decisions on what was read, each a pure plan and then one append."""

from timeline.review.taking import take, take_all
from timeline.review.values import Done, Plan

__all__ = ["Done", "Plan", "take", "take_all"]
