"""Answers with what they rest on: the stamp by which they are cited, and its place in a format."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.cli.options import Format

if TYPE_CHECKING:
    from timeline.cli.door import Door
    from timeline.query import Answer

Stamp = Mapping[str, Any]


class Rows(NamedTuple):
    """Records of one kind."""

    name: str
    """What the list is called in JSON."""
    records: Iterable[Mapping[str, Any]]
    columns: Iterable[str]
    """Of CSV."""


def of_answer(answer: "Answer") -> dict[str, Any]:
    """What a view's answer rests on."""
    return {
        "schema": "view/1",
        "view": answer.view,
        "version": answer.version,
        "position": answer.position,
        "digest": answer.digest,
        "state": answer.state,
        "behind": answer.behind,
        "words": list(answer.asked.words),
    }


def of_record(door: "Door", schema: str, as_of: str | int | None = None) -> dict[str, Any]:
    """What an answer from the record alone rests on: its position in the chronicle."""
    return {"schema": schema, "position": door.library.position(as_of)}


def of_export(door: "Door", schema: str, view: str, as_of: str | int | None) -> dict[str, Any]:
    """What an export rests on: the record up to a position, and a view of as much of it.

    An export is made from the record, so that a view which fails does not hold it up; the digest
    is null where the view does not go as far.
    """
    from timeline.errors import NotFound, ViewError
    from timeline.query import Filters

    try:
        answer = door.library.ask(view, Filters(as_of=as_of))
    except (NotFound, ViewError) as fault:
        door.hint(str(fault))
        return of_record(door, schema, as_of) | {"view": view, "version": None, "digest": None}
    for warning in answer.warnings:
        door.hint(warning)
    stamp = of_answer(answer) | {"schema": schema}
    del stamp["words"]
    if answer.behind and (upto := door.library.position(as_of)) != answer.position:
        stamp |= {"position": upto, "digest": None}
    return stamp


def write(door: "Door", how: Format, stamp: Stamp, rows: Rows, **more: Iterable[object]) -> None:
    """Write records: in JSON under the stamp, else alone, and the stamp goes to stderr.

    Args:
        door: to write to.
        how: one of them that hold records.
        stamp: what the answer rests on.
        rows: the records.
        more: lists that JSON holds besides, by name.
    """
    from timeline.cli.draw.machine import csv_lines, dumps, envelope, json_lines

    rows = rows._replace(records=_begun(rows.records))
    if how is Format.JSON:
        door.out(envelope(stamp, {rows.name: rows.records, **more}))
        return
    door.hint(dumps(dict(stamp)))
    if how is Format.CSV:
        door.out(csv_lines(rows.records, rows.columns))
    else:
        door.out(json_lines(rows.records))


def _begun(records: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The same, begun: what is wrong with the question is told before the stamp, and alone."""
    held = iter(records)
    return chain(list(islice(held, 1)), held)


def cited(lines: Iterable[str], stamp: Stamp) -> Iterator[str]:
    """Lines of Markdown, and under them the stamp, as a paragraph that no table takes in."""
    line = ""
    for line in lines:
        yield line
    if line:
        yield ""
    yield f"*{citation(stamp)}*"


def citation(stamp: Stamp) -> str:
    r"""A stamp as people cite it, in Markdown.

    >>> citation({"schema": "articles/1", "position": 155})
    'timeline articles, position 155'
    >>> told = {"view": "stance", "words": ["NATO"], "version": 1, "position": 9, "behind": 2}
    >>> citation(told | {"digest": "7bff"})
    'timeline stance NATO, version 1, position 9, 2 behind, digest 7bff'
    """
    from timeline.cli.draw.safe import markdown

    name = stamp.get("view") or stamp["schema"].partition("/")[0]
    told = [" ".join(("timeline", name, *filter(None, stamp.get("words", ()))))]
    told += [f"{name} {stamp[name]}" for name in ("version", "position") if name in stamp]
    told += [stamp["state"]] if stamp.get("state", "live") != "live" else []
    told += [f"{stamp['behind']:,} behind"] if stamp.get("behind") else []
    told += [f"digest {stamp['digest']}"] if stamp.get("digest") else []
    if stamp.get("replayed_digest"):
        told += [f"replayed by version {stamp['replayed_by']}"]
        told += [f"digest {stamp['replayed_digest']}"]
    return markdown(", ".join(told))
