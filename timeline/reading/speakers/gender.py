"""Whether "he" or "she" can mean a person: by title, role and first name, where these tell."""

import re
from functools import cache
from typing import Literal

from timeline.reading.lexicons import load
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.values import Name

Gender = Literal["f", "m"]
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TITLE = re.compile(r"\b([A-Z]\w{1,3})\.?\s+$")
LONGEST = 60


def gender_of(copy: str, name: Name) -> Gender | None:
    """What the words of an introduction tell; None where they tell nothing, or both.

    >>> from timeline.reading.values import Name, Span
    >>> gender_of("Senator Grace Lowell", Name(Span(8, 20)))
    'f'
    """
    telling = _titles()
    if name.role is not None:
        role = copy[slice(*name.role)][-LONGEST:].lower()
        for word in reversed(WORD.findall(role)):
            if word in telling:
                return telling[word]
    before = TITLE.search(copy, max(0, name.span.start - 6), name.span.start)
    if before is not None and before[1].lower() in telling:
        return telling[before[1].lower()]
    words = WORD.findall(copy[name.span.start : name.span.end][:LONGEST])
    if len(words) < 2:
        return None
    return given().get(words[0].lower())


@cache
def given() -> dict[str, Gender]:
    """First names in lower case, and whose they nearly always are."""
    given = load("given")
    female = frozenset(given["female"]["words"].split())
    male = frozenset(given["male"]["words"].split())
    table: dict[str, Gender] = dict.fromkeys(female - male, "f")
    return table | dict.fromkeys(male - female, "m")


@cache
def _titles() -> dict[str, Gender]:
    titles = load("given")["titles"]
    table: dict[str, Gender] = dict.fromkeys(titles["female"].split(), "f")
    return table | dict.fromkeys(titles["male"].split(), "m")


def is_called(name: list[str]) -> bool:
    """Whether somebody is called so: a given name and more, or a person that is known."""
    return len(name) > 1 and (name[0] in given() or known_kind(" ".join(name)) == "person")
