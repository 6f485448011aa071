"""Lists of who speaks: "Chinese officials and Russia", "Italy, Peru and Chad"."""

from timeline.reading.speakers.phrases import NOMINAL, left_end
from timeline.reading.text.skeleton import Skeleton

_HEAD = ",SCQ-;:"
"""Before the head of a clause."""


def begin(sk: Skeleton, first: int, limit: int) -> int:
    """The first item of the list whose last member begins at `first`; that where none is listed.

    Args:
        sk: the sentence.
        first: where the noun phrase before the verb begins.
        limit: the first item that may belong to the subject.
    """
    at = first - 1
    if at <= limit or sk.low[at] != "and":
        return first
    if sk.tags[at - 1] == ",":
        return _others(sk, first, limit, at)  # "Italy, Peru, and Chad"
    other = left_end(sk, at - 1, limit) if sk.tags[at - 1] in NOMINAL else None
    if other is not None and (other == limit or sk.tags[other - 1] in _HEAD):
        return _others(sk, other, limit, other)
    return first


def _others(sk: Skeleton, first: int, limit: int, at: int) -> int:
    """Where the names listed before `at` begin: "Italy" of "Italy, Peru and Chad"; else `first`.

    Only if they open a clause: "In Rome, Peru and Chad" and "Ann Roe, of Rome, and Bob" do not.
    """
    listed = at < first  # before ", and" two at least are listed
    while at - 1 > limit and sk.tags[at - 1] == ",":
        before = left_end(sk, at - 2, limit)
        if before is None or sk.tags[at - 2] != "N" or not _plain(sk, before, at - 1):
            break
        opens = before == limit or sk.tags[before - 1] in "SCQ-:;A"
        if opens or sk.tags[before - 2 : before] in {"T,", "A,"}:
            return first if listed else before
        at, listed = before, False
    return first


def _plain(sk: Skeleton, first: int, end: int) -> bool:
    """Whether it is a name, or "the ministers of Italy": nobody's place, and no "Calif."."""
    placed = any(
        sk.tags[at] in "It" and not (sk.low[at] == "of" and sk.low[at - 1].endswith("s"))
        for at in range(first, end)
    )
    return not placed and not sk.low[end - 1].endswith(".")
