"""Comparing a file's events with ours: the same, missing here, or a clash."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from timeline.chronicle import Chronicle, Recorded, fields
from timeline.transfer.staging import Staged

APART = {"at", "by", "nonce"}
"""Who recorded a thing, and when, does not make it another."""
SALTED = "article-admitted"
"""Its commitment hides behind a random salt; the SHA-256 of the bytes says whether it is one."""
HELD = 16
"""Of our streams kept at once."""


def same(ours: Recorded, theirs: Recorded) -> bool:
    """Whether two events at one stream and version are the same.

    What one side erased is not compared: it stays as it is here.
    """
    if ours.state is None or theirs.state is None or ours[3:] == theirs[3:]:
        return True
    return _content(ours) == _content(theirs)


def _content(recorded: Recorded) -> tuple[str, Mapping[str, Any]] | None:
    read = fields(recorded)
    if read is None:
        return None
    name, held = read
    apart = APART | {"commitment"} if name.startswith(SALTED) else APART
    return name, {key: value for key, value in held.items() if key not in apart}


class Ours:
    """Our streams as they were when the import began, a few at a time."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._held: OrderedDict[str, list[Recorded]] = OrderedDict()

    def at(self, stream: str, version: int) -> Recorded | None:
        """Our event at a place of a stream; None if there is none."""
        if stream not in self._held:
            self._held[stream] = self._chronicle.stream(stream)
            if len(self._held) > HELD:
                self._held.popitem(last=False)
        rows = self._held[stream]
        return rows[version - 1] if version <= len(rows) else None

    def records(self, stream: str, assertion: str) -> bool:
        """Whether a stream of ours records an assertion."""
        rows = (fields(row) for row in self._chronicle.stream(stream))
        return any(
            row[0].startswith("assertion-recorded.") and row[1]["id"] == assertion
            for row in rows
            if row
        )


def is_beginning(chronicle: Chronicle, staged: Staged) -> int | None:
    """How far what is here is the very beginning of a file, position by position.

    Returns:
        The last position; 0 for an empty store, None where anything differs.
    """
    pages = (event.recorded for page in staged.events() for event in page)
    last = 0
    for ours in chronicle.after():
        if next(pages, None) != ours:
            return None
        last = ours.position
    return last
