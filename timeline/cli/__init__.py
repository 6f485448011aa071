"""The command line: `timeline`, its commands in three panels, each imported when called."""

import gc

YOUNG = 200_000
"""Objects that are made before cycles are looked for among them: a reading command makes fewer."""


def main() -> None:
    """Run the command line."""
    # To look for cycles among what is only being imported costs a twentieth of a reading command.
    gc.set_threshold(YOUNG)
    from timeline.cli.root import app

    app()
