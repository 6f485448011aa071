"""Whose decision, fine or strike it is that an assertion takes up: who was told to have done it."""

import re
from functools import cache

from timeline.reading import targets
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.scene import Asked, Scene, at
from timeline.reading.values import Sentence
from timeline.reading.who import Voice

BY = re.compile(r"\bby (?:the |an? )?$")
FROM = re.compile(r"[a-z]* (?:from|by|submitted by|put forward by|made by) (?:the |an? )?")
WORD = re.compile(r"[a-z]+")
UNDONE = re.compile(r"\b(?:no|not|never|without|nor)\b [^,;:.]*$|n't [^,;:.]*$")
"""What is not done is no deed: "no plans to cut jobs"."""
NEAR = 24
PERSONS = ("er", "ers", "or", "ors")
"""How nouns end of who does it: "the developer" tells of no development."""
AFTER = re.compile(r"\b(?:after|following) (?:the|this|that|its|their) ([a-z]+)\b")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are) (?:[a-z]+ly )?$")
TAKEN = re.compile(r"\b(?:the|this|that|its|their|his|her) (?:[a-z-]+ )?$")
"""Before a noun that takes up what was told already."""
DATELINE = re.compile(r"[A-Z]{4,}(?:, [A-Z]| \(|, \w+\.? \d)")
LONGEST = 100
"""Code points of a name: so far is looked for one behind “from”."""
SENTENCES = 40
"""Back to which a deed is looked for."""


def whose_deed(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """Whose decision, fine or strike it is: who did it in the last sentence that tells of it."""
    family = artefacts()[scene.low[start:end]]
    this = scene.sentences[asked.sentence]
    for back in range(asked.sentence - 1, max(-1, asked.sentence - 1 - SENTENCES), -1):
        sentence = scene.sentences[back]
        if sentence.block not in {"body", this.block}:
            continue
        for told in family.finditer(scene.low, sentence.start, sentence.end):
            if UNDONE.search(scene.low, max(sentence.start, told.start() - NEAR), told.start()):
                continue
            if mark := _maker(scene, asked, sentence, told.end()):
                return [at(mark, start, end)]
            word = _word(scene.low, told.start())
            taken = word in artefacts() and TAKEN.search(scene.low, sentence.start, told.start())
            if taken or (word not in artefacts() and word.endswith(PERSONS)):
                continue
            if mark := _doer(scene, asked, sentence, told.start()):
                return [at(mark, start, end)]
    return []


def reacted_to(scene: Scene, asked: Asked, start: int, end: int) -> list[Mark]:
    """Whose deed a speaker reacts to: "disappointed", she said after the vote."""
    found = AFTER.search(scene.low, start, end)
    return whose_deed(scene, asked, *found.span(1)) if found and found[1] in artefacts() else []


def _word(low: str, start: int) -> str:
    found = WORD.match(low, start)
    return found[0] if found else ""


def _maker(scene: Scene, asked: Asked, sentence: Sentence, end: int) -> Mark | None:
    """Whose it is by the words behind it: "the application from Hartley Homes"."""
    found = FROM.match(scene.low, end, sentence.end)
    if found is None:
        return None
    span = (found.end(), min(sentence.end, found.end() + LONGEST))
    marks = (*scene.cast.within(*span), *scene.cast.perhaps(*span))
    mark = next((mark for mark in marks if mark.start == found.end()), None)
    return None if mark is None or mark.place or _is_self(mark, asked.voice) else mark


def _doer(scene: Scene, asked: Asked, sentence: Sentence, verb: int) -> Mark | None:
    """Who does it in a sentence: behind "by", else before the verb, unless it is done to that."""
    found = [
        mark
        for mark in scene.cast.within(sentence.start, sentence.end)
        if mark.kind in (*targets.GROUP, "person")
        and not (mark.place or mark.adjective or DATELINE.match(scene.copy, mark.start))
    ]
    by = [mark for mark in found if BY.search(scene.low, sentence.start, mark.start)]
    done = PASSIVE.search(scene.low, sentence.start, verb)
    doers = by or [mark for mark in found if mark.end <= verb and not done]
    mark = by[0] if by else next(reversed(doers), None)
    return None if mark is None or _is_self(mark, asked.voice) else mark


def _is_self(mark: Mark, voice: Voice | None) -> bool:
    """Whether it is the speaker, or whom it speaks for; another office of that state is not."""
    return voice is not None and mark.actor in {voice.actor, voice.side}


@cache
def artefacts() -> dict[str, re.Pattern[str]]:
    """What somebody did or made, and by which words the article told of it."""
    table: dict[str, re.Pattern[str]] = {}
    for row in load("descriptions")["artefacts"]["families"]:
        stems = "|".join(row["told"].split())
        pattern = re.compile(rf"\b(?:{stems})")
        for noun in row["nouns"].split():
            table[noun] = pattern
    return table
