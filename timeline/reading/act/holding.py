"""Whether a phrase of the lexicon says what it can say where it stands: not denied, of somebody."""

import re

from timeline.reading.act.lexicon import Content, Sign
from timeline.reading.phrases import Hit
from timeline.reading.values import Span

NEGATED = re.compile(
    r"(?:\bnon-|\banti-"
    r"|\b(?:no|not|never|without|nor|neither|free of|isn't|wasn't|aren't)\s+"
    r"(?:(?:a|an|any|the)\s+)?)$"
)
FIRST_PERSON = re.compile(r"\b(?:we|i)\s+(?:all\s+|also\s+)?$")
DENIES = re.compile(
    r"\b(?:we|i)\b[^,;:.!?]{0,20}?(?:\b(?:not|never|cannot)\b|n't\b)[^,;:.!?]{0,30}$"
)
"""One's own fault denied: "we do not act out of panic"."""
IS = re.compile(
    r"(?:\b(?P<who>[\w]+)(?:'(?:s|re|m)|\s(?:is|are|was|were|am|(?:has|have|had|will|would|must|can"
    r"|may|could|should)(?:n't)?\s(?:not\s)?(?:always\s|never\s)?be(?:en)?|seems?|seemed|looks?|looked|sounds?"
    r"|sounded|remains?|remained|becomes?|became|feels?|felt|proved))(?P<no>n't)?)"
    r"(?P<between>(?:[\s,\"(-]+[\w'-]+){0,5}?)[\s,\"(-]+$"
)
"""What makes a word the judgement of somebody: "he is a very talented man"."""
PARTS = re.compile(
    r"\b(?:that|who|which|if|when|because|than|for|from|about|against|without|by|to|in|where|as"
    r"|and (?:a|an|the|it|he|she|they|we|that|this))\b"
)
NOT = re.compile(r"\b(?:not|never|no|nor|neither|hardly|far from|anything but|nothing)\b")
HARM = re.compile(
    r"kill|damag|destroy|devastat|wreck|murder|poison|stole|raped|assault|pollut|crippl|ruin|harm|hurt"
    r"|endanger|jeopardi|exploit"
)
"""What also happens without anybody's fault: "20 were killed", "the storm destroyed"."""
SUFFERED = re.compile(r"\b(?:is|are|was|were|been|being|be|get|got)\s+(?:\w+\s+)?$")
BY = re.compile(r"[^,;:.!?]{0,60}?\bby\b")
NATURE = re.compile(
    r"\b(?:storms?|floods?|flooding|floodwaters?|quakes?|earthquakes?|fires?|blazes?|wildfires?|winds?|rains?"
    r"|rainfall|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|tsunamis?|landslides?|avalanches?|droughts?|heat"
    r"|heatwaves?|frost|snow|ice|lightning|virus(?:es)?|disease|diseases|illness|outbreaks?|pandemic|cancer"
    r"|infections?|bacteria|accidents?|crash(?:es)?|collisions?|collapse|explosions?|blasts?|leaks?|eruptions?"
    r"|pests?|locusts?|weather|waves?|water)\b[^,;:.!?]*$"
)
COMPOUND = re.compile(
    r"[\s-]+(?:watch\s?list|lists?|victims?|survivors?|squad|unit|office|agency|experts?|prevention|reduction|rates?"
    r"|figures|statistics|laws?|charges?|trials?|cases?|investigat\w+|inquir\w+|probes?|scenes?|reports?"
    r"|wave|gangs?|groups?|suspects?|allegations?|claims?|fears?|concerns?)\b"
)
"""What a word is no more than the kind of: "crime figures", "the fraud trial"."""
AGAINST = re.compile(
    r"\b(?:fight\w*|combat\w*|tackl\w+|prevent\w*|curb\w*|counter\w*|against|reduc\w+|stamp\w* out"
    r"|root\w* out|crack\w* down on|investigat\w+|victims? of|survivors? of|protect\w*|safety from)"
    r"\s+(?:\w+\s+){0,2}$"
)
SELF = frozenset({"i", "we"})
BEFORE, CLAUSE, HEAD = 24, 70, 14


def holds(hit: Hit[Content], low: str, span: Span, *, own: bool, named: bool) -> Sign | None:
    """The sign that a phrase has where it stands; None where it says nothing there.

    Args:
        hit: the phrase.
        low: the folded copy of the text.
        span: what is asserted, in which it stands.
        own: whether these are the speaker's own words.
        named: whether somebody is called so: "called him a liar".
    """
    value = hit.value
    if value.only == "own":
        return value.sign if own else None
    if value.only == "judged":
        return _judged(hit, low, span, own=own, named=named)
    if value.only == "third" and FIRST_PERSON.search(low, max(0, hit.start - BEFORE), hit.start):
        return None
    if value.sign and (negated(low, hit.start) or _own_denied(value, low, span, hit.start)):
        return None
    if value.family == "accuse" and value.act == "accuse" and _nobodys(hit, low, span):
        return None
    return value.sign


def _nobodys(hit: Hit[Content], low: str, span: Span) -> bool:
    """Whether a word of blame only tells what happened, or of what kind something is."""
    start = max(span.start, hit.start - CLAUSE)
    if COMPOUND.match(low, hit.end) or AGAINST.search(low, start, hit.start):
        return True
    if not HARM.match(low, hit.start):
        return False
    suffered = SUFFERED.search(low, start, hit.start) and not BY.match(low, hit.end, span.end)
    return bool(suffered or NATURE.search(low, start, hit.start))


def negated(low: str, at: int) -> bool:
    """Whether the words before an offset deny what stands there: "no threat"."""
    return NEGATED.search(low, max(0, at - BEFORE), at) is not None


def _own_denied(value: Content, low: str, span: Span, at: int) -> bool:
    blames = value.act == "accuse" and value.sign < 0
    return blames and DENIES.search(low, max(span.start, at - CLAUSE), at) is not None


def _judged(hit: Hit[Content], low: str, span: Span, *, own: bool, named: bool) -> Sign | None:
    """Of "good" or "awful": said of somebody by "is", or at the head of what is exclaimed."""
    sign = hit.value.sign
    found = IS.search(low, max(span.start, hit.start - CLAUSE), hit.start)
    if found is None or found["who"] == "there" or PARTS.search(found["between"]):
        first = own and hit.start - span.start <= HEAD and "," not in low[span.start : hit.start]
        alone = named or (first and IS.search(low, *span) is None)
        return sign if alone and not negated(low, hit.start) else None
    if not (found["no"] or NOT.search(found["between"]) or NOT.search(found[0])):
        return None if sign < 0 and found["who"] in SELF else sign
    return -1 if sign > 0 and found["who"] not in SELF else None
