"""Answers for programs: JSON, JSON lines and CSV; stable order, nothing lost, nothing shortened."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.cli.draw.safe import guarded, json_text
from timeline.projection.sheet import Sheet


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON in which unsafe characters are escapes."""
    return json_text(json.dumps(value, ensure_ascii=False, indent=indent, default=str))


def envelope(stamp: Mapping[str, Any], lists: Mapping[str, Iterable[object]]) -> Iterator[str]:
    """One JSON object: the stamp, then each list, its items one a line, written as they come."""
    yield dumps(dict(stamp))[:-1]
    for name, items in lists.items():
        yield f',"{name}":['
        for i, item in enumerate(items):
            yield ("," if i else "") + dumps(item)
        yield "]"
    yield "}"


def json_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One record a line and nothing else, so that `wc -l` counts them."""
    return (dumps(dict(record)) for record in records)


def csv_lines(records: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> Iterator[str]:
    """A heading, then one record a row; nothing is left out.

    Lists are parted by ` | `, objects flattened by dots, also those in lists: `targets.actor`.
    A cell that a spreadsheet would run (`=`, `+`, `-`, `@`) gets a `'` in front.
    """
    names = list(columns)
    yield _row(names)
    for record in records:
        flattened = dict(flatten(record))
        yield _row([guarded(flattened.get(name, "")) for name in names])


def flatten(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Names and texts of all that a record holds: `source.sha256`."""
    for name, item in value.items():
        if isinstance(item, Mapping):
            yield from flatten(item, f"{prefix}{name}.")
        elif isinstance(item, list) and item and all(isinstance(one, Mapping) for one in item):
            parts = {part: [one[part] for one in item] for part in item[0]}
            yield from flatten(parts, f"{prefix}{name}.")
        else:
            yield prefix + name, _told(item)


def _told(item: object) -> str:
    if item is None:
        return ""
    if isinstance(item, list | tuple):
        return " | ".join(_told(one) for one in item)
    return json.dumps(item) if isinstance(item, bool) else str(item)


def _row(cells: list[str]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="").writerow(cells)
    return held.getvalue()


def blocks(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """The blocks of a sheet as objects, each with its kind."""
    for block in sheet:
        yield {"block": type(block).__name__.lower(), **_plain(block)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a sheet
    if hasattr(value, "_asdict"):
        return {name: _plain(item) for name, item in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
