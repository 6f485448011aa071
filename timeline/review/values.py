"""What a decision is made of: the plan of what to append, and what came of it."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline.chronicle import Batch
from timeline.errors import BadUse
from timeline.terms import UNDO


class Plan(NamedTuple):
    """What one decision appends, all in one transaction, and how it is told."""

    batches: tuple[Batch, ...]
    """None where it is so already. One without events only holds its stream to its version."""
    says: str
    """One sentence: what was done to what."""
    about: str
    """What it is a decision on: a handle, a name."""
    more: tuple[str, ...] = ()
    """What else is worth a line: what moves with it, what to do next."""


class Done(NamedTuple):
    """What came of a decision."""

    positions: tuple[int, ...]
    """Of the events stored; none where it was so already."""
    says: str
    more: tuple[str, ...] = ()

    @property
    def stored(self) -> bool:
        """Whether anything was stored."""
        return bool(self.positions)

    @property
    def numbers(self) -> str:
        """The positions as a person reads them.

        >>> Done((12,), "").numbers, Done((12, 13, 14), "").numbers, Done((), "").numbers
        ('#12', '#12-14', '')
        """
        if not self.positions:
            return ""
        first, last = self.positions[0], self.positions[-1]
        return f"#{first}" if first == last else f"#{first}-{last}"

    def __str__(self) -> str:
        """One line: the new positions, what was done."""
        return f"{self.numbers} {self.says}" if self.positions else self.says


def already(about: str, says: str) -> Plan:
    """Nothing to append: it is so already."""
    return Plan((), f"{about}: already so, {says}; nothing was stored", about)


def a_reason(text: str | None, *, for_what: str = "this") -> str:
    """The reason of a decision, without white space around it. Raises: BadUse if it is empty."""
    reason = reason_of(text)
    if not reason:
        raise BadUse(f"A reason is needed for {for_what}: -m WHY")
    return reason


def reason_of(text: str | None) -> str | None:
    """A reason without white space around it; None where there is none.

    Raises:
        BadUse: it reads as if this undid something; by such words a reverse is known.
    """
    reason = (text or "").strip()
    if reason.startswith(UNDO):
        position = reason.removeprefix(UNDO)
        raise BadUse(f"Only timeline undo gives such a reason: timeline undo {position}")
    return reason or None


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row, as a sentence has them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *many, one = list(words) or [""]
    return f"{', '.join(many)} {last} {one}" if many else one
