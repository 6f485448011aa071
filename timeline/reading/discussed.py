"""Whom "they", "she", "the minister", "the decision" and "councillors" mean in what is asserted.

Asked only where the words name nobody, and something is held against them or for them. First who
the same speaker was on before, then who of that kind was named last; never the speaker's own side.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading import targets
from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.speakers.gender import gender_of
from timeline.reading.speakers.names import words
from timeline.reading.values import Name, Sentence, Span
from timeline.reading.who import Voice

PEOPLE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
MANY = frozenset({"they", "them", "their"})
TOLD = re.compile(r"\s+(?:the\s+|Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+)?([^\W\d_]+)")
FIRST = re.compile(
    r"\W*(?:(?:and|but|because|if|when|that|yet|so|well|now|no)\W+)?(he|she|they)\b", re.IGNORECASE
)
PRONOUN = re.compile(r"\b(he|him|his|she|her|they|them|their)\b", re.IGNORECASE)
YOU = re.compile(r"\b(?:you|your)\b")
POST = re.compile(r",?\s+(?:[A-Z][\w.]*\s+){0,2}$")
PLAIN = re.compile(r"(?:the|those|these|some|many|all|its|their|his|her)\s+$", re.IGNORECASE)
LED = re.compile(
    r"(?:^|\bit(?:'s| is| was) )(?:that )?(?:the |those |these |its |their |his |her )?$"
)
BY = re.compile(r"\bby (?:the |an? )?$")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are) (?:[a-z]+ly )?$")
TAKEN = re.compile(r"\b(?:the|this|that|its|their|his|her) (?:[a-z-]+ )?$")
"""Before a noun that takes up what was told already."""
DATELINE = re.compile(r"[A-Z]{4,}(?:, [A-Z]| \(|, \w+\.? \d)")
FAR, SENTENCES = 3000, 40


class Scene(NamedTuple):
    """What is known of an article where one attribution stands."""

    copy: str
    low: str
    cast: Cast
    sentences: Sequence[Sentence]
    home: Mark | None
    """A mention of the country whose government "the government" is."""


class Asked(NamedTuple):
    """Of which attribution it is asked."""

    voice: Voice | None
    content: Sequence[Span]
    object: Span | None
    direct: bool
    at: int
    """Where its passage begins."""
    sentence: int
    before: Sequence[Mark]
    """Whom the same speaker was on before."""
    addressed: Sequence[Mark] = ()
    """Who is told it: "you"."""


def subject(scene: Scene, asked: Asked) -> list[Mark]:
    """Whom the first word of a speaker's own words means: "They sent those letters"."""
    if not asked.direct or not asked.content:
        return []
    if asked.addressed and YOU.search(scene.low, *asked.content[0]):
        return [mark for mark in asked.addressed if not targets.is_own(mark, asked.voice)]
    found = FIRST.match(scene.copy, *asked.content[0])
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
    """The first of the pronouns, descriptions, deeds and groups in the words that means somebody."""
    spans = [*([asked.object] if asked.object else []), *asked.content]
    for start, end, find in sorted(_hints(scene, asked, spans), key=lambda hint: hint[:2]):
        if marks := find(scene, asked, start, end):
            return marks
    return []


Find = Callable[[Scene, Asked, int, int], list[Mark]]


def _hints(scene: Scene, asked: Asked, spans: Sequence[Span]) -> Iterator[tuple[int, int, Find]]:
    for span in spans:
        if asked.direct or span == asked.object:
            for found in PRONOUN.finditer(scene.copy, *span):
                yield found.start(), found.end(), _pronoun
        for found in _nouns().finditer(scene.low, *span):
            noun = found[2]
            if noun in _artefacts():
                yield found.start(2), found.end(2), _deed
            elif found[1]:
                yield found.start(2), found.end(2), _post
        for found in _groups().finditer(scene.low, *span):
            led = LED.search(scene.low[span.start : found.start()]) is not None
            if led or span == asked.object:
                yield found.start(), found.end(), _group


