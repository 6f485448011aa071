"""Texts that somebody issues: "the statement said" after "the ministry said in a statement"."""

from collections.abc import Iterator, Mapping

from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton
from timeline.reading.values import Name

TEXTS = frozenset({"statement", "communique", "communiqué", "release", "letter", "message", "note"})
"""What speaks for whoever issued it; a report or a study speaks for itself."""
_NEW = frozenset({"a", "an", "its", "his", "her", "their", "another"})
_WORDS = 4
"""Words from "a" to the noun: "a strongly worded joint statement"."""
_NEAR = 1500
"""Code points behind which "the statement" may be another's."""


def texts(sk: Skeleton, who: Subject | None, cue: tuple[int, int] | None) -> Iterator[str]:
    """The nouns of texts in which who speaks says it: "said in a statement", "issued a letter".

    What two issue together is neither's alone.

    Args:
        sk: the sentence.
        who: the subject of the verb.
        cue: first and last item of the verb.
    """
    if cue is None or who is None or "and" in sk.low[who.first : who.last]:
        return
    for at, low in enumerate(sk.low):
        if low not in TEXTS or _NEW.isdisjoint(sk.low[max(0, at - _WORDS) : at]):
            continue
        between = sk.tags[cue[1] + 1 : at] if at > cue[1] else sk.tags[:at]
        if not {*"VXS,Q"} & {*between}:
            yield low


def issuer(sk: Skeleton, who: Subject, issued: Mapping[str, tuple[int, Name]]) -> Name | None:
    """Who issued the text that a mention takes up, "the statement"; None if it is no such text.

    Args:
        sk: the sentence of the mention.
        who: the mention.
        issued: by noun, where the last such text was issued, and by whom.
    """
    text = sk.low[who.last]
    if who.last != who.first + 1 or text not in issued or sk.low[who.first] not in {"the", "this"}:
        return None
    at, name = issued[text]
    return name if sk.start[who.first] - at < _NEAR else None
