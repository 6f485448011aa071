"""Why an expression means what it means, in a sentence: for `show` and for receipts."""

from timeline.reading.dates import rules  # noqa: F401 - importing them registers them
from timeline.reading.dates.rule import RULES


def sentence(rule: str) -> str:
    """The sentence of a rule, by the name that `Found.rule` bears. Raises: KeyError."""
    return RULES[rule].sentence
