"""What a replay would change in a view: rows before and after, told as they are found."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.projection.sheet import Sentence, Sheet, Table

if TYPE_CHECKING:
    from timeline.query import Difference, Library

FIRST = 100
"""Rows that people are shown unless they ask for more; programs get all."""
LONGEST = 60
COLUMNS = ("row", "id", "field", "before", "after", "events")


class Comparison:
    """The live view against what the code of now makes of the same events, gone through once."""

    def __init__(self, library: "Library", name: str) -> None:
        """Begin to compare. Raises: NotFound, Conflict."""
        self._library, self._rows = library, library.diff(name)
        before = next((one for one in library.projections() if one.name == name), None)
        self._held = before.rows if before else 0
        self._stamp: dict[str, Any] = {
            "schema": "difference/1",
            "position": before.position if before else 0,
            "view": name,
            "version": before.version if before else 0,
            "digest": before.digest if before else "",
            "replayed_by": library.catalogue.projections[name].version,
        }
        self.kinds: Counter[str] = Counter()

    @property
    def differ(self) -> int:
        """How many rows do, of those told so far."""
        return self.kinds.total()

    @property
    def counts(self) -> dict[str, int]:
        """Rows equal, changed, added and gone, when all are told."""
        changed, added, gone = (self.kinds[kind] for kind in ("changed", "added", "gone"))
        equal = self._held - changed - gone
        return {"equal": equal, "changed": changed, "added": added, "gone": gone}

    @property
    def found(self) -> dict[str, Any]:
        """The counts, and the digest that the view would have: known when all rows are told."""
        from timeline.query.replayed import replayed

        return {**self.counts, "replayed_digest": replayed(self._library, self._stamp["view"])}

    def rows(self) -> "Iterator[Difference]":
        """The rows that differ, counted as they go by."""
        for one in self._rows:
            self.kinds[kind(one)] += 1
            yield one

    def tell(self, door: Door, how: Format, limit: int | None) -> None:
        """Write it all: JSON holds every row, a page the first ones."""
        from timeline.cli.draw.machine import csv_lines, dumps, json_lines

        records = (record(one) for one in self.rows())
        if how is Format.JSON:
            door.out(self._envelope(records))
        elif how is Format.NDJSON:
            door.out(json_lines(records))
            door.hint(dumps({**self._stamp, **self.found}))
        elif how is Format.CSV:
            lines = (dict(zip(COLUMNS, each, strict=True)) for each in self._cells(None, None))
            door.out(csv_lines(lines, COLUMNS))
            door.hint(dumps({**self._stamp, **self.found}))
        else:
            from timeline.cli.reading import show

            sheet = self._sheet(door, limit or FIRST)
            show(door, sheet, how, {**self._stamp, **self.found} if how is Format.MD else None)

    def _cells(self, limit: int | None, longest: int | None = LONGEST) -> Iterator[tuple[str, ...]]:
        names = {one.sha256[:8]: one.short for one in self._library.articles()}
        rows = self.rows()
        for one in islice(rows, limit):
            article, _, offset = one.handle.partition("@")
            yield from cells(one, f"{names.get(article, article)}@{offset}", longest)
        for _ in rows:  # the rest is counted
            pass

    def _envelope(self, records: Iterator[dict[str, Any]]) -> Iterator[str]:
        from timeline.cli.draw.machine import dumps

        yield dumps(self._stamp)[:-1]
        yield ',"rows":['
        for nth, one in enumerate(records):
            yield ("," if nth else "") + dumps(one)
        yield f"],{dumps(self.found)[1:]}"

    def _sheet(self, door: Door, limit: int) -> Sheet:
        found = tuple(self._cells(limit))
        door.progress.end()
        stamp, counts = self._stamp, self.counts
        told = (
            f"{stamp['view']}, version {stamp['version']} → {stamp['replayed_by']}, as of"
            f" #{stamp['position']}: " + ", ".join(f"{n:,} {kind}" for kind, n in counts.items())
        )
        more = self.differ - limit
        name = stamp["view"]
        following = (
            f"{more:,} more: give a greater --limit, or --json." if more > 0 else "",
            f"To let it answer: timeline projection switch {name}." if self.differ else "",
        )
        notes = (Sentence(text, "hint") for text in following if text)
        return (Sentence(f"{told}.", "count"), Table(COLUMNS, found), *notes)


def kind(one: "Difference") -> str:
    """What becomes of a row."""
    return "added" if one.before is None else "gone" if one.after is None else "changed"


def record(one: "Difference") -> dict[str, Any]:
    """A row that differs, for programs."""
    return {
        "row": kind(one), "id": one.id, "handle": one.handle,
        "before": None if one.before is None else one.before._asdict(),
        "after": None if one.after is None else one.after._asdict(),
        "because": list(one.because),
    }  # fmt: skip


def cells(one: "Difference", handle: str, longest: int | None) -> Iterator[tuple[str, ...]]:
    """One line for each field that changed; one for a row that comes or goes.

    Args:
        one: the row, before and after.
        handle: of its assertion.
        longest: columns beyond which a value is cut for people.
    """
    events = ", ".join(f"#{position}" for position in one.because)
    before, after = ({} if row is None else row._asdict() for row in (one.before, one.after))
    if one.before is None or one.after is None:
        held = before or after
        told = " ".join(str(held[name]) for name in ("actor", "asserted") if name in held)
        words = _short(told, longest)
        yield kind(one), handle, "", words if before else "", words if after else "", events
        return
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            was, now = _short(before.get(name), longest), _short(after.get(name), longest)
            yield "changed", handle, name.replace("_", " "), was, now, events


def _short(value: object, longest: int | None) -> str:
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    told = "" if value is None else str(value)
    return told if longest is None or len(told) <= longest else f"{told[: longest - 1]}…"
