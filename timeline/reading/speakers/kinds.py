"""What a name is, where the gazetteer knows it: "Beijing" is a country's, "NATO" a body."""

from functools import cache
from typing import cast

from timeline.assertion import Kind
from timeline.reading.lexicons import load


@cache
def _known() -> dict[str, Kind]:
    # The gazetteer takes long to import, and a text without names needs none of it.
    from timeline.actors.gazetteer import entries

    table: dict[str, Kind] = {}
    for entry in entries():
        for written in (entry.name, *entry.aliases, *entry.adjectives, *entry.seats):
            table.setdefault(written.lower(), cast("Kind", entry.kind))
    return table


def is_region(words: str) -> bool:
    """Whether these words, in lower case, name a part of the world or a country."""
    return (
        words in load("descriptions")["regions"]["nouns"].split() or known_kind(words) == "country"
    )


def known_kind(words: str) -> Kind | None:
    """The kind of the actor that these words name, without article; None where nobody knows it."""
    return _known().get(words.removeprefix("the "))


@cache
def _countries() -> dict[str, str]:
    from timeline.actors.gazetteer import entries  # late, as above

    return {
        written.lower(): entry.name
        for entry in entries()
        if entry.kind == "country"
        for written in (entry.name, *entry.aliases, *entry.adjectives, *entry.seats)
    }


def country_of(words: str) -> str | None:
    """The country that these words in lower case name, or are the adjective or the seat of."""
    return _countries().get(words)
