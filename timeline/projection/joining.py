"""Statements of one speaker that repeat one another, made one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.projection.duplicates import merge
from timeline.projection.spoken import Spoken
from timeline.projection.union import Union


def repeated(held: Mapping[tuple[str, ...], list[Spoken]]) -> Iterable[list[Spoken]]:
    """The statements of one speaker, those merged that repeat each other."""
    if len(held) < 2:
        yield from held.values()
        return
    merged = merge(entry for found in held.values() for entry in found)
    alike = [same for same in merged if len(same) > 1]
    if not alike:
        yield from held.values()
        return
    together = Union[tuple[str, ...]]()
    home = {entry.id: key for key, found in held.items() for entry in found}
    for same in alike:
        for entry in same[1:]:
            together.join(home[entry.id], home[same[0].id])
    gathered: dict[tuple[str, ...], list[Spoken]] = defaultdict(list)
    for key in held:
        gathered[together.of(key)].extend(held[key])
    yield from gathered.values()
