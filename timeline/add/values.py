"""What becomes of a file that is added: a new article, one that is known, or none."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline.add.given import NOTHING, Given
from timeline.add.sources import Passed
from timeline.article import Article, Unusable
from timeline.assertion import Assertion, Basis, Finding, Refusal
from timeline.reading.describe import Description


class Added(NamedTuple):
    """An article that is new here."""

    article: Article
    """With its title, publisher, address and date, as recorded."""
    basis: Basis
    """What its date rests on: `stated`, `person`, or `unknown`."""
    assertions: tuple[Assertion, ...]
    refused: tuple[Refusal, ...]
    findings: tuple[Finding, ...]
    """What was noticed and not guessed about."""
    positions: Sequence[int]
    """Of its events."""
    doubts: tuple[str, ...] = ()
    """What speaks against its date."""


class Known(NamedTuple):
    """An article that is here already: nothing of it is stored twice."""

    name: str
    """The file that holds it once more."""
    article: Article
    """As it is known here; what was given with the file now does not change it."""
    given: Given = NOTHING
    """What was said of it now."""
    differs: tuple[str, ...] = ()
    """What was given now and is not what is known: of published, title, publisher, url."""
    reader: str | None = None
    """Which newer reader read it again, `rules/2`; None if it was read so before."""
    fresh: tuple[Assertion, ...] = ()
    """Of that reading: assertions that no earlier one had."""
    again: tuple[Assertion, ...] = ()
    """Of that reading: assertions that were recorded again, because they read otherwise."""
    missed: tuple[str, ...] = ()
    """Ids of assertions that earlier readings had and that one has not: marked, never removed."""


Outcome = Added | Known | Passed | Unusable


Describe = Callable[[str], Description]
"""Reads the head of an article's text."""
