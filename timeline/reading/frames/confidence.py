"""Confidence: how often a pattern had words and speaker right, as measured."""

from timeline.reading.lexicons import load

UNMEASURED = 50
"""Per cent, for a pattern too rare to have been measured."""


def confidence(pattern: str) -> int:
    """Per cent of attributions of this pattern that were right; source: confidence.toml."""
    measured = load("confidence")["patterns"].get(pattern)
    return int(measured[0]) if measured else UNMEASURED
