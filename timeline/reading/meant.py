"""What "the alliance", "the club", "the agency" mean: a body of that kind named before.

The word stands in its name ("Commission"), or tells what kind it is: an alliance is a body that the
gazetteer knows, a club one of which the article says who speaks for it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark, proper
from timeline.reading.values import Attributions, Span
from timeline.reading.vocabulary import WORD, Words

FAR = 40
"""Mentions back to which a description can point."""
OWNED = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}?(committee|board|council|panel|cabinet|executive)\b")
ENDING = ("e ", "E ")
"""How "the " ends, one letter shorter than "this " and "that "."""


def bodies(text: str, said: Attributions, marks: Sequence[Mark]) -> list[Mark]:
    """Of these mentions those of bodies that the article alone knows: somebody's role is theirs.

    A single word that speaks is one as well.
    """
    named = {text[slice(*span)] for span in _bodies(text, said)}
    named = {name for name in named if proper(name)}
    return [
        mark
        for mark in marks
        if mark.kind in ("unknown", "organisation")
        and not named.isdisjoint(_ends(text[slice(*mark.name)]))
    ]


def _bodies(text: str, said: Attributions) -> Iterator[Span]:
    names = [*said.names, *(one.name for one in said.attributions if one.name is not None)]
    for name in names:
        if name.body is not None and name.role is not None:
            post = text[slice(*name.role)].lower().split()[-1]
            of_a_place = text[slice(*name.body)].lower() in regions()
            if post not in _personal() | _listed("over_places") and not of_a_place:
                yield name.body
    for one in said.attributions:
        if one.name is not None and one.name.kind == "unknown" and one.name.role is None:
            word = text[slice(*one.name.span)]
            if " " not in word:
                yield one.name.span


@cache
def _personal() -> frozenset[str]:
    return frozenset(load("descriptions")["personal"]["nouns"].split())


@cache
def regions() -> frozenset[str]:
    """Parts of the world, by which no body is called."""
    return frozenset(load("descriptions")["regions"]["nouns"].split())


def _ends(full: str) -> tuple[str, ...]:
    """A name, and the words by which it is shortened: "Rovers" of "Northgate Rovers"."""
    first, _, rest = full.partition(" ")
    return (full, first, rest.rpartition(" ")[2]) if rest else (full,)


def meant(
    copy: str, words: Words, marks: Sequence[Mark], own: Collection[tuple[int, int]]
) -> Iterator[Mark]:
    """Each description with whom it means.

    Args:
        copy: the shadow copy of the article.
        words: where its words stand.
        marks: the mentions in it, in order.
        own: where those stand that the article alone knows to be bodies.
    """
    for at in words.where(_beginnings()):
        found = _described().match(copy, max(0, at - (4 if copy[at - 2 : at] in ENDING else 5)))
        if found is None:
            continue
        first = bisect_left(marks, found.start(), key=lambda mark: mark.start)
        near = [mark for mark in reversed(marks[max(0, first - FAR) : first]) if not mark.adjective]
        if mark := _meant(copy, found[1].lower(), near, own):
            yield mark._replace(start=found.start(), end=found.end())


def _meant(
    copy: str, word: str, near: Sequence[Mark], own: Collection[tuple[int, int]]
) -> Mark | None:
    kind, firm = _kinds().get(word), word in _firms()
    can = [
        mark
        for mark in near
        if not mark.place
        and (
            _behind_first(word, copy[slice(*mark.name)])
            or _behind_first(word, mark.actor)
            or (kind and mark.kind == kind)
        )
    ]
    if kind == "organisation":
        can = [mark for mark in can if not _is_organ(copy, mark)] or can
    if firm and not can:
        return _last([mark for mark in near if not is_public(copy, mark)], own)
    can = can or _owning(copy, word, near) or _alike(copy, word, near)
    sides = Counter(mark.side for mark in can)
    return max(can, key=lambda mark: sides[mark.side], default=None)


def _behind_first(word: str, name: str) -> bool:
    """Whether it is a word of a name, and not the first."""
    low = name.lower()
    return word in low and word in low.split()[1:]


def _is_organ(copy: str, mark: Mark) -> bool:
    """Whether a body is an agency, or a state's: no "cartel", no "bloc"."""
    last = copy[slice(*mark.name)].lower().split()[-1]
    return mark.actor != mark.side or last in _listed("organs")


def _owning(copy: str, word: str, near: Sequence[Mark]) -> list[Mark]:
    """The body whose part was called so: "the committee" of "the council's planning committee"."""
    for mark in near:
        owned = OWNED.match(copy, mark.end) if mark.kind == "organisation" else None
        if owned and owned[1] == word:
            return [mark]
    return []


def _alike(copy: str, word: str, near: Sequence[Mark]) -> list[Mark]:
    """Those with a word in their names that says the same: an alliance may be "the union"."""
    alike = set(load("descriptions")["alike"].get(word, "").split())
    return [
        mark
        for mark in near
        if alike and not (mark.place or alike.isdisjoint(copy[slice(*mark.name)].lower().split()))
    ][:1]


def is_public(copy: str, mark: Mark) -> bool:
    """Whether a body is by its name a union or an authority, and so no firm or club."""
    return not _listed("public").isdisjoint(copy[slice(*mark.name)].lower().split())


def _last(near: Sequence[Mark], own: Collection[tuple[int, int]]) -> Mark | None:
    """The body last named, or last spoken for: "the club" said by the manager of Rovers."""
    bodies = [mark for mark in near if mark[:2] in own]
    for mark in near:
        if mark[:2] in own:
            return mark
        if spoken := [body for body in bodies if body.actor in mark.sides]:
            return spoken[0]
    return None


@cache
def _kinds() -> dict[str, str]:
    """Words that tell a kind of actor, and those that only point at a name with them in it: ""."""
    return {
        word: kind
        for kind, words in load("descriptions")["kinds"].items()
        for word in words.split()
    }


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(load("descriptions")[table]["nouns"].split())


@cache
def _firms() -> frozenset[str]:
    return frozenset(load("descriptions")["firms"]["nouns"].split())


@cache
def _beginnings() -> frozenset[str]:
    """The words with which the descriptions begin, behind "the"."""
    return frozenset(WORD.findall(word)[0] for word in _kinds().keys() | _firms())


@cache
def _described() -> re.Pattern[str]:
    words = "|".join(sorted(_kinds().keys() | _firms()))
    return re.compile(
        rf"\b(?:the|this|that) ({words})\b(?! of )(?! for (?!\W|[a-z]+ing\b))", re.IGNORECASE
    )
