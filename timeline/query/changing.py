"""What was learnt, corrected, withdrawn between two positions, and what reads differently."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.json import encode

from timeline.chronicle import decode, fields
from timeline.query.occasions import Occasions
from timeline.query.values import Changed, Decided, Difference
from timeline.replay.decide import DECISIONS
from timeline.replay.engine import Engine
from timeline.replay.whom import KINDS
from timeline.views import Rows
from timeline.views.condition import Condition
from timeline.views.rows import Row

TOLD = (
    *(kind for kind in DECISIONS if kind != "assertion-recorded"),
    *(kind for kind in KINDS if kind != "gazetteer-adopted"),
    "noted", "chronicle-imported",
    "article-described", "article-dated", "occasion-dated",
)  # fmt: skip
PAGE = 500
"""Events, or rows, that are read together."""


def changes(engine: Engine, first: int, last: int) -> Changed:
    """What the events after `first`, up to `last`, did."""
    recorded = engine.file.connection.execute(
        "SELECT count(*) FROM assertions WHERE position > ? AND position <= ?", (first, last)
    ).fetchone()[0]
    articles = len(engine.ledger.turns(("article-admitted",), first, last))
    decisions, moved = _decisions(_events(engine, first, last))
    told = tuple(differences(engine, first, last))
    untold = tuple(_untold(engine, last))
    return Changed(first, last, decisions, recorded, articles, told, moved, untold)


def _events(engine: Engine, first: int, last: int) -> Iterator[Decided]:
    """What a person did, in order; of what readers did, each is only looked at."""
    places = [position for position, _, _ in engine.ledger.turns(TOLD, first, last)]
    for start in range(0, len(places), PAGE):
        for recorded in engine.chronicle.these(places[start : start + PAGE]):
            held = fields(recorded)
            if held and _by_a_person(*held) and (event := decode(recorded)):
                yield Decided(recorded.position, event.NAME, event.model_dump())


def _decisions(events: Iterable[Decided]) -> tuple[tuple[Decided, ...], dict[int, int]]:
    """Decisions, without what only followed from the date of an article; how much of it each had.

    What follows stands right behind it in the record, with its reason.
    """
    decisions: list[Decided] = []
    moved: dict[int, list[str]] = {}
    """By position: the assertions; one of which both dates moved stands twice."""
    for one in events:
        last = decisions[-1] if decisions else None
        if last and last.name.startswith("article-dated") and _follows(one, last, moved):
            moved.setdefault(last.position, []).append(one.event["id"])
        else:
            decisions.append(one)
    return tuple(decisions), {place: len({*ids}) for place, ids in moved.items()}


def _follows(one: Decided, last: Decided, moved: Mapping[int, Sequence[str]]) -> bool:
    return (
        one.name.startswith("assertion-dated")
        and one.event["basis"] != "person"
        and one.position == last.position + len(moved.get(last.position, ())) + 1
        and (one.event["by"], one.event["reason"]) == (last.event["by"], last.event["reason"])
    )


def _untold(engine: Engine, last: int) -> Iterator[str]:
    """Views that do not go as far, so that nothing is told of them."""
    for name in sorted(engine.projections):
        kept = engine.kept(name)
        if kept is None or kept.build.position < last:
            place = f"as of #{kept.build.position}" if kept else "not built"
            yield (
                f"{name} is {place}: what reads differently there is not told;"
                f" timeline projection replay {name}"
            )


def _by_a_person(name: str, event: Mapping[str, Any]) -> bool:
    """Readers describe and date what they read; a person gives a reason, or is the basis."""
    if name.startswith(("article-", "occasion-dated", "assertion-dated")):
        return event.get("basis") == "person" or bool(event.get("reason"))
    return True


def differences(engine: Engine, first: int, last: int) -> Iterator[Difference]:
    """Entries known at `first` that read differently at `last`, view by view."""
    before = Occasions(engine.shelves.dates(as_of=first))
    after = Occasions(engine.shelves.dates(as_of=last))
    redated: dict[str, list[int]] = {}
    for place, _, key in engine.ledger.turns(("occasion-dated",), first, last):
        redated.setdefault(key, []).append(place)
    for name in sorted(engine.projections):
        kept = engine.kept(name)
        if kept is None or kept.build.position < last:
            continue
        rows = engine.rows(name, kept.build)
        for held in _rows(rows, _positions(rows, first, last, list(redated)), first, last):
            was, now = (
                row and occasions.joined(row.entry, row.moves)
                for row, occasions in zip(held, (before, after), strict=True)
            )
            one = now or was
            if one is not None and was != now:
                because = {p for p in engine.ledger.about(one.id) if first < p <= last}
                because |= {row.since for row in held if row and first < row.since <= last}
                because |= {p for row in held if row for p in redated.get(_mover(row), ())}
                yield Difference(name, one.id, one.handle, was, now, tuple(sorted(because)))


def _positions(rows: Rows, first: int, last: int, redated: list[str]) -> list[int]:
    found = set(rows.changed(first, last))
    sql = (
        f"SELECT position FROM {rows.live} WHERE position <= ? AND moves <> 0"  # noqa: S608 - ours
        " AND moves IN (SELECT +code FROM lists_members WHERE name IN"  # by the index of what moves
        " (SELECT value FROM json_each(?)))"
    )
    found.update(row[0] for row in rows.connection.execute(sql, (first, _json(redated))))
    return sorted(found)


def _mover(row: Row) -> str:
    """The occasion that dates an entry; empty if none does."""
    return row.moves[0] if row.moves else ""


def _rows(
    rows: Rows, positions: Sequence[int], first: int, last: int
) -> Iterator[tuple[Row | None, Row | None]]:
    """How each of these was held at the one position and at the other."""
    for start in range(0, len(positions), PAGE):
        some = positions[start : start + PAGE]
        was, now = (_held(rows, some, as_of) for as_of in (first, last))
        yield from ((was.get(position), now.get(position)) for position in some)


def _held(rows: Rows, positions: Sequence[int], as_of: int) -> dict[int, Row]:
    where = "position IN (SELECT value FROM json_each(?))"
    found = rows.entries(Condition(where, (_json(positions),), narrow=True), as_of)
    return {row.entry.position: row for row in found}


def _json(values: Sequence[object]) -> str:
    return encode(values).decode()
