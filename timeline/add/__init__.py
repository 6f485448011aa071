"""Putting articles in: files to articles, read, judged and recorded, each in one transaction."""

from timeline.add.add import add
from timeline.add.adopt import adoption
from timeline.add.given import NOTHING, Given
from timeline.add.readers import reader
from timeline.add.sheet import Sheet
from timeline.add.sources import Passed
from timeline.add.values import Added, Known, Outcome
from timeline.article import Unusable

__all__ = [
    "NOTHING", "Added", "Given", "Known", "Outcome", "Passed", "Sheet", "Unusable", "add",
    "adoption", "reader",
]  # fmt: skip
