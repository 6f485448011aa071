"""Whom "they", "she", "the minister", "the decision" and "councillors" mean in what is asserted.

Asked only where the words name nobody, and something is held against them or for them. First who
the same speaker was on before, then who of that kind was named last; never the speaker's own side.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from timeline.reading import targets, whose
from timeline.reading.deeds import DATELINE, artefacts, whose_deed
from timeline.reading.lexicons import load, words
from timeline.reading.mentioned import Mark
from timeline.reading.scene import Asked, Scene, at
from timeline.reading.speakers.gender import gender_of
from timeline.reading.values import Name, Span
from timeline.reading.whose import Place

PEOPLE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
MANY = frozenset({"they", "them", "their"})
TOLD = re.compile(r"\s+(?:the\s+|Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+)?([^\W\d_]+)")
FIRST = re.compile(
    r"\W*(?:(?:and|but|because|if|when|that|yet|so|well|now|no|why|how|what|where)\W+)?"
    r"(?:(?:is|was|are|were|do|does|did|has|have|had|can|could|will|would)\s+)?(he|she|they)\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\b(he|him|his|she|her|they|them|their)\b", re.IGNORECASE)
OF_HIS = re.compile(r"['’]s ([a-z]+)")
LATER = re.compile(r"\b(he|she|they) ")
YOU = re.compile(r"\b(?:you|your)\b")
POST = re.compile(r",?\s+(?:[A-Z][\w.]*\s+){0,2}$")
LED = re.compile(
    r"(?:^|\bit(?:'s| is| was) )(?:that )?"
    r"(?:(?:the|those|these|this|that|its|their|his|her) )?$"
)
FAR = 3000


def subject(scene: Scene, asked: Asked, *, anywhere: bool = False) -> list[Mark]:
    """Whom the first word of a speaker's own words means: "They sent those letters".

    Or `anywhere` a later one: "I don't believe a word they say".
    """
    if not asked.direct or not asked.content:
        return []
    if asked.addressed and YOU.search(scene.low, *asked.content[0]):
        return [mark for mark in asked.addressed if not targets.is_own(mark, asked.voice)]
    found = FIRST.match(scene.copy, *asked.content[0])
    if found is None and anywhere:
        found = LATER.search(scene.copy, *asked.content[0])
    return _pronoun(scene, asked, found.start(1), found.end(1)) if found else []


def addressed(scene: Scene, asked: Asked, cue: Span | None) -> list[Mark]:
    """Whom a speaker tells it: "told him", "told Mr. Stone"."""
    if cue is None or scene.low[slice(*cue)] not in {"told", "tells", "telling"}:
        return []
    found = TOLD.match(scene.copy, cue.end)
    if found is None:
        return []
    if found[1].lower() in PEOPLE:
        return _pronoun(scene, asked, *found.span(1))
    near = scene.cast.within(found.start(1), found.start(1) + 60)
    return [mark for mark in near if mark.start == found.start(1)]


def discussed(scene: Scene, asked: Asked) -> list[Mark]:
    """The first of the pronouns, descriptions, deeds and groups in it that means somebody."""
    spans = [*([asked.object] if asked.object else []), *asked.content]
    for start, end, find in sorted(_hints(scene, asked, spans), key=lambda hint: hint[:2]):
        if marks := find(scene, asked, start, end):
            return marks
    return []


Find = Callable[[Scene, Asked, int, int], list[Mark]]


def _hints(scene: Scene, asked: Asked, spans: Sequence[Span]) -> Iterator[tuple[int, int, Find]]:
    for span in spans:
        for found in PRONOUN.finditer(scene.copy, *span):
            if asked.direct or span == asked.object or _another(asked, found[0].lower()):
                yield *found.span(), _pronoun
        yield from _described(scene, span)
        for found in _groups().finditer(scene.low, *span):
            led = LED.search(scene.low[span.start : found.start()]) is not None
            if led or span == asked.object:
                yield *found.span(), _group


def _another(asked: Asked, word: str) -> bool:
    """Whether a pronoun outside a quote cannot mean who speaks: "he said she should go"."""
    if word in MANY:
        return asked.gender is not None
    body = asked.voice is not None and asked.voice.kind in targets.GROUP
    return body or (asked.gender is not None and PEOPLE[word] != asked.gender)


def _described(scene: Scene, span: Span) -> Iterator[tuple[int, int, Find]]:
    for found in _nouns().finditer(scene.low, *span):
        noun = found[2]
        owned = OF_HIS.match(scene.low, found.end())
        if owned and owned[1].removesuffix("s") in _personal():
            continue  # "the player's agents" are not the player
        if noun in artefacts():
            yield *found.span(2), whose_deed
        elif noun in whose.firms():
            yield *found.span(2), _firm
        elif found[1]:
            yield *found.span(2), _post


def _firm(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """The body that "the streaming service" means."""
    place = Place.of(scene.copy, scene.sentences, scene.cast, start)
    mark = whose.described(place, scene.low[start:end])
    return [] if mark is None or targets.is_own(mark, asked.voice) else [at(mark, start, end)]


def _pronoun(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    word = scene.low[start:end]
    gender = PEOPLE.get(word)
    for mark in (*asked.before, *_named(scene, asked.at)):
        if targets.is_own(mark, asked.voice) or mark.place or mark.adjective:
            continue
        if gender is None:
            if mark.kind in targets.GROUP:
                return [at(mark, start, end)]
        elif mark.kind == "person" and gender_of(scene.copy, Name(mark.name)) in {None, gender}:
            return [at(mark, start, end)]
    return []


def _named(scene: Scene, before: int) -> Iterator[Mark]:
    for mark in scene.cast.before(before):
        if before - mark.end > FAR:
            return
        if not DATELINE.match(scene.copy, mark.start):
            yield mark


def _post(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """Who was introduced in that post: "the minister"; or the striker, named last."""
    noun = scene.low[start:end]
    people = [
        mark
        for mark in _named(scene, asked.at)
        if mark.kind == "person" and not (asked.voice and mark.actor == asked.voice.actor)
    ]
    for mark in people:
        before = scene.low[max(0, mark.start - 60) : mark.start]
        if "shadow " in before:
            continue
        for post in (noun, *load("descriptions")["posted"].get(noun, "").split()):
            held = before.rfind(post)
            last = mark.start - len(before) + held + len(post)
            if held >= 0 and POST.fullmatch(scene.copy, last, mark.start):
                return [at(mark, start, end)]
    if noun in words("names", "bridging") and people:
        named = Counter(mark.actor for mark in people)
        return [at(max(people, key=lambda mark: named[mark.actor]), start, end)]
    return []


def people(scene: Scene, asked: Asked, start: int) -> list[Mark]:
    """The people without a name whom the words at an offset begin with."""
    found = _groups().match(scene.low, start)
    return _group(scene, asked, *found.span()) if found else []


def _group(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """People without a name: "ministers" are the government's, all others themselves."""
    word = scene.copy[start:end]
    if word.lower() in load("descriptions")["governing"]["nouns"].split() and scene.home:
        home = scene.home
        if home.side == (asked.voice.side if asked.voice else ""):
            return []
        return [Mark(start, end, home.name, home.side, (home.side,), "country")]
    kind = "group" if word.lower() in load("descriptions")["people"]["nouns"].split() else "office"
    return [Mark(start, end, Span(start, end), word.lower(), (word.lower(),), kind)]


@cache
def _personal() -> frozenset[str]:
    return frozenset(load("descriptions")["personal"]["nouns"].split())


@cache
def _nouns() -> re.Pattern[str]:
    people = words("roles", "persons") | words("names", "bridging")
    nouns = "|".join(sorted({*people, *artefacts(), *whose.firms()}, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(the|this|that|his|her|their|our)|its)\s+(?:[a-z-]+\s+){{0,2}}?({nouns})\b"
    )


@cache
def _groups() -> re.Pattern[str]:
    governing = load("descriptions")["governing"]["nouns"].split()
    nouns = {*load("descriptions")["people"]["nouns"].split(), *governing}
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns, key=len, reverse=True))})\b")
