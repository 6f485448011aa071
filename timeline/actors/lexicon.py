"""The words by which news introduces people, offices and groups, as sets read from TOML once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.actors.spelling import fold


class Lexicon(NamedTuple):
    """Folded phrases, in the singular but for the groups; see `data/lexicon.toml` for each."""

    official: frozenset[str]
    private: frozenset[str]
    alone: frozenset[str]
    thing: frozenset[str]
    title: frozenset[str]
    royal: frozenset[str]
    doubtful: frozenset[str]
    modifier: frozenset[str]
    portfolio: frozenset[str]
    former: frozenset[str]
    collective: frozenset[str]
    document: frozenset[str]
    members: frozenset[str]
    mission: frozenset[str]
    office: frozenset[str]
    national: frozenset[str]
    ministry: dict[str, str]
    careful: frozenset[str]
    """As written, for the scan."""
    opening: frozenset[str]
    place: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    text = files("timeline.actors.data").joinpath("lexicon.toml").read_text("utf-8")
    data = tomllib.loads(text)
    scan = data.pop("scan")
    ministry = {fold(name): short for name, short in data.pop("ministry").items()}
    sets = {name: frozenset(map(fold, phrases(value))) for name, value in data.items()}
    return Lexicon(
        **sets,
        ministry=ministry,
        careful=frozenset(phrases(scan["careful"])),
        opening=frozenset(phrases(scan["opening"])),
        place=frozenset(phrases(scan["place"])),
    )


def phrases(value: str) -> list[str]:
    """The phrases between semicolons."""
    return [phrase for part in value.split(";") if (phrase := " ".join(part.split()))]


@cache
def roles() -> frozenset[str]:
    """All that a person can be introduced as."""
    words = lexicon()
    return words.official | words.private | words.title
