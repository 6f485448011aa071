"""Whether a subject is one that can say or mean something: a name, a role, a person's pronoun."""

from timeline.reading.lexicons import words
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_ABLE = frozenset({"he", "she", "they", "we", "i", "it", "many", "some", "others", "most", "both"})
_UNABLE = frozenset({"there", "this", "that", "what", "which"})


def able(sk: Skeleton, who: Subject) -> bool:
    """As in "rising rates will support a stronger dollar" has nobody who supports."""
    head = _head(sk, who)
    if sk.low[head] in _UNABLE:
        return False
    if sk.tags[head] in "NR" or sk.low[head] in _ABLE:
        return True
    if sk.low[head].endswith("ers") or sk.low[head] in words("roles", "documents"):
        return True
    whole = range(who.first, who.last + 1)
    return any(
        (sk.tags[i] == "R" and i <= head) or sk.low[i] in words("names", "occasions") for i in whole
    )


def textual(sk: Skeleton, who: Subject) -> bool:
    """Whether it is a text that speaks: a poll, a report, a study."""
    texts = words("roles", "documents")
    return any(sk.low[at].removesuffix("s") in texts for at in range(who.first, who.last + 1))


def _head(sk: Skeleton, who: Subject) -> int:
    at = who.first
    while at < who.last and sk.tags[at + 1] not in "ItW,":
        at += 1
    return at
