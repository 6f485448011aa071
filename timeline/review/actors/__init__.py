"""Who is who, decided by people: names, affiliations, kinds, merges; each with its reverse."""

from timeline.review.actors.affiliation import RELATIONS, Tie, tie, untie
from timeline.review.actors.alias import alias, unalias
from timeline.review.actors.define import define
from timeline.review.actors.merge import merge, part
from timeline.review.actors.scene import Scene, stream_of
from timeline.review.actors.unresolved import Unresolved, unplaced, unresolved

__all__ = [
    "RELATIONS", "Scene", "Tie", "Unresolved", "alias", "define", "merge", "part", "stream_of",
    "tie", "unalias", "unplaced", "unresolved", "untie",
]  # fmt: skip
