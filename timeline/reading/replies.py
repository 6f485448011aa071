"""Whether an assertion is an answer: the words that make it one, and what the text says it answers.

Which statement is answered is for the views to find, over all articles; here stand only the words.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading.lexicons import load
from timeline.reading.phrases import Hits, Phrases
from timeline.reading.values import Attribution, Span
from timeline.reading.vocabulary import Words


class Reply(NamedTuple):
    """The words that make it an answer, and those that name what is answered."""

    cue: Span
    answers: Span | None


NEAR = 100
BACK = 240
NAMED = r"(?:(?:[a-z]{1,4}-)?[A-Z][\w.&-]*(?:[ ](?:of[ ])?[A-Z][\w.&-]*){0,4}['’]s?)"
ASKED = re.compile(r"\b[Aa]sked (?:whether|if|about|why|how|what|by|when|on)\b")
"""Who is asked by nobody in particular replies to a question, and to no statement."""
QUESTIONED = ("answer", "reply", "respond", "retort")
TO = re.compile(r"(?: to)?(?: the| an?)? ")
"""Between a word of answering and who is answered."""
STOP = re.compile(r"[,;:—]|--")
"""Where the object of a verb ends at the latest."""


def reply(
    copy: str, cues: Hits[bool], one: Attribution, sentence: Span, contents: Sequence[Span]
) -> Reply | None:
    """Whether this is an answer by its own words.

    Args:
        copy: the shadow copy of the text, with its capitals.
        cues: where words of answering stand, by `reply_cues`.
        one: who said what.
        sentence: the sentence it stands in.
        contents: what is asserted in that sentence, by whomever.
    """
    if one.cue and one.lemma in _lemmas():
        if one.lemma in QUESTIONED and ASKED.search(copy, sentence.start, one.cue.start):
            return None
        return _by_verb(copy, one, one.cue, sentence)
    for hit in cues.within(*sentence):
        if ASKED.search(copy, sentence.start, hit.start):
            return None
        if one.speaker and _answers(copy, hit.start, hit.end, one.speaker):
            continue
        if not any(span.start <= hit.start < span.end for span in contents):
            return Reply(Span(hit.start, hit.end), _after(copy, one, hit.end, sentence))
    return _met(copy, one, sentence) or _judged(copy, one)


def _answers(copy: str, start: int, end: int, speaker: Span) -> bool:
    """Whether the speaker is who is answered: Lima of "responding to Lima, who said"."""
    to = copy.startswith(" to ", end) or copy[start:end].endswith(" to")
    return to and TO.fullmatch(copy, end, max(end, speaker.start)) is not None


def _by_verb(copy: str, one: Attribution, cue: Span, sentence: Span) -> Reply:
    """As "rejected the claim", "the plan faced opposition from it"."""
    if met := _met(copy, one, sentence):
        return met._replace(cue=cue)
    return Reply(cue, _after(copy, one, cue.end, sentence, own=True))


def _after(
    copy: str, one: Attribution, start: int, sentence: Span, *, own: bool = False
) -> Span | None:
    """What is named behind the cue; `own`: as its object."""
    limit = min(sentence.end, max(start, one.cue.end if one.cue else 0) + NEAR)
    if own and (stop := STOP.search(copy, start, limit)):
        limit = stop.start()
    claim = _claim().search(copy, start, limit)
    return Span(*claim.span()) if claim else None


def _met(copy: str, one: Attribution, sentence: Span) -> Reply | None:
    """What was done met a reaction: "the plan faced opposition", "this move raised concerns"."""
    if one.cue is None or one.frame != "nominal":
        return None
    found = _meeting().search(copy, max(sentence.start, one.cue.start - BACK), one.cue.start)
    return Reply(Span(*found.span("verb")), Span(*found.span("what"))) if found else None


def _judged(copy: str, one: Attribution) -> Reply | None:
    """Words that were said are judged: "called that claim false", "condemned NATO's remarks"."""
    if one.cue is None or one.lemma.removesuffix(" as") not in _judging() or not one.content:
        return None
    first = one.content[0]
    found = _said().match(copy, first.start, first.end)
    return Reply(one.cue, Span(*found.span())) if found else None


def reply_cues(words: Words) -> Hits[bool]:
    """Where a text has words of answering: "in response", "replied"."""
    return _phrases().scan(words)


@cache
def _phrases() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("replies")["phrases"])


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(load("replies")["lemmas"])


@cache
def _judging() -> frozenset[str]:
    return frozenset(load("replies")["judging"])


def _any(*names: str) -> str:
    return "|".join(re.escape(word) for name in names for word in load("replies")[name])


@cache
def _claim() -> re.Pattern[str]:
    """A noun phrase of what can be answered: "NATO’s accusations", "all charges"."""
    before = rf"(?:{NAMED}|the|these|those|such|its|his|her|their|this|that|all|any|every|both)"
    return re.compile(rf"\b{before} (?:[a-z'-]{{2,20}} ){{0,2}}(?:{_any('claims')})\b")


@cache
def _said() -> re.Pattern[str]:
    """Words that were said, at the start of what is judged."""
    before = rf"(?:{NAMED}|th(?:e|at|is|ese|ose)|such)"
    return re.compile(rf"{before} (?:[a-z'-]{{2,20}} )?(?:{_any('sayings')})\b")


@cache
def _meeting() -> re.Pattern[str]:
    """What was done, said or planned, and the verb by which a reaction to it is told."""
    noun = rf"(?:{_any('claims', 'moves')})"
    before = rf"(?:{NAMED}|[Tt]h(?:e|is|ese|at|ose)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)"
    words = r"(?:[a-z'-]{2,20} ){0,2}"
    more = r"(?: (?:to|of|for|on|by) [^;:!?]{1,120}?)?"
    between = r"(?: which [^,;:!?]{1,120},)? (?:has |have |had |also |immediately ){0,2}"
    return re.compile(
        rf"(?P<what>\b{before} {words}{noun}\b{more}),?{between}"
        rf"(?P<verb>{_any('meeting')}) {words}(?:{NAMED} )?{words}$"
    )
