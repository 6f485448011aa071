"""Whether a phrase of the lexicon says what it can say where it stands: not denied, of somebody."""

import re

from timeline.reading.act.blameless import blameless
from timeline.reading.act.lexicon import Content, Sign
from timeline.reading.phrases import Hit
from timeline.reading.values import Span

NEGATED = re.compile(
    r"(?:\bnon-|\banti-"
    r"|\b(?:no|not|never|without|nor|neither|free of|isn't|wasn't|aren't)\s+"
    r"(?:(?:a|an|any|the)\s+)?)$"
)
UNPROVED = re.compile(
    r"\b(?:no|not any|without|little|lack of|lacked) (?:\w+ )?"
    r"(?:evidence|proof|sign|signs|indication|suggestion|reason to believe)\b[^;:.!?]*$"
)
"""Before what is said to be unproved: "no evidence that he had deceived anyone"."""
FIRST_PERSON = re.compile(r"\b(?:we|i)\s+(?:all\s+|also\s+)?$")
DENIES = re.compile(
    r"\b(?:we|i)\b[^,;:.!?]{0,20}?(?:\b(?:not|never|cannot)\b|n't\b)[^,;:.!?]{0,30}$"
)
"""One's own fault denied: "we do not act out of panic"."""
_WORD = r"[\w']+(?:-+[\w']+)*"
IS = re.compile(
    r"(?:\b(?P<who>[\w]+)(?:'(?:s|re|m)|\s(?:is|are|was|were|am|(?:has|have|had|will|would|must|can"
    r"|may|could|should)(?:n't)?\s(?:not\s)?(?:always\s|never\s)?be(?:en)?|seems?|seemed|looks?|looked|sounds?"
    r"|sounded|remains?|remained|becomes?|became|feels?|felt|proved))(?P<no>n't)?)"
    rf"(?P<between>(?:[\s,\"(-]+{_WORD}(?:-*[\s,\"(][\s,\"(-]*{_WORD}){{0,4}})??)[\s,\"(-]+$"
)
"""What makes a word the judgement of somebody: "he is a very talented man". A dash parts words or
stands inside of one, never as it likes: a run of them could be parted anywhere, and take hours."""
PARTS = re.compile(
    r"\b(?:that|who|which|if|when|because|than|for|from|about|against|without|by|to|in|where|as"
    r"|and (?:a|an|the|it|he|she|they|we|that|this))\b"
)
NOT = re.compile(r"\b(?:not|never|no|nor|neither|hardly|far from|anything but|nothing)\b")
OF_DUTY = re.compile(r"\s+(?:do (?:\w+ )?with|say\b|admit\b|be said\b)")
"""Behind "has to": nothing is asked by "it has to do with", "I have to say"."""
HAPPENS = re.compile(
    r"\s+(?:(?:\w+ly|not|also|still|never|now|soon|all|just)\s+)*"
    r"(?:be(?!\s+(?:\w+ly\s+)?(?:\w+ed|held|built|given|sent|paid|made|cut|shut|shown|put|taken)\b)"
    r"|have|rise|fall|grow|increase|decline|drop|slow|remain|stay|lead|cause|mean|cost|need|lose|win|suffer"
    r"|struggle|get|become|come|go|depend|happen|want|know|see|feel|find|face|pay|survive|benefit|hurt|destroy"
    r"|harm|kill|make|reach|exceed|average|total|worsen|improve|last|look|seem|bring|drive|push"
    r"|affect|hit|die|miss|fail|succeed|matter|require|prevent|ease|shrink|deepen|peak|recover"
    r"|rebound|grind|take (?:years|months|weeks|days|time|decades|a))\b"
)
"""What will come without anybody's doing: "prices will rise", "it will be hard". "Only" ends in
"ly": named besides, it would double the time with each one in a row."""
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
    if value.only == "third" and not _of_another(hit, low):
        return None
    return None if value.sign and _unsaid(hit, low, span) else value.sign


def _of_another(hit: Hit[Content], low: str) -> bool:
    """Whether somebody else should or will: not "we must", "prices will rise", "it has to do"."""
    after = HAPPENS if hit.value.act == "announce" else OF_DUTY
    mine = FIRST_PERSON.search(low, max(0, hit.start - BEFORE), hit.start)
    return not (mine or after.match(low, hit.end))


def _unsaid(hit: Hit[Content], low: str, span: Span) -> bool:
    """Whether praise or blame is denied, or blames nobody."""
    accuses = hit.value.act == "accuse"
    return (
        negated(low, hit.start)
        or UNPROVED.search(low, max(span.start, hit.start - CLAUSE), hit.start) is not None
        or _own_denied(hit.value, low, span, hit.start)
        or (accuses and blameless(hit, low, span))
    )


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
        alone = named or (
            first and IS.search(low, max(span.start, span.end - CLAUSE), span.end) is None
        )
        return sign if alone and not negated(low, hit.start) else None
    if not (found["no"] or NOT.search(found["between"]) or NOT.search(found[0])):
        return None if sign < 0 and found["who"] in SELF else sign
    return -1 if sign > 0 and found["who"] not in SELF else None
