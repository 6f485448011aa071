"""Dates in English news, each with its receipt: phrase, span, rule, and what it rests on."""

from timeline.reading.dates.engine import find
from timeline.reading.dates.found import Found
from timeline.reading.dates.header import Header, header, stamp
from timeline.reading.dates.problems import Problem, problems
from timeline.reading.dates.rule import RULES

__all__ = ["Found", "Header", "Problem", "find", "header", "problems", "sentence", "stamp"]


def sentence(rule: str) -> str:
    """Why an expression found by this rule means what it means: for receipts."""
    return RULES[rule].sentence
