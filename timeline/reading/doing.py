"""What one attribution does: by its cue and its words, by who says so and whom it is about."""

import re

from timeline.reading.act import Deed, Words, cue_of, decide
from timeline.reading.ground import Ground
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.targets import is_own
from timeline.reading.unsaid import minding
from timeline.reading.values import Attribution, Span
from timeline.reading.who import Voice

WILL = re.compile(
    r"\b(?:will|would|shall|(?:plans?|intends?) to|(?:is|are|was|were) going to)\b(?! (?:be|have) )"
)
SELF = frozenset({"we", "i", "it", "they", "he", "she"})
FIRST_WORDS = 60
NOUNS, NOUN_BEFORE = ("nominal", "unspoken"), 30
"""Frames whose act stands in a noun beside the words: "concerns about X were expressed"."""
DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|hardly)|n't|\b(?:unwilling|reluctant|unable) to"
    r"|\b(?:refus|declin)(?:es?|ed|ing) to|\bstop(?:s|ped)? short of)"
    r"\s+(?:(?!(?:on|mere|simp|sole)ly\b)\w+ly\s+)?$"
)
"""Before a cue: "did not back", "would never accept", "declined to praise"."""
FAR = 30
MINDED = ("clause", "intending")
"""Frames in which not to think or want a thing is to think or want otherwise."""
BLAME = re.compile(r"to (?:\w+ly )?([a-z]+)")
"""What one refused to do: "to condemn the strike" is nothing against whom that would blame."""


def intends(ground: Ground, one: Attribution, voice: Voice | None) -> bool:
    """Whether it begins with what the speaker's own side will do: "we will", "NATO plans to"."""
    start, end = one.content[0]
    will = WILL.search(ground.page.low, start, min(end, start + FIRST_WORDS))
    if will is None:
        return False
    subject = ground.page.low[start : will.start()].strip().removeprefix("that ")
    if subject in SELF:
        return True
    marks = ground.cast.within(start, will.start())
    return bool(marks) and all(is_own(mark, voice) for mark in marks)


def deed_of(ground: Ground, one: Attribution, about: list[Mark], voice: Voice | None) -> Deed:
    """The act of an attribution, toward whom it is about (`about`; empty: not yet known)."""
    if one.mode == "asked" and one.lemma != "question":
        return Deed("request", "ask", 0)
    if one.cue is None and one.frame == "clause":
        return Deed("state", "state", 0)  # that somebody did not say something
    toward = frozenset(about[0].sides) if about else frozenset()
    own = one.form == "direct" or bool(one.own)
    spans = one.content
    if one.frame in NOUNS:
        start = ground.sentences[one.sentence].start
        spans = (Span(max(start, one.passage.start - NOUN_BEFORE), one.passage.end),)
    named = one.lemma in load("descriptions")["calling"]["lemmas"]
    words = Words(ground.page, spans, own, intends(ground, one, voice), toward, named)
    deed = decide(one.lemma, words)
    if DENIED.search(ground.page.low, *_before(one)):
        deed = _denied(ground, one, deed)
    if one.lemma in ("refuse", "decline") and _blameless(ground, one):
        deed = Deed("state", "state", 0)
    if deed.act == "request" and about and about[0].kind == "group":
        return deed._replace(sign=0)  # of people at large no wrong is presupposed
    return deed


class Alone:
    """The act of an attribution as its words alone say it: not always asked, and then twice."""

    def __init__(self, ground: Ground, one: Attribution, voice: Voice | None) -> None:
        self._about = ground, one, voice
        self._deed: Deed | None = None

    def __call__(self) -> Deed:
        """Find it, once."""
        if self._deed is None:
            ground, one, voice = self._about
            self._deed = deed_of(ground, one, [], voice)
        return self._deed


def _before(one: Attribution) -> tuple[int, int]:
    cue = one.cue or Span(0, 0)
    return max(0, cue.start - FAR), cue.start


def _blameless(ground: Ground, one: Attribution) -> bool:
    found = BLAME.match(ground.page.low, *one.content[0])
    return found is not None and cue_of(ground.page.lexicons.acts, found[1]).act == "accuse"


def _denied(ground: Ground, one: Attribution, deed: Deed) -> Deed:
    """What not doing it does: who will not back a plan is against it; who blames no one is not."""
    cue = cue_of(ground.page.lexicons.acts, one.lemma)
    if one.lemma in minding() and one.frame in MINDED:
        against = Deed("accuse", "criticise", -1)
        return against if deed.sign > 0 else Deed("state", "state", 0)
    if cue.look != "no" or one.frame in NOUNS:
        return deed
    if cue.act in {"support", "agree", "cooperate"}:
        return Deed("reject", "criticise", -1)
    return Deed("state", "state", 0) if cue.act in {"accuse", "reject"} else deed
