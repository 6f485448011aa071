"""What a noun phrase that names somebody is made of."""

from typing import NamedTuple

from timeline.assertion import Kind
from timeline.reading.text.skeleton import Skeleton


class Parts(NamedTuple):
    """A noun phrase taken apart, in items of its sentence, ends inclusive."""

    name: tuple[int, int]
    role: tuple[int, int] | None
    body: tuple[int, int] | None
    kind: Kind
    head: str
    """The word by which a later "the embassy" means it."""


def only(sk: Skeleton, first: int, last: int, letters: str) -> bool:
    """Whether the items from `first` to `last` are of no other class than these letters."""
    return not sk.tags[first : last + 1].strip(letters)
