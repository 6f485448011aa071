"""Whom an event about actors names: those of whom it may tell something else than before."""

from collections.abc import Mapping
from typing import Any

from timeline.actors.spelling import key

TOUCHED = {
    "actor-defined": ("actor",),
    "alias-added": ("alias",),
    "alias-removed": ("alias",),
    "actors-merged": ("actor", "into"),
    "actors-parted": ("actor", "into"),
    "affiliation-set": ("child",),
    "affiliation-removed": ("child",),
}
"""The fields of each event that name whom it changes."""


def touched(name: str, event: Mapping[str, Any]) -> set[str]:
    """The keys of the names that an event is about.

    Args:
        name: the stored name, without its version; a gazetteer names all, and none here.
        event: its fields.
    """
    return {key(event[field]) for field in TOUCHED.get(name, ())}
