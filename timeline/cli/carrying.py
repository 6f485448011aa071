"""Carrying the record out: `timeline export --full`, to stdout or into a new file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import terms
from timeline.cli.door import Door
from timeline.projection.coverage import plural
from timeline.query import Filters

if TYPE_CHECKING:
    from timeline.transfer import Part

ALL = Filters(status=terms.STANDING)
"""What is asked where nothing is: then all of the record goes out."""


def carry(door: Door, asked: "Filters", output: Path | None, *, texts: bool) -> None:
    """Write `chronicle/1`.

    Args:
        door: of the store.
        asked: which assertions; their articles go out whole.
        output: a new file; stdout if None.
        texts: whether the articles' bytes go with them.
    """
    from timeline.transfer import lines, write

    upto = None if asked.as_of is None else door.library.position(asked.as_of)
    # Without a date, `--possible` and `--certain` ask of nothing.
    mode = asked.mode if asked.since or asked.until else ALL.mode
    plain = asked._replace(as_of=None, everything=False, mode=mode)
    whole = plain in (ALL, ALL._replace(status=()))
    part = None if whole else _part(door, asked)
    progress = door.progress
    written = lines(door.chronicle, upto, part, texts=texts, progress=progress.replay)
    if output is not None:
        write(output, written)
    else:
        sys.stdout.buffer.writelines(written)
        sys.stdout.buffer.flush()
    progress.end()
    if part is not None:
        door.hint(f"{plural(len(part.articles), 'article')} of those that the answer quotes")


def _part(door: Door, asked: "Filters") -> "Part":
    from timeline.export import shown
    from timeline.query.held import standings
    from timeline.transfer import part

    found = standings(door.library, asked)
    return part(door.library, {one.article for one in found if shown(one, asked)})
