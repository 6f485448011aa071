"""On which occasion, or in which document, something was said or endorsed."""

import re

from timeline.reading import said
from timeline.reading.act import Deed
from timeline.reading.ground import Ground
from timeline.reading.lexicons import words
from timeline.reading.occasions import Heard
from timeline.reading.values import Attribution, Span

PREPOSITION = re.compile(r"\b([a-z]+)\s+$")


def occasion_of(ground: Ground, sentence: Span, outside: list[Span]) -> Heard | None:
    """The occasion on which, or the document in which, it was said."""
    for heard in said.heard_within(ground.time, *sentence):
        if heard.span.start < sentence.start:
            continue
        if any(span.start <= heard.span.start < span.end for span in outside):
            continue
        word = PREPOSITION.search(ground.page.low, sentence.start, heard.span.start)
        seen = heard.event and heard.span.start == sentence.start and heard.noun.of is None
        if seen or (word is not None and word[1] in words("occasions", "within")):
            return heard
    return None


def adopted(ground: Ground, one: Attribution, deed: Deed) -> Heard | None:
    """The document that is endorsed or signed: that was done when it was issued."""
    if deed.act not in ("support", "agree"):
        return None
    start = one.content[0].start
    for heard in said.heard_within(ground.time, start - 1, start + 2):
        if heard.noun.sort == "document" and abs(heard.span.start - start) <= 1:
            return heard
    return None
