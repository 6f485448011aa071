"""Undo: the reverse of one's own decision, appended like any other."""

from timeline.review.undo.aspect import undone
from timeline.review.undo.find import last_of, undoing
from timeline.review.undo.plan import undo
from timeline.review.undo.reverse import Past, reverse

__all__ = ["Past", "last_of", "reverse", "undo", "undoing", "undone"]
