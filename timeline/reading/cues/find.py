"""Finding cues: which words of a sentence say that somebody says something."""

import re
from typing import NamedTuple

from timeline.reading.cues.lexicon import BETWEEN, Phrase, cue_verbs, phrases, verb_classes
from timeline.reading.text.skeleton import Skeleton

MOST = 24
"""Cues in a sentence; one that has more is no sentence ("said said said")."""


_VERBAL = re.compile("[Vgv]")


class Cue(NamedTuple):
    """A verb (with the words of its phrase) that may carry an attribution."""

    at: int
    """Item of the verb."""
    last: int
    """Last item of the phrase; the verb itself where it stands alone."""
    lemma: str
    form: str
    """b(ase), z (third person), d (past), g(erund), v (infinitive after "to")."""
    kinds: frozenset[str]
    """What it can take: classes of the lexicon."""


def find(sk: Skeleton) -> list[Cue]:
    """The verb cues of a sentence, in order, each item in at most one."""
    found: list[Cue] = []
    free = 0
    verbs = cue_verbs()
    for verb in _VERBAL.finditer(sk.tags):
        at = verb.start()
        if at < free or sk.low[at] not in verbs:
            continue
        if len(found) == MOST:
            break
        if cue := _cue(sk, at, *verbs[sk.low[at]]):
            found.append(cue)
            free = cue.last + 1
    return found


def _cue(sk: Skeleton, at: int, base: str, form: str) -> Cue | None:
    if sk.tags[at] == "v":
        form = "v"
    for phrase in phrases().get(base, ()):
        last = _matches(sk, at + 1, phrase)
        if last and not _timed(sk, last) and not _infinitive(sk, last):
            return Cue(at, last, phrase.lemma, form, frozenset({phrase.kind}))
    kinds = verb_classes().get(base)
    return Cue(at, at, base, form, kinds) if kinds else None


def _timed(sk: Skeleton, last: int) -> bool:
    """As in "agreed on Sunday to": the preposition is the day's."""
    return sk.tags[last : last + 2] == "IT"


def _infinitive(sk: Skeleton, last: int) -> bool:
    """As in "agreed to postpone the vote": what is meant to be done follows, and no thing."""
    return sk.tags[last : last + 2] == "tv"


def _matches(sk: Skeleton, at: int, phrase: Phrase) -> int | None:
    """The item of the phrase's last word, if its words follow."""
    size = len(sk.low)
    loose = False
    for word in phrase.rest:
        if word == "*":
            loose = True
            continue
        limit = at + BETWEEN if loose else at
        while at < size and at <= limit and sk.low[at] != word:
            if sk.tags[at] not in "DnA0VNRCI" and sk.low[at] != "it":
                return None
            at += 1
        if at >= size or at > limit or sk.low[at] != word:
            return None
        loose = False
        at += 1
    return at - 1
