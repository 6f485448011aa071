"""Whose a post is: the body that "its", "the union's" or a post without a body means."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.meant import is_public, regions
from timeline.reading.mentioned import Mark
from timeline.reading.quarrel import SILENT, Talk
from timeline.reading.speakers.gender import gender_of
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.values import Name, Sentence, Span

FAR = 6000
WHERE = re.compile(r"\b(?:in|at|near|from|outside|to|into) (?:the )?$")
NEAR = 400
"""Code points back to which a post without a body reaches: "Chief Executive Ann Roe"."""


class Place(NamedTuple):
    """Where in an article it is asked."""

    copy: str
    sentences: Sequence[Sentence]
    at: int
    near: list[Mark]
    """Who is named before, the nearest first; close by also those of whom nothing is known."""
    talk: Talk = SILENT
    """What stands around the speaker's words."""

    @classmethod
    def of(cls, copy: str, sentences: Sequence[Sentence], cast: Cast, at: int) -> "Place":
        """A place by its offset."""
        named = takewhile(lambda mark: at - mark.end < FAR, cast.before(at))
        perhaps = (
            mark
            for mark in cast.perhaps(max(0, at - NEAR), at)
            if not WHERE.search(copy, max(0, mark.start - 12), mark.start)
        )
        near = sorted((*named, *perhaps), key=lambda mark: -mark.start)
        return cls(copy, sentences, at, near)


def its(place: Place, at: int) -> Mark | None:
    """Whom "its" at an offset means: at the head of a sentence whom the one before begins with."""
    this = bisect_right(place.sentences, at, key=lambda sentence: sentence.start) - 1
    sentence = place.sentences[max(this, 0)]
    start = sentence.start
    if not place.copy[start:at].strip(" \"“'") and this > 0:
        start = place.sentences[this - 1].start
        first = [mark for mark in place.near if start <= mark.start < sentence.start]
        if found := next((mark for mark in reversed(first) if _owns(place.copy, mark)), None):
            return found
    inside = [mark for mark in place.near if mark.start >= start]
    return next((mark for mark in inside if _owns(place.copy, mark)), None) or last(place)


def _owns(copy: str, mark: Mark) -> bool:
    country = mark.kind == "country" and not (mark.place or mark.adjective)
    return country or is_body(copy, mark)


def described(place: Place, noun: str) -> Mark | None:
    """The body that a noun means: one with the noun, or a word like it, in its name; else the last.

    Args:
        place: where the noun stands.
        noun: in lower case: "union".
    """
    bodies = [mark for mark in place.near if is_body(place.copy, mark)]
    alike = {noun, *load("descriptions")["alike"].get(noun, "").split()}
    for mark in bodies:
        if not alike.isdisjoint(place.copy[slice(*mark.name)].lower().split()):
            return mark
    if noun not in firms():
        return None
    can = [m for m in bodies if m.actor == m.side and not is_public(place.copy, m)]
    if noun == "group" and (members := _members(place, bodies)):
        return members
    named = Counter(mark.actor for mark in can)
    return next((mark for mark in can if named[mark.actor] > 1), next(iter(can), None))


def _members(place: Place, bodies: Sequence[Mark]) -> Mark | None:
    """The association in whose paragraph "the group" stands, as the body named last in it."""
    line = place.copy.rfind("\n", 0, place.at)
    last = next((mark for mark in bodies if mark.end > line and mark.actor == mark.side), None)
    if last is None:
        return None
    nouns = set(load("descriptions")["membered"]["nouns"].split())
    return None if nouns.isdisjoint(place.copy[slice(*last.name)].lower().split()) else last


def by_post(place: Place, words: Sequence[str], country: Mark | None) -> Mark | None:
    """A minister is of a country, a chief executive of the body last named."""
    posts, words = load("descriptions")["posts"], _turned(words)
    if national(words):
        if place.talk.spoke is not None:
            return place.talk.spoke
        place = place._replace(near=place.talk.outside(place.near))
        line = place.copy.rfind("\n", 0, place.at)
        named = [m for m in place.near if m.kind == "country" and m.end > line and not m.place]
        named = [m for m in named if not m.adjective] or named
        if country and known_kind(country.actor.lower()) is None:
            named = [] if country.actor in place.copy[line + 1 : place.at] else named
        return _only(place, named, country) if named else country
    if " ".join(words[-2:]) in posts["firm"] or words[-1] in posts["firm"]:
        return last(place._replace(near=[m for m in place.near if place.at - m.end < NEAR]))
    return None


def _turned(words: Sequence[str]) -> Sequence[str]:
    """Its head last: "minister of defence" as "of defence minister".

    A bare "secretary of state" is the United States' in news from anywhere, and no minister.
    """
    at = next((at for at, word in enumerate(words) if word in {"of", "for"}), 0)
    return [*words[at:], *words[:at]] if at and words[at - 1] == "minister" else words


def _only(place: Place, named: Sequence[Mark], country: Mark | None) -> Mark | None:
    """The one country that a paragraph names; of several the article's, where no other is as much.

    `named`: those in the paragraph, the nearest first.
    """
    sides = {mark.side for mark in named}
    if len(sides) == 1:
        return named[-1]
    often = Counter(mark.side for mark in place.near if mark.kind == "country")
    if country is None or any(
        often[side] >= often[country.side] for side in sides - {country.side}
    ):
        return None
    return country


def national(words: Sequence[str]) -> bool:
    """Whether a state has such a post: a minister, a health secretary; no press secretary."""
    posts = load("descriptions")["posts"]
    if "shadow" in words or "opposition" in words:
        return False
    if "government" in words or words[-1] in posts["national"].split():
        return True
    return words[-1] == "secretary" and not fields().isdisjoint(words[:-1])


@cache
def fields() -> frozenset[str]:
    """What a state has ministries for."""
    return frozenset(load("descriptions")["posts"]["fields"].split())


def of_state(copy: str, body: Span) -> bool:
    """Whether it is a ministry by its field alone: "Foreign Ministry", no "Chinese" one."""
    words = copy[slice(*body)].lower().split()
    return words[-1] == "ministry" and fields().issuperset(words[:-1])


def last(place: Place) -> Mark | None:
    """The body named last."""
    return next((mark for mark in place.near if is_body(place.copy, mark)), None)


def is_body(copy: str, mark: Mark) -> bool:
    """Whether a mention is of a body: no person, no place, no adjective."""
    if mark.kind == "unknown" and (
        gender_of(copy, Name(mark.name)) or copy[slice(*mark.name)].lower() in regions()
    ):
        return False
    return mark.kind in {"organisation", "unknown", "office"} and not (mark.place or mark.adjective)


@cache
def firms() -> frozenset[str]:
    """Nouns that mean the body last named where no name has them: "company"."""
    return frozenset(load("descriptions")["firms"]["nouns"].split())


@cache
def bodies() -> frozenset[str]:
    """Nouns of bodies that may stand before a post: "union boss", "company spokesman"."""
    tables = load("descriptions")
    listed = (*tables["kinds"].values(), *tables["alike"])
    nouns = frozenset(word for words in listed for word in words.split())
    return (nouns | firms()) - {"country", "group"}
