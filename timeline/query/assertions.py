"""One assertion: found by whatever a person has of its name, as it stands, with all its history."""

import re
from typing import Any, NamedTuple

from timeline.chronicle import decode
from timeline.errors import NotFound
from timeline.projection import Standing
from timeline.query.occasions import Occasions
from timeline.query.shorts import short
from timeline.query.values import Decided
from timeline.replay.engine import Engine
from timeline.views.moves import moving

HANDLE = re.compile(r"([0-9a-zA-Z]+)@([0-9]{0,18})(\.[0-9]+)?")
ID = re.compile(r"[0-9a-f]{4,8}(-[0-9a-f-]*)?")
SHOWN = 8
"""Candidates that are told where a prefix means several."""
MOST = 1000
"""Candidates that are looked at: to say that there are more, no more are needed."""
OFFSET = "CAST(substr(handle, instr(handle, '@') + 1) AS INTEGER)"


class Candidate(NamedTuple):
    """An assertion that a word may mean."""

    position: int
    id: str
    handle: str


def find(engine: Engine, word: str, as_of: int | None = None) -> Candidate:
    """The one assertion that a word means: its id, its handle, or the start of id or hash.

    An offset is never cut short: 92 is another place than 923, and what stands there could be
    withdrawn by mistake.

    Raises: NotFound, for several with the candidates.
    """
    text = word.strip()
    found = _exact(engine, text) or _by_handle(engine, text) or _by_id(engine, text)
    if as_of is not None and found:
        first = min(one.position for one in found)
        if first > as_of:
            raise NotFound(f"“{word}” was not held yet at #{as_of}: it was recorded at #{first}.")
        found = [one for one in found if one.position <= as_of]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"There is no assertion “{word}”.{_instead(engine, text)}")
    told = ", ".join(one.handle for one in found[:SHOWN])
    over = "over " if len(found) >= MOST else ""
    more = f" and {over}{len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise NotFound(f"“{word}” may be any of {told}{more}.")


def _instead(engine: Engine, text: str) -> str:
    """What is closest in the same article to the offset asked for; else what an id looks like."""
    match = HANDLE.fullmatch(text)
    if match is None:
        return " An id looks like 003@923: timeline log shows them."
    near = _starting(engine, match[1].lower(), near=int(match[2])) if match[2] else []
    # As the article was called, unless that is the start of several hashes.
    same = len({one.handle.partition("@")[0] for one in near}) == 1
    told = (f"{match[1]}@{one.handle.partition('@')[2]}" if same else one.handle for one in near)
    return f" Near it: {', '.join(told)}." if near else ""


def _starting(
    engine: Engine, start: str, *, at: int | None = None, near: int | None = None
) -> list[Candidate]:
    """The assertions of the articles whose short name is this, or whose SHA-256 begins so.

    Args:
        engine: of the views.
        start: lower case.
        at: only those whose words begin at this offset.
        near: only the three whose words begin the closest to this offset.
    """
    starts = {sha256[:8] for sha256 in short(engine, start).values()}
    # An article without a number is called by the start of its hash: it is found once.
    starts = {start, *(one for one in starts if not one.startswith(start))}
    ranges = " OR ".join(["(handle >= ? AND handle < ?)"] * len(starts))
    bounds = [bound for one in sorted(starts) for bound in (one, f"{one}~")]
    if near is not None:
        by = f"abs({OFFSET} - ?)"
        return _select(engine, ranges, *bounds, near, by=by, most=3)
    if at is not None:
        return _select(engine, f"({ranges}) AND {OFFSET} = ?", *bounds, at)
    return _select(engine, ranges, *bounds)


def _select(
    engine: Engine, where: str, *values: object, by: str = "position", most: int = MOST
) -> list[Candidate]:
    sql = f"SELECT position, id, handle FROM assertions WHERE {where} ORDER BY {by} LIMIT {most}"  # noqa: S608
    return list(map(Candidate._make, engine.file.connection.execute(sql, values)))


def _exact(engine: Engine, text: str) -> list[Candidate]:
    return _select(engine, "id = ?", text.lower()) or _select(engine, "handle = ?", text.lower())


def _by_handle(engine: Engine, text: str) -> list[Candidate]:
    match = HANDLE.fullmatch(text)
    if match is None:
        return []
    start, offset, second = match[1].lower(), match[2], match[3] or ""
    if not offset:
        return _starting(engine, start)
    found = _starting(engine, start, at=int(offset))
    exact = [one for one in found if one.handle.partition("@")[2] == offset + second]
    return exact or ([] if second else found)


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


def read(engine: Engine, word: str, as_of: int) -> Standing:
    """How the assertion that a word means stands, its date joined with its occasion's."""
    found = standing(engine, find(engine, word, as_of), as_of)
    if not (moves := moving(found, found.days)):
        return found
    return Occasions(engine.shelves.dates(as_of=as_of)).joined(found, moves)


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
