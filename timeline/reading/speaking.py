"""Whose words they are where no person speaks: a declaration is its issuer's, "leaders" a body's.

The document stays with the assertion as its occasion; the name becomes that of who issued it.
"""

import re
from functools import cache

from timeline.reading.ground import Ground
from timeline.reading.lexicons import load
from timeline.reading.occasions import Heard
from timeline.reading.values import Attribution, Name, Span

FAR = 1200
DAY_OF = re.compile(r"(?:the\s+)?[\w-]+\s+day\s+of\s+$", re.IGNORECASE)


def speaking(ground: Ground, one: Attribution) -> Attribution:
    """The attribution with the name of who speaks through its text or event, if one does."""
    if one.speaker is None:
        return one
    heard = text_speaker(ground, one)
    if heard is not None:
        issuer = heard.occasion.issuer
        return one._replace(name=Name(issuer)) if issuer else one
    if one.name is None or (one.name.body is None and one.name.kind in ("unknown", "group")):
        return _of_a_body(ground, one)
    return one


def text_speaker(ground: Ground, one: Attribution) -> Heard | None:
    """The document or event that speaks: "the declaration", "NATO's summit", "it"."""
    for span in (one.speaker, one.name.span if one.name else None):
        if span is None:
            continue
        for heard in ground.time.heard:
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
