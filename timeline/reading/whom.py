"""Whom an assertion is about where its own words leave it open: from the answer, or from before."""

import re
from collections.abc import Callable, Sequence

from timeline.reading import discussed, targets
from timeline.reading.act import Deed, cue_of
from timeline.reading.addressed import addressed, requested, unnamed
from timeline.reading.answered import answered, generic, just_said, mirrored
from timeline.reading.case import Before, Case, asked_of
from timeline.reading.deeds import reacted_to
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.values import Span

WE = re.compile(r"\W*(?:(?:but|and|yet)\W+)?(we|our|i|my)\b", re.IGNORECASE)
IT = re.compile(r"\W*(?:that\W+)?(it|its|they|their|he|she)\b", re.IGNORECASE)
"""How words begin that are about the speaker's own side: in a quote, and outside."""
FOR = re.compile(
    r" (?:fully |strongly |also |really |just )?(?:support|back|endors|stand|stood|sympath|admir"
    r"|had every|think|thought|believe|feel|felt|know|guess|suppose|hope|love|like|trust|respect"
    r"|appreciate|agree|thank)"
    r"|(?: am| are| was| were|['’]m|['’]re)(?: [\"“‘']?\w+){0,2}? [\"“‘']?(?:happy|glad"
    r"|pleased|proud|grateful|thankful|delighted|thrilled|excited|impressed|honou?red|confident|sure)"
)
"""How they go on where they are friendly: "we support", "I am grateful"."""
DONE = re.compile(r" (?:had|has|have|was|were|is|are|did|does|do)\b")


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
    on = _still_on(case, earlier)
    found = on or targets.targets(ground.cast, ground.copy, voice, one.object, one.content)
    if one.lemma in load("descriptions")["defending"]["lemmas"]:
        own = targets.own_side(ground.cast, voice, one.content)
        if own or (not found and one.object):
            return [*own, *found]  # who defends a tax is on his own side, whoever asked for it
    found = [*addressed(case), *found]
    found = answered(case, found)
    led = discussed.subject(ground.scene, asked_of(case)) if one.form == "direct" else []
    done = deed() if case.reply or led or not found else None
    if led and done and done.sign:
        return [*led, *(mark for mark in found if mark.actor != led[0].actor)]
    if done and done.act == "reject" and generic(case):
        others = mirrored(case, before)
        known = {mark.actor for mark in others}
        found = [*others, *(mark for mark in found if mark.actor not in known)]
    if not found and done and done.act == "request":
        found = requested(case)
    if found or done is None or not (done.sign or case.reply):
        return found
    if done.act == "support" and (own := _own(case)):
        return own
    return _understood(case, earlier, before)


def _still_on(case: Case, earlier: Before | None) -> list[Mark]:
    """Whom "it" or "them" takes up: whom the same speaker or side was on just before."""
    named = case.one.object
    if named is None or earlier is None:
        return []
    kinds = targets.PRONOUNS.get(case.ground.copy[slice(*named)].lower(), ())
    return [
        mark._replace(start=named.start, end=named.end)
        for mark in earlier.context[:1]
        if mark.kind in kinds and not targets.is_own(mark, case.voice)
    ]


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


def defended(case: Case) -> list[Mark]:
    """The speaker's own side where the words begin with it: "insisted the firm had listened"."""
    if case.one.lemma != "insist":
        return []
    start, end = case.one.content[0]
    done = DONE.search(case.ground.copy, start, end)
    return [mark for mark in _own(case) if done and mark.start < done.start()]


def _understood(case: Case, earlier: Before | None, before: Sequence[Before]) -> list[Mark]:
    """Whom words mean that name nobody: one unknown, "they", who was answered, who was on."""
    ground, one = case.ground, case.one
    found = targets.unknown(ground.cast, case.voice, one.object, one.content)
    found = found or discussed.discussed(ground.scene, asked_of(case))
    if not found and earlier is not None and case.reply and case.reply is earlier.reply:
        found = _others(case, earlier.context)  # the same answer goes on
    found = found or mirrored(case, before) or just_said(case, before) or _beside(case)
    if not found and one.cue is not None:
        end = ground.sentences[one.sentence].end
        found = reacted_to(ground.scene, asked_of(case), one.cue.end, end)
    if not found and earlier is not None and not unnamed(case):
        found = _others(case, earlier.context)
    return found


def _others(case: Case, marks: Sequence[Mark]) -> list[Mark]:
    """Those of them that are not of the speaker's side."""
    return [mark for mark in marks if not targets.is_own(mark, case.voice)]


def elaborated(case: Case, earlier: Before) -> list[Mark]:
    """Whom a speaker goes on about: "They promised us a school", of the builder just accused."""
    if case.one.form != "direct":
        return []
    if _enlarges(case, earlier):
        return list(earlier.context)
    led = discussed.subject(case.ground.scene, asked_of(case), anywhere=True)
    known = {mark.actor for mark in earlier.context}
    return [mark for mark in led if mark.actor in known]


def _enlarges(case: Case, earlier: Before) -> bool:
    """Whether a quote says in a speaker's own words what was just told in the reporter's."""
    one, sentence = earlier.one, case.ground.sentences[case.one.sentence]
    if one.form not in {"indirect", "mixed"} or one.sentence == case.one.sentence:
        return False
    cue = cue_of(case.ground.page.lexicons.acts, one.lemma)
    return sentence.paragraph == earlier.paragraph or (cue.look == "no" and cue.sign < 0)


def _beside(case: Case) -> list[Mark]:
    """Who is named in the sentence outside the words: "X's plan faced opposition from Y"."""
    sentence = case.ground.sentences[case.one.sentence]
    cue = case.ground.copy[slice(*case.one.cue)] if case.one.cue else ""
    if case.one.frame not in ("nominal", "passive") and not cue.endswith("ing"):
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
