"""Who is who: the shipped gazetteer, and a directory that events change."""

from timeline.actors.directory import Directory
from timeline.actors.entry import Affiliation, Entry
from timeline.actors.gazetteer import GazetteerVersion, shipped
from timeline.actors.introduction import Introduced, introduced
from timeline.actors.mentions import Mention
from timeline.actors.spelling import fold, key

__all__ = [
    "Affiliation", "Directory", "Entry", "GazetteerVersion", "Introduced", "Mention", "fold",
    "introduced", "key", "shipped",
]  # fmt: skip
