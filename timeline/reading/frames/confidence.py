"""Confidence: how often a pattern had words and speaker right, as measured."""

from timeline.reading.lexicons import load

UNMEASURED = 50
"""Per cent, for what the corpus does not mark: acts done, the article's own voice."""


def measured(pattern: str) -> int | None:
    """Per cent right of this pattern, or of its frame where it is rare; None: never measured.

    Source: confidence.toml.
    """
    table = load("confidence")
    frame = pattern.partition(".")[0]
    found = table["patterns"].get(pattern) or table["frames"].get(frame)
    return int(found[0]) if found else None


def confidence(pattern: str) -> int:
    """Per cent of attributions of this pattern that were right."""
    found = measured(pattern)
    return UNMEASURED if found is None else found
