"""One assertion: found by whatever a person has of its name, as it stands, with all its history."""

import re
from typing import Any, NamedTuple

from timeline.chronicle import decode
from timeline.errors import NotFound
from timeline.projection import Standing
from timeline.query import shelf
from timeline.query.values import Decided
from timeline.replay.engine import Engine

HANDLE = re.compile(r"([0-9a-zA-Z]+)@([0-9]*)(\.[0-9]+)?")
ID = re.compile(r"[0-9a-f]{4,8}(-[0-9a-f-]*)?")
SHOWN = 8
"""Candidates that are told where a prefix means several."""


class Candidate(NamedTuple):
    """An assertion that a word may mean."""

    position: int
    id: str
    handle: str


def find(engine: Engine, word: str, as_of: int | None = None) -> Candidate:
    """The one assertion that a word means: its id, its handle, or the start of either.

    Raises: NotFound, for several with the candidates.
    """
    text = word.strip()
    found = _exact(engine, text) or _by_handle(engine, text) or _by_id(engine, text)
    if as_of is not None:
        found = [one for one in found if one.position <= as_of]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"There is no assertion “{word}”.")
    told = ", ".join(one.handle for one in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise NotFound(f"“{word}” may be any of {told}{more}.")


def _select(engine: Engine, where: str, *values: object) -> list[Candidate]:
    sql = f"SELECT position, id, handle FROM assertions WHERE {where} ORDER BY position LIMIT 1000"  # noqa: S608
    return list(map(Candidate._make, engine.file.connection.execute(sql, values)))


def _exact(engine: Engine, text: str) -> list[Candidate]:
    return _select(engine, "id = ?", text.lower()) or _select(engine, "handle = ?", text.lower())


def _by_handle(engine: Engine, text: str) -> list[Candidate]:
    match = HANDLE.fullmatch(text)
    if match is None:
        return []
    start, offset, second = match[1].lower(), match[2], match[3] or ""
    starts = {start} | {one.sha256[:8] for one in shelf.short(engine, start)}
    found: list[Candidate] = []
    for one in sorted(starts):
        found += _select(engine, "handle >= ? AND handle < ?", one, f"{one}~")
    exact = [one for one in found if one.handle.partition("@")[2] == offset + second]
    return exact or [one for one in found if one.handle.partition("@")[2].startswith(offset)]


def _by_id(engine: Engine, text: str) -> list[Candidate]:
    if not ID.match(text.lower()):
        return []
    return _select(engine, "id >= ? AND id < ?", text.lower(), f"{text.lower()}~")


def standing(engine: Engine, one: Candidate, as_of: int) -> Standing:
    """How it stands, its date its own: occasions are joined by the caller. Raises: NotFound."""
    engine.fold.rewind(as_of)
    found = engine.fold.standing(one.position, as_of)
    if found is None:
        raise NotFound(f"The words of {one.handle} were erased.")
    return found


def recorded(engine: Engine, one: Candidate, as_of: int) -> dict[str, Any]:
    """The whole record as it stands: the fields of the event that last recorded all of it."""
    dossier = engine.ledger.dossier(one.position, as_of)
    recorded = engine.chronicle.at(dossier.record if dossier else one.position)
    event = decode(recorded) if recorded else None
    if event is None:
        raise NotFound(f"The words of {one.handle} were erased.")
    return event.model_dump()


def history(engine: Engine, one: Candidate) -> list[Decided]:
    """All that happened to it, oldest first."""
    places = dict.fromkeys((one.position, *engine.ledger.about(one.id)))
    return [told for position in places if (told := decided(engine, position)) is not None]


def decided(engine: Engine, position: int) -> Decided | None:
    """The event at a position, with every field; None if it was erased."""
    recorded = engine.chronicle.at(position)
    event = decode(recorded) if recorded else None
    return None if event is None else Decided(position, event.NAME, event.model_dump())
