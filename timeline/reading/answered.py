"""Whom an answer is about: whose claims it takes up, who said something of its side before."""

import re
from collections.abc import Sequence

from timeline.reading import targets
from timeline.reading.case import Before, Case
from timeline.reading.mentioned import Mark

PRONOUN = re.compile(r"(?:s?he|it|they|we|i|who|which)", re.IGNORECASE)
NEAR = 3
"""Paragraphs back to which an answer reaches."""


def generic(case: Case) -> bool:
    """Whether it rejects "the view" or "the claim" of nobody who is named there."""
    span = case.reply.answers if case.reply else None
    return span is not None and not case.ground.cast.within(*span)


def answered(case: Case, found: list[Mark]) -> list[Mark]:
    """Put first whose claims are answered, where the words are not about them anyway."""
    if case.reply is None or case.reply.answers is None or case.one.object is not None:
        return found
    answered = [
        mark
        for mark in case.ground.cast.within(*case.reply.answers)
        if not targets.is_own(mark, case.voice)
    ]
    known = {mark.actor for mark in answered}
    if found and found[0].actor in known:
        return found
    return [*answered, *(mark for mark in found if mark.actor not in known)]


def mirrored(case: Case, before: Sequence[Before]) -> list[Mark]:
    """Who said something of this speaker's side just before, where this is an answer."""
    voice, sentence = case.voice, case.ground.sentences[case.one.sentence]
    if case.reply is None or voice is None:
        return []
    for told in reversed(before):
        if sentence.paragraph - told.paragraph > NEAR:
            break
        speaker = told.one.speaker
        if told.voice is None or speaker is None or told.voice.side == voice.side:
            continue
        if told.one.name is None and PRONOUN.fullmatch(case.ground.text, *speaker):
            continue  # that nobody resolved
        if any(mark.side == voice.side for mark in told.targets):
            name = told.one.name.span if told.one.name else speaker
            return [Mark(*speaker, name, told.voice.actor, told.voice.sides, told.voice.kind)]
    return []


def just_said(case: Case, before: Sequence[Before]) -> list[Mark]:
    """Who spoke last, where "that" is rejected or welcomed."""
    told = before[-1] if before else None
    start, end = case.one.content[0]
    if told is None or case.ground.copy[start:end].lower().strip(" ,.") not in {"that", "this"}:
        return []
    speaker, voice = told.one.speaker, told.voice
    if speaker is None or voice is None or (case.voice and voice.side == case.voice.side):
        return []
    name = told.one.name.span if told.one.name else speaker
    return [Mark(*speaker, name, voice.actor, voice.sides, voice.kind)]
