"""Dates in English news, each with its receipt: phrase, span, rule, and what it rests on."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.reading.dates.engine import find
    from timeline.reading.dates.faults import Problem, other_digits, problems, templates
    from timeline.reading.dates.found import Found
    from timeline.reading.dates.headers import Header, header, in_dateline, stamp
    from timeline.reading.dates.receipts import sentence

__all__ = [
    "Found",
    "Header",
    "Problem",
    "find",
    "header",
    "in_dateline",
    "other_digits",
    "problems",
    "sentence",
    "stamp",
    "templates",
]

ROOMS = {"find": "engine", "Found": "found", "Header": "headers", "header": "headers"}
ROOMS |= {"stamp": "headers", "in_dateline": "headers", "Problem": "faults", "problems": "faults"}
ROOMS |= {"other_digits": "faults", "templates": "faults", "sentence": "receipts"}


def __getattr__(name: str) -> object:
    """What is named, imported when first asked for: compiling patterns costs start-up time."""
    if name not in ROOMS:
        raise AttributeError(name)
    value = getattr(import_module(f"{__name__}.{ROOMS[name]}"), name)
    globals()[name] = value
    return value
