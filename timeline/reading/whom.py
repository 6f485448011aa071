"""Whom an assertion is about where its own words leave it open: from the answer, or from before."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from timeline.reading import discussed, targets
from timeline.reading.act import Deed
from timeline.reading.ground import Ground
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.replies import Reply
from timeline.reading.scene import Asked
from timeline.reading.speakers.gender import gender_of
from timeline.reading.values import Attribution, Span
from timeline.reading.who import Voice

PRONOUN = re.compile(r"(?:s?he|it|they|we|i|who|which)", re.IGNORECASE)
OF = frozenset({"of", "for", "in", "at", "from", "to", "with", "that", "who", "which"})
PHRASE = re.compile(r"(?:(?:the|its|their|his|her|all|both) )?((?:[a-z][\w'-]* ){0,4}[a-z][\w-]*s)")
WE = re.compile(r"\W*(?:(?:but|and|yet)\W+)?(we|our|i|my)\b", re.IGNORECASE)
IT = re.compile(r"\W*(?:that\W+)?(it|its|they|their|he|she)\b", re.IGNORECASE)
FOR = re.compile(
    r" (?:fully |strongly |also )?(?:support|back|endors|stand|stood|sympath|admir|had every)"
)
"""How words begin that are about the speaker's own side: in a quote, and outside."""
NEAR = 3
"""Paragraphs back to which an answer reaches."""


class Case(NamedTuple):
    """One attribution, before it is known whom it is about."""

    ground: Ground
    one: Attribution
    voice: Voice | None
    reply: Reply | None
    on: Sequence[Mark] = ()
    """Whom the same speaker was on before, in this paragraph or the last."""


class Before(Protocol):
    """What is known of an earlier attribution."""

    @property
    def one(self) -> Attribution:
        """The attribution."""

    @property
    def voice(self) -> Voice | None:
        """Its speaker."""

    @property
    def targets(self) -> list[Mark]:
        """Whom it was about."""

    @property
    def context(self) -> list[Mark]:
        """Its targets, or those that the same speaker was on before."""

    @property
    def paragraph(self) -> int:
        """Where it stands."""


def whom(
    case: Case, deed: Callable[[], Deed], earlier: Before | None, before: Sequence[Before]
) -> list[Mark]:
    """Whom an attribution is about, the main one first.

    Args:
        case: the attribution.
        deed: its act as its words alone say it; asked only where they name nobody.
        earlier: what the same speaker said just before.
        before: all earlier attributions.
    """
    ground, one, voice = case.ground, case.one, case.voice
    found = targets.targets(ground.cast, ground.copy, voice, one.object, one.content)
    if one.lemma in load("descriptions")["defending"]["lemmas"]:
        own = targets.own_side(ground.cast, voice, one.content)
        if own:
            return [*own, *found]
    found = [*_addressed(case), *found]
    found = _answered(case, found)
    led = discussed.subject(ground.scene, _asked(case))
    done = deed() if case.reply or led or not found else None
    if led and done and done.sign:
        return [*led, *(mark for mark in found if mark.actor != led[0].actor)]
    if done and done.act == "reject" and _generic(case):
        mirrored = _mirrored(case, before)
        known = {mark.actor for mark in mirrored}
        found = [*mirrored, *(mark for mark in found if mark.actor not in known)]
    if found or done is None or not (done.sign or case.reply):
        return found
    if done.act == "support" and (own := _own(case)):
        return own
    return _understood(case, earlier, before)


def _own(case: Case) -> list[Mark]:
    """The speaker's own side, where it is praised: by name, or "we have always paid"."""
    one, voice, name = case.one, case.voice, case.one.name
    if found := targets.own_side(case.ground.cast, voice, one.content):
        return found
    words = WE if one.form == "direct" else IT
    first = words.match(case.ground.copy, *one.content[0])
    if first is None or FOR.match(case.ground.copy, first.end()) or voice is None or name is None:
        return []
    called = name.body or name.span
    return [Mark(*first.span(1), called, voice.side, (voice.side,), "unknown")]


