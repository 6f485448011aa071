"""Statements of one speaker that repeat one another, made one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.projection.duplicates import merge
from timeline.projection.spoken import Spoken


def repeated(held: Mapping[tuple[str, ...], list[Spoken]]) -> Iterable[list[Spoken]]:
    """Statements of one speaker, those together that say the same."""
    if len(held) < 2:
        yield from held.values()
        return
    merged = merge(entry for found in held.values() for entry in found)
    alike = [same for same in merged if len(same) > 1]
    if not alike:
        yield from held.values()
        return
    root = {key: key for key in held}
    home = {entry.id: key for key, found in held.items() for entry in found}
    for same in alike:
        first = _find(root, home[same[0].id])
        for entry in same[1:]:
            root[_find(root, home[entry.id])] = first
    gathered: dict[tuple[str, ...], list[Spoken]] = defaultdict(list)
    for key in held:
        gathered[_find(root, key)].extend(held[key])
    yield from gathered.values()


def _find(root: dict[tuple[str, ...], tuple[str, ...]], key: tuple[str, ...]) -> tuple[str, ...]:
    while root[key] != key:
        key = root[key]
    return key
