"""Entries shown as they are: what `arrange` does where a projection says nothing else."""

from collections.abc import Iterable, Mapping

from timeline.projection.asked import Asked
from timeline.projection.entry import Entry
from timeline.projection.sheet import Sentence, Sheet, Table


def plain(entries: Iterable[Entry], asked: Asked) -> Sheet:
    """One row an entry, for a projection that groups nothing: when, who, about whom, its fields."""
    names = asked.names
    held = list(entries)
    known = Entry.__dict__["_fields"]
    own = [name for name in held[0]._asdict() if name not in known] if held else []
    rows = tuple(
        (
            one.said or "unknown",
            _handle(one, names),
            one.actor,
            ", ".join(one.targets),
            *(_cell(getattr(one, name)) for name in own),
        )
        for one in held
    )
    count = Sentence(f"{len(held):,} {'entry' if len(held) == 1 else 'entries'}.", "count")
    return (count, Table(("said", "id", "who", "about", *own), rows))


def _handle(one: Entry, names: Mapping[str, str]) -> str:
    start, _, offset = one.handle.partition("@")
    return f"{names.get(one.article, start)}@{offset}"


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
