"""What was learnt, corrected, withdrawn between two positions, and what reads differently."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.query.assertions import decided
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


def changes(engine: Engine, first: int, last: int) -> Changed:
    """What the events after `first`, up to `last`, did."""
    events = [
        event
        for position, _, _ in engine.ledger.turns(TOLD, first, last)
        if (event := decided(engine, position)) is not None and _by_a_person(event)
    ]
    recorded = engine.file.connection.execute(
        "SELECT count(*) FROM assertions WHERE position > ? AND position <= ?", (first, last)
    ).fetchone()[0]
    articles = len(engine.ledger.turns(("article-admitted",), first, last))
    decisions, moved = _decisions(events)
    told = tuple(differences(engine, first, last))
    untold = tuple(_untold(engine, last))
    return Changed(first, last, decisions, recorded, articles, told, moved, untold)


def _decisions(events: Sequence[Decided]) -> tuple[tuple[Decided, ...], dict[int, int]]:
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


def _by_a_person(event: Decided) -> bool:
    """Readers describe and date what they read; a person gives a reason, or is the basis."""
    found = event.event
    if event.name.startswith(("article-", "occasion-dated", "assertion-dated")):
        return found.get("basis") == "person" or bool(found.get("reason"))
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
        for position in _positions(rows, first, last, list(redated)):
            held = _row(rows, position, first), _row(rows, position, last)
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
    for key in redated:
        sql = (
            f"SELECT position FROM {rows.live} WHERE position <= ? AND moves IN"  # noqa: S608
            " (SELECT +code FROM lists_members WHERE name = ?)"
        )
        found.update(row[0] for row in rows.connection.execute(sql, (first, key)))
    return sorted(found)


def _mover(row: Row) -> str:
    """The occasion that dates an entry; empty if none does."""
    return row.moves[0] if row.moves else ""


def _row(rows: Rows, position: int, as_of: int) -> Row | None:
    return next(rows.entries(Condition("position = ?", (position,), narrow=True), as_of), None)
