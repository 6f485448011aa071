"""Whose words they are where no person speaks: a declaration is its issuer's, "leaders" a body's.

The document stays with the assertion as its occasion; the name becomes that of who issued it.
"""

import re
from functools import cache

from timeline.reading.ground import Ground
from timeline.reading.lexicons import load
from timeline.reading.occasions import Heard
from timeline.reading.said import heard_within
from timeline.reading.values import Attribution, Name, Span

FAR = 1200
IN = re.compile(r"\b(?:in|by|according\s+to)\s+$", re.IGNORECASE)
DAY_OF = re.compile(r"(?:the\s+)?[\w-]+\s+day\s+of\s+$", re.IGNORECASE)


def speaking(ground: Ground, one: Attribution) -> tuple[Attribution, Heard | None]:
    """The attribution with the name of who speaks, and the text or event it speaks through."""
    if one.speaker is None:
        return _unspoken(ground, one)
    heard = _text_speaker(ground, one)
    if heard is not None:
        issuer = heard.occasion.issuer
        return (one._replace(name=Name(issuer)) if issuer else one), heard
    if one.name is None or one.name.kind != "person":
        for mark in ground.cast.within(*one.speaker):
            if mark[:2] == one.speaker and mark.name != one.speaker and mark.kind != "person":
                return one._replace(name=Name(mark.name)), None
    if one.name is None or (one.name.body is None and one.name.kind in ("unknown", "group")):
        return _of_an_owner(ground, one) or _of_a_body(ground, one), None
    name = _known_body(ground, one.name)
    return (one if name is one.name else one._replace(name=name)), None


def _known_body(ground: Ground, name: Name) -> Name:
    """Without a word of the sentence before: "U.S." of "According to Gazette U.S. President"."""
    if name.body is None:
        return name
    marks = ground.cast.within(*name.body)
    if not marks or marks[-1].end != name.body.end or marks[-1].start == name.body.start:
        return name
    if len(marks) > 1:
        return name
    mark = marks[-1]
    return name._replace(body=Span(mark.start, mark.end))


def _of_an_owner(ground: Ground, one: Attribution) -> Attribution | None:
    """A programme or plan that aims at something does so for whose it is: "NATO's relations"."""
    span = one.name.span if one.name else one.speaker
    words = ground.copy[slice(*span)].lower().split() if span else []
    if not words or words[-1] not in load("descriptions")["owned"]["nouns"].split():
        return None
    for content in one.content:
        for mark in ground.cast.within(*content):
            if mark.kind == "organisation" and ground.copy.startswith("'s", mark.end):
                return one._replace(name=Name(mark.name))
    return None


def _unspoken(ground: Ground, one: Attribution) -> tuple[Attribution, Heard | None]:
    """What was said by nobody, but in a document: its issuer's words."""
    sentence = ground.sentences[one.sentence]
    for heard in heard_within(ground.time, sentence.start, one.passage.start):
        if heard.span.start < sentence.start:
            continue
        inside = IN.search(ground.copy, sentence.start, heard.span.start)
        if inside and heard.noun.sort == "document" and heard.occasion.issuer:
            name = Name(heard.occasion.issuer)
            return one._replace(speaker=heard.span, name=name), heard
    return one, None


def _text_speaker(ground: Ground, one: Attribution) -> Heard | None:
    """The document or event that speaks: "the declaration", "NATO's summit", "it"."""
    for span in (one.speaker, one.name.span if one.name else None):
        if span is None:
            continue
        for heard in heard_within(ground.time, *span):
            if heard.noun.sort != "personal" and _is(ground, span, heard):
                return heard
    return None


def _is(ground: Ground, span: Span, heard: Heard) -> bool:
    head = heard.noun.head
    if not span.start < head.end or not head.start < span.end:
        return False
    if heard.span.start <= span.start or not ground.copy[span.start : heard.span.start].strip():
        return True
    return DAY_OF.fullmatch(ground.copy, span.start, heard.span.start) is not None


def _of_a_body(ground: Ground, one: Attribution) -> Attribution:
    """Give bare "leaders" or "member states" the body last spoken of."""
    span = one.name.span if one.name else one.speaker
    if span is None or not _bare().fullmatch(ground.copy, *span):
        return one
    for mark in ground.cast.before(span.start):
        if span.start - mark.start > FAR:
            break
        if mark.kind == "organisation":
            return one._replace(name=Name(span, body=mark.name, kind="group"))
    return one


@cache
def _bare() -> re.Pattern[str]:
    nouns = "|".join(load("descriptions")["of_a_body"]["nouns"].split())
    return re.compile(
        rf"(?:(?:the|all|its|their|these|both)\s+)*(?:\d+\s+)?(?:member\s+)?(?:{nouns})",
        re.IGNORECASE,
    )
