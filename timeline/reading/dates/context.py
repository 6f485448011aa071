"""The words just before an expression that make it a part ("late") or a bound ("since")."""

import re

REACH = 28
PART = re.compile(
    r"(?<![a-z])(?:(?:very )?(?P<word>early|late|mid|middle|midway through|later|earlier)"
    r"(?: {1,4}(?:in|on|into))?[ -]{1,4}(?:the {1,4})?"
    r"|(?P<noun>beginning|start|outset|turn|middle|end|close)(?: {1,4}of)? {1,4}(?:the {1,4})?)$"
)
ABOUT = re.compile(r"(?<![a-z])(?:about|around|nearly|almost|roughly|approximately|circa) {1,4}$")
RELATION = re.compile(
    r"(?<![a-z])(?P<word>since|until|till|til|by|before|after|prior to|no later than|as of"
    r"|starting|beginning|through|not before|up to|ever since)"
    r"(?: {1,4}(?:at|on|in))?(?: {1,4}(?:the|about|around))? {1,4}$"
)
PARTS = {"middle": "mid", "midway through": "mid", "beginning": "early", "start": "early"}
PARTS |= {"outset": "early", "turn": "early", "close": "end"}
RELATIONS = {"until": "until", "till": "until", "til": "until", "by": "by", "before": "before"}
RELATIONS |= {"prior to": "before", "no later than": "by", "through": "until", "up to": "until"}
RELATIONS |= {"after": "after", "not before": "since"}


def around(low: str, start: int, end: int) -> tuple[int, str | None, str | None]:
    """Where the expression begins with its part, the part, and the relation."""
    part = None
    if match := PART.search(low, max(0, start - REACH), start):
        word = match["word"] or match["noun"]
        part, start = PARTS.get(word, word), match.start()
    if part is None and (match := ABOUT.search(low, max(0, start - REACH), start)):
        part, start = "about", match.start()
    relation = None
    if low.startswith("'s", end):  # "after Monday's attack" bounds the attack, not Monday
        return start, part, None
    if match := RELATION.search(low, max(0, start - REACH), start):
        relation = RELATIONS.get(match["word"], "since")
    return start, part, relation
