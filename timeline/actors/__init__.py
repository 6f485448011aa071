"""Who is who: the shipped gazetteer, and a directory that events change.

Each is loaded when it is first asked for: a reading command needs names, and little else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

HOMES = {
    "directory": ("Directory",),
    "entry": ("Affiliation", "Entry"),
    "gazetteer": ("GazetteerVersion", "shipped"),
    "introduction": ("Introduced", "introduced"),
    "mentions": ("Mention",),
    "spelling": ("fold", "key"),
}
"""By module, what it brings."""


def __getattr__(name: str) -> object:
    """Load what is asked for, once."""
    for home, names in HOMES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