def _understood(case: Case, earlier: Before | None, before: Sequence[Before]) -> list[Mark]:
    """Whom words mean that name nobody: one unknown, "they", who was answered, who was on."""
    ground, one = case.ground, case.one
    found = targets.unknown(ground.cast, case.voice, one.object, one.content)
    found = found or discussed.discussed(ground.scene, _asked(case))
    found = found or _mirrored(case, before) or _just_said(case, before) or _beside(case)
    if not found and earlier is not None and not _unnamed(case):
        found = [mark for mark in earlier.context if not targets.is_own(mark, case.voice)]
    return found


def _addressed(case: Case) -> list[Mark]:
    """Whom a verb names of whom nothing is known else: "accused Brussels of", "urged Stavex to"."""
    named = case.one.object
    if named is None or case.one.frame not in ("accusing", "urging"):
        return []
    found = targets.unknown(case.ground.cast, case.voice, named, [])
    if found or any(True for _ in case.ground.cast.within(*named)):
        return found
    found = discussed.discussed(case.ground.scene, _asked(case)._replace(content=()))
    return found or _verbatim(case, named)


def _verbatim(case: Case, named: Span) -> list[Mark]:
    """People as they are called where nobody knows them: "the former owners"."""
    words = case.ground.copy[slice(*named)]
    plain = PHRASE.fullmatch(words)
    if plain is None or words.lower() in targets.PRONOUNS:
        return []
    span = Span(named.start + plain.start(1), named.end)
    called = case.ground.text[slice(*span)].lower()
    return [Mark(*named, span, called, (called,), "group")]


def _asked(case: Case) -> Asked:
    one = case.one
    asked = Asked(
        case.voice,
        one.content,
        one.object,
        one.form == "direct",
        one.passage.start,
        one.sentence,
        case.on,
        gender_of(case.ground.copy, one.name) if one.name else None,
    )
    if not asked.direct:
        return asked
    return asked._replace(addressed=discussed.addressed(case.ground.scene, asked, one.cue))


def elaborated(case: Case, earlier: Before) -> list[Mark]:
    """Whom a speaker goes on about: "They promised us a school", of the builder just accused."""
    led = discussed.subject(case.ground.scene, _asked(case))
    known = {mark.actor for mark in earlier.context}
    return [mark for mark in led if mark.actor in known]


def _unnamed(case: Case) -> bool:
    """Whether a verb names somebody without a name: "criticised the lower court"."""
    named = case.one.object
    words = case.ground.copy[slice(*named)].lower().split() if named else []
    head = next((at for at, word in enumerate(words) if at and word in OF), len(words)) - 1
    nouns = load("roles")
    return head >= 0 and (
        words[head] in nouns["nouns"]["words"].split()
        and words[head].removesuffix("s") not in nouns["documents"]["words"].split()
    )


def _generic(case: Case) -> bool:
    """Whether it rejects "the view" or "the claim" of nobody who is named there."""
    span = case.reply.answers if case.reply else None
    return span is not None and not any(True for _ in case.ground.cast.within(*span))


def _answered(case: Case, found: list[Mark]) -> list[Mark]:
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


def _mirrored(case: Case, before: Sequence[Before]) -> list[Mark]:
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


def _just_said(case: Case, before: Sequence[Before]) -> list[Mark]:
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


def _beside(case: Case) -> list[Mark]:
    """Who is named in the sentence outside the words: "X's plan faced opposition from Y"."""
    sentence = case.ground.sentences[case.one.sentence]
    if case.one.frame not in ("nominal", "passive"):
        return []
    spans = (*case.one.content, *([case.one.speaker] if case.one.speaker else ()))
    marks = targets.targets(
        case.ground.cast,
        case.ground.copy,
        case.voice,
        None,
        [Span(sentence.start, case.one.passage.start), Span(sentence.start, sentence.end)],
    )
    return [
        mark for mark in marks if not any(span.start <= mark.start < span.end for span in spans)
    ][:1]
