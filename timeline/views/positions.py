"""Positions where none is named: as of ever, up to the last there is."""

EVER = 1 << 62
"""Behind every position that an event can have."""


def upto(as_of: int | None) -> int:
    """The last position that counts; None: they all do."""
    return EVER if as_of is None else as_of
