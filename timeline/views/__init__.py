"""Storage of views beside the record: a file that may be deleted at any time."""

from timeline.views.builds import Build, Builds
from timeline.views.codec import Codec, fingerprint
from timeline.views.file import ViewsFile
from timeline.views.ledger import Dossier, Ledger
from timeline.views.lists import Lists
from timeline.views.rows import Rows
from timeline.views.shelves import OccasionDate, Shelves
from timeline.views.slot import Slot

__all__ = [
    "Build", "Builds", "Codec", "Dossier", "Ledger", "Lists", "OccasionDate", "Rows",
    "Shelves", "Slot", "ViewsFile",
    "fingerprint",
]  # fmt: skip
