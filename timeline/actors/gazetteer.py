"""The shipped gazetteer: rows of TOML made into entries, under a version."""

import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, cast

from timeline.actors.entry import Affiliation, Entry, Kind, Relation
from timeline.actors.lexicon import phrases

WITH_ARTICLE = re.compile(
    r"(?:United|Republic|Democratic|Central African).*"
    r"|.*(?:Islands|Republic|Netherlands|Philippines|Bahamas|Maldives|Seychelles)"
)
"""States that stand inside other names with their article: "ambassador to the United States"."""
VERSION = "1"
"""Raised whenever the data changes; a test holds the two together."""


class GazetteerVersion(NamedTuple):
    """What `GazetteerAdopted` records."""

    version: str
    sha256: str
    """Of the entries' lines, each ended by a newline."""
    entries: tuple[str, ...]
    """Canonical JSON, sorted by name."""


@cache
def shipped() -> GazetteerVersion:
    """The gazetteer of this package."""
    lines = tuple(entry.line() for entry in sorted(entries(), key=lambda entry: entry.name))
    digest = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    return GazetteerVersion(VERSION, digest, lines)


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, in the order of the files."""
    return tuple(_entries())


def _entries() -> Iterator[Entry]:
    bodies = _data("bodies")
    members = _members(bodies.pop("members"))
    for code, row in _data("countries").items():
        yield _country(code, row, members)
    for kind in ("organisation", "office", "group"):
        for name, row in bodies[kind].items():
            yield _body(name, kind, row, members)
    for name, row in _data("media")["media"].items():
        yield Entry(name=name, kind="media", aliases=tuple(phrases(row)))
    for name, row in _data("persons")["person"].items():
        aliases, speaks = _cells(row, 2)
        affiliations = tuple(_affiliations("speaks for", phrases(speaks)))
        yield Entry(
            name=name, kind="person", aliases=tuple(phrases(aliases)), affiliations=affiliations
        )


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("timeline.actors.data").joinpath(f"{name}.toml").read_text("utf-8"))


def _cells(row: str, count: int) -> list[str]:
    cells = [cell.strip() for cell in row.split("|")]
    return cells + [""] * (count - len(cells))


def _country(code: str, row: str, members: dict[str, list[Affiliation]]) -> Entry:
    name, adjectives, places, aliases, parent = _cells(row, 5)
    seats = phrases(places)
    return Entry(
        name=name,
        kind="country",
        code=code,
        short=f"the {name}" if WITH_ARTICLE.fullmatch(name) else "",
        adjectives=tuple(phrases(adjectives)),
        seats=tuple(seat for seat in seats if seat[0] != "("),
        capital=seats[0].strip("()") if seats else "",
        aliases=(*phrases(aliases), *_people(phrases(adjectives))),
        affiliations=_belongs(name, parent, members),
    )


def _people(adjectives: Iterable[str]) -> Iterator[str]:
    """Regular plurals: Germans, Iraqis; the others stand in the data."""
    return (f"{word}s" for word in adjectives if word.endswith(("an", "i")))


def _body(name: str, kind: str, row: str, members: dict[str, list[Affiliation]]) -> Entry:
    short, aliases, parent = _cells(row, 3)
    return Entry(
        name=name,
        kind=cast("Kind", kind),
        short=short,
        aliases=tuple(phrases(aliases)),
        affiliations=_belongs(name, parent, members),
    )


def _belongs(
    name: str, parent: str, members: dict[str, list[Affiliation]]
) -> tuple[Affiliation, ...]:
    part = [Affiliation(relation="part of", parent=parent)] if parent else []
    return (*part, *members.get(name, ()))


def _members(table: dict[str, str]) -> dict[str, list[Affiliation]]:
    found: dict[str, list[Affiliation]] = defaultdict(list)
    for body, row in table.items():
        for member, since, until in map(_dated, phrases(row)):
            found[member].append(
                Affiliation(relation="member of", parent=body, since=since, until=until)
            )
    return found


def _affiliations(relation: Relation, cells: list[str]) -> Iterator[Affiliation]:
    for parent, since, until in map(_dated, cells):
        yield Affiliation(relation=relation, parent=parent, since=since, until=until)


def _dated(cell: str) -> tuple[str, str, str]:
    """Name, since and until of "Sweden 2024-03-07" or "Italy 2021-02..2022-10"."""
    name, _, last = cell.rpartition(" ")
    if not last[:1].isdigit() and not last.startswith(".."):
        return cell, "", ""
    since, _, until = last.partition("..")
    return name, since, until