def _pronoun(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    word = scene.low[start:end]
    gender = PEOPLE.get(word)
    for mark in (*asked.before, *_named(scene, asked.at)):
        if targets.is_own(mark, asked.voice) or mark.place or mark.adjective:
            continue
        if gender is None:
            if mark.kind in targets.GROUP:
                return [_at(mark, start, end)]
        elif mark.kind == "person" and gender_of(scene.copy, Name(mark.name)) in {None, gender}:
            return [_at(mark, start, end)]
    return []


def _named(scene: Scene, at: int) -> Iterator[Mark]:
    for mark in scene.cast.before(at):
        if at - mark.end > FAR:
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
                return [_at(mark, start, end)]
    if noun in words("names", "bridging") and people:
        named = Counter(mark.actor for mark in people)
        return [_at(max(people, key=lambda mark: named[mark.actor]), start, end)]
    return []


def _deed(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """Whose decision, fine or strike it is: who did it in the last sentence that tells of it."""
    family = _artefacts()[scene.low[start:end]]
    this = scene.sentences[asked.sentence]
    for back in range(asked.sentence - 1, max(-1, asked.sentence - 1 - SENTENCES), -1):
        sentence = scene.sentences[back]
        if sentence.block not in {"body", this.block}:
            continue
        for told in family.finditer(scene.low, sentence.start, sentence.end):
            if TAKEN.search(scene.low, sentence.start, told.start()):
                continue
            if mark := _doer(scene, asked, sentence, told.start()):
                return [_at(mark, start, end)]
    return []


def _doer(scene: Scene, asked: Asked, sentence: Sentence, at: int) -> Mark | None:
    """Who does it in a sentence: behind "by", else before the verb, unless it is done to that."""
    found = [
        mark
        for mark in scene.cast.within(sentence.start, sentence.end)
        if mark.kind in (*targets.GROUP, "person")
        and not (mark.place or mark.adjective or DATELINE.match(scene.copy, mark.start))
    ]
    by = [mark for mark in found if BY.search(scene.low, sentence.start, mark.start)]
    done = PASSIVE.search(scene.low, sentence.start, at)
    doers = by or [mark for mark in found if mark.end <= at and not done]
    mark = by[0] if by else next(reversed(doers), None)
    return None if mark is None or _is_self(mark, asked.voice) else mark


def _is_self(mark: Mark, voice: Voice | None) -> bool:
    """Whether it is the speaker, or whom it speaks for; another office of that state is not."""
    return voice is not None and mark.actor in {voice.actor, voice.side}


def _group(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """People without a name: "ministers" are the government's, all others themselves."""
    word = scene.copy[start:end]
    if word.lower() in load("descriptions")["governing"]["nouns"].split() and scene.home:
        home = scene.home
        if home.side == (asked.voice.side if asked.voice else ""):
            return []
        return [Mark(start, end, home.name, home.side, (home.side,), "country")]
    return [Mark(start, end, Span(start, end), word.lower(), (word.lower(),), "group")]


def _at(mark: Mark, start: int, end: int) -> Mark:
    return mark._replace(start=start, end=end)


@cache
def _artefacts() -> dict[str, re.Pattern[str]]:
    """What somebody did or made, and by which words the article told of it."""
    table: dict[str, re.Pattern[str]] = {}
    for row in load("descriptions")["artefacts"]["families"]:
        stems = "|".join(row["told"].split())
        pattern = re.compile(rf"\b(?:{stems})")
        for noun in row["nouns"].split():
            table[noun] = pattern
    return table


@cache
def _nouns() -> re.Pattern[str]:
    people = words("roles", "persons") | words("names", "bridging")
    nouns = "|".join(sorted({*people, *_artefacts()}, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(the|this|that|his|her|their|our)|its)\s+(?:[a-z-]+\s+){{0,2}}?({nouns})\b(?!'s?\b)"
    )


@cache
def _groups() -> re.Pattern[str]:
    governing = load("descriptions")["governing"]["nouns"].split()
    nouns = {*load("descriptions")["people"]["nouns"].split(), *governing}
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns, key=len, reverse=True))})\b")
