"""Finding dates in English news, each with its receipt: phrase, span, rule, and what it rests on."""

from timeline.reading.dates.engine import find
from timeline.reading.dates.found import Found

__all__ = ["Found", "find"]
