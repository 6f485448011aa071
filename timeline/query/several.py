"""Several assertions by their ids, looked up together: a look at the store for each takes long."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from timeline.chronicle import decode
from timeline.projection import Standing
from timeline.query.library import Library

PAGE = 500
"""As many as one question to the store takes."""
T = TypeVar("T")


def paged(several: Sequence[T]) -> Iterator[Sequence[T]]:
    """A page of them at a time."""
    yield from (several[start : start + PAGE] for start in range(0, len(several), PAGE))


def standings(library: Library, ids: Collection[str]) -> dict[str, Standing]:
    """How they stand, each with the date of its own; what is not here, or was erased, is left out.

    Args:
        library: the views of the record.
        ids: a page of them.
    """
    position, engine = library.position(), library.engine

    def found() -> dict[str, Standing]:
        engine.fold.rewind(position)
        places = sorted(engine.ledger.positions(list(ids)).values())
        return {one.id: one for one in engine.fold.standings(places, position) if one is not None}

    return library.safely(found)


def records(
    library: Library, asked: Collection[tuple[str, int]]
) -> dict[tuple[str, int], dict[str, Any]]:
    """Their whole records as they stood at a position, by id and position; as `standings` else.

    Args:
        library: the views of the record.
        asked: a page of ids, each with a position.
    """
    ledger = library.engine.ledger
    firsts = ledger.positions([id_ for id_, _ in asked])
    places: dict[tuple[str, int], int] = {}
    for id_, as_of in asked:
        if id_ in firsts:
            dossier = ledger.dossier(firsts[id_], as_of)
            places[id_, as_of] = dossier.record if dossier else firsts[id_]
    told = library.engine.chronicle.these(sorted({*places.values()}))
    events = {one.position: event.model_dump() for one in told if (event := decode(one))}
    return {key: events[place] for key, place in places.items() if place in events}
