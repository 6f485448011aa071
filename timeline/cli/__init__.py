"""The command line: `timeline`, its commands in three panels, each imported when called."""

import gc
import os
import sys

YOUNG = 200_000
"""Objects that are made before cycles are looked for among them: a reading command makes fewer."""


def main() -> None:
    """Run the command line."""
    # To look for cycles among what is only being imported costs a twentieth of a reading command.
    gc.set_threshold(YOUNG)
    open_streams()
    from timeline.cli.root import app

    app()


def open_streams() -> None:
    """Read nothing, and write into nothing, where the shell closed a stream.

    Else the next file opened, which may be the store, would have its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for good
