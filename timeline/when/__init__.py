"""Dates that carry their doubt: one type for articles, assertions and queries, written in EDTF."""

from timeline.when.value import UNKNOWN, When

__all__ = ["UNKNOWN", "When"]
