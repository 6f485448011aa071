"""Finds readers: installed packages name theirs in the entry-point group `timeline.readers`."""

import importlib
import inspect
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import BadUse, NotFound
from timeline.installed import points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.installed import Point
    from timeline.reading.reader import Reader

GROUP = "timeline.readers"
OURS = "rules"
STATED = ("name", "version", "configuration")


def reader(
    name: str = OURS, lexicon: Path | None = None, installed: "Iterable[Point] | None" = None
) -> "Reader":
    """The reader of this name.

    Args:
        name: of its entry point, which means a reader, or a class or function that makes one.
        lexicon: a user's issue lexicon, for readers that take one (`with_lexicon`).
        installed: entry points; those of the installed packages if None.

    Raises:
        NotFound: no such reader, with what was perhaps meant; or it cannot be used, and why.
        BadUse: it takes no lexicon.
        BadInput: the file is no lexicon.
    """
    held = {point.name: point for point in (points(GROUP) if installed is None else installed)}
    if name not in held:
        near = get_close_matches(name, held, n=1, cutoff=0.5)
        meant = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sorted(held))}."
        raise NotFound(f"There is no reader “{name}”. {meant}")
    found = _loaded(held[name])
    if lexicon is None:
        return found
    take = getattr(found, "with_lexicon", None)
    if take is None:
        raise BadUse(f"the reader {name} takes no lexicon")
    other: Reader = take(lexicon)
    return other


def _loaded(point: "Point") -> "Reader":
    """What an entry point means. Raises: NotFound, naming it and its fault."""
    module, _, path = point.value.partition(":")
    try:
        found: Any = importlib.import_module(module.strip())
        for part in filter(None, path.strip().split(".")):
            found = getattr(found, part)
        if inspect.isclass(found) or not hasattr(found, "read"):
            found = found()
        missing = [name for name in STATED if not isinstance(getattr(found, name, None), str)]
        missing += [] if callable(getattr(found, "read", None)) else ["read"]
    except Exception as fault:  # whatever a stranger's code raises stops only itself
        said = f"{type(fault).__name__}: {fault}"
        raise NotFound(f"The reader {point.name} ({point.value}) cannot be used: {said}") from fault
    if missing:
        raise NotFound(
            f"The reader {point.name} ({point.value}) cannot be used: it states no"
            f" {', '.join(missing)}"
        )
    readable: Reader = found
    return readable
