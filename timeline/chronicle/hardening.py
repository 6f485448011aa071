"""What the store does beyond the library's defaults, each a switch so that a test can miss it."""

from typing import NamedTuple


class Hardening(NamedTuple):
    """All on, always; only tests switch one off, to show what is then lost or let in."""

    full: bool = True
    """Each commit is on disk before it is acknowledged, also through a power cut."""
    immediate: bool = True
    """A write takes its lock before it looks, so nobody commits between look and write."""
    autoincrement: bool = True
    """A position is never given twice, not even after its event was removed by force."""
    append_only: bool = True
    """What is stored is neither changed nor removed."""
    no_replace: bool = True
    """Nothing is stored in a taken place, not by `INSERT OR REPLACE` either."""
    distrust: bool = True
    """The file's own triggers and views may not call functions; cells are checked."""
