"""What came of an import: counts, and the streams that were left as they are."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from timeline.chronicle import Recorded

How = Literal["copy", "merge"]
"""`copy`: into an empty store, positions and all; `merge`: what was missing, after what is here."""


class Clash(NamedTuple):
    """A stream that goes on differently here and there; nothing of it was merged."""

    line: int
    """Of the file."""
    ours: "Recorded | None"
    """None where theirs decides on an assertion that another clash kept out."""
    theirs: "Recorded"


class Imported(NamedTuple):
    """What came of an import."""

    how: How
    events: int
    """Stored now."""
    articles: int
    """Stored now, with their bytes."""
    known: int
    """Events that were here already."""
    batches: int
    """Each stored whole or not at all."""
    head: int
    clashes: tuple[Clash, ...] = ()
