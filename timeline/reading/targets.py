"""About or toward whom an assertion is: the main one first, each with its mention and name."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.passing import passing
from timeline.reading.values import Span
from timeline.reading.who import Voice

MOST = 8
"""Actors that one assertion is about."""
THING = ("organisation", "country", "office", "media", "unknown")
GROUP = ("organisation", "country", "group", "office", "unknown")
PRONOUNS: dict[str, tuple[str, ...]] = {
    "him": ("person",), "his": ("person",), "her": ("person",),
    "it": THING, "its": THING, "them": GROUP, "their": GROUP,
}  # fmt: skip
"""Object pronouns, with the kinds of actors that they can mean."""
INSIDE = frozenset({"within", "inside", "across", "throughout"})
LATEST = re.compile(r"\b(\w+)\s+(?:the\s+)?$", re.IGNORECASE)
TITLE = re.compile(r"(?:['’]s)?(?: [A-Z]?[a-z-]+\.?){1,4} ")
BEFORE, FAR, AWAY = 40, 400, 8


def targets(
    cast: Cast, copy: str, voice: Voice | None, named: Span | None, contents: Sequence[Span]
) -> list[Mark]:
    """Whom an assertion is about.

    Args:
        cast: the actors of the article.
        copy: the shadow copy of its text.
        voice: who speaks; what is of the speaker's own side is no target.
        named: whom an object verb names: Y of "accused Y of Z".
        contents: what is asserted.
    """
    found: dict[str, Mark] = {}
    if named is not None:
        for mark in _object(cast, voice, named):
            found.setdefault(mark.actor, mark)
    asserted = [mark for span in contents for mark in cast.within(*span)]
    others = [mark for mark in asserted if not is_own(mark, voice) and not passing(copy, mark)]
    others = [mark for mark in others if not _entitles(copy, mark, others)]
    if len(others) > 1:
        others.sort(key=lambda mark: _rank(copy, mark))
    for mark in others:
        found.setdefault(mark.actor, mark)
    return list(found.values())[:MOST]


def unknown(
    cast: Cast, voice: Voice | None, named: Span | None, contents: Sequence[Span]
) -> list[Mark]:
    """The first proper name of whom nothing is known, where no actor is named."""
    spans = [*([named] if named else []), *contents]
    if any(cast.within(*span) for span in spans):
        return []
    marks = (mark for span in spans for mark in cast.perhaps(*span))
    return [mark for mark in marks if not is_own(mark, voice)][:1]


def own_side(cast: Cast, voice: Voice | None, contents: Sequence[Span]) -> list[Mark]:
    """The speaker's own side as it stands in what is asserted: whom a defence is about."""
    marks = (mark for span in contents for mark in cast.within(*span))
    return [mark for mark in marks if is_own(mark, voice)][:1]


def is_own(mark: Mark, voice: Voice | None) -> bool:
    """Whether a mention is of the speaker, or of the side the speaker is for."""
    if voice is None:
        return False
    if mark.kind == voice.kind == "person":
        return mark.actor == voice.actor  # two of one government may well disagree
    return mark.actor in voice.sides or (mark.side == voice.side and bool(voice.side))


def _object(cast: Cast, voice: Voice | None, named: Span) -> Iterable[Mark]:
    marks = [
        mark
        for mark in cast.within(*named)
        if not (is_own(mark, voice) or (mark.place and mark.start - named.start > AWAY))
    ]
    if marks:
        return [mark for mark in marks if not _entitles(cast.text, mark, marks)]
    first = cast.text[slice(*named)].lower().split()[:1]
    kinds = PRONOUNS.get(first[0], ()) if first else ()
    for mark in cast.before(named.start):
        if named.start - mark.end > FAR or not kinds:
            break
        if mark.kind in kinds and not (is_own(mark, voice) or mark.place or mark.adjective):
            return [mark._replace(start=named.start, end=named.end)]
    return []


def _entitles(copy: str, mark: Mark, others: Sequence[Mark]) -> bool:
    """Whether it only tells whose office a person has: "Wisconsin" of "Wisconsin Gov. Ann Roe"."""
    for other in others:
        if other.kind == "person" and mark.actor in other.sides:
            title = copy[mark.end : other.start]
            if TITLE.fullmatch(title):
                return True
    return False


def _rank(copy: str, mark: Mark) -> int:
    """Whom a hostile verb has for its object comes first, a mere place last."""
    before = LATEST.search(copy, max(0, mark.start - BEFORE), mark.start)
    word = before[1].lower() if before else ""
    if word in _against():
        return 0
    return 2 if mark.place or word in INSIDE else 1


@cache
def _against() -> frozenset[str]:
    return frozenset(load("descriptions")["against"]["verbs"].split())
