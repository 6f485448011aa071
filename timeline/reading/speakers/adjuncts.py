"""Adjuncts: what may stand between a subject and its verb without being either."""

from timeline.reading.text.skeleton import Skeleton


def back(sk: Skeleton, at: int, limit: int) -> int:
    """Leftward over auxiliaries, adverbs and times to where the subject would end."""
    while at >= limit:
        tag = sk.tags[at]
        if tag in "XA" or (sk.low[at] in {"himself", "herself", "themselves", "itself"}):
            at -= 1
        elif tag == "T" or (tag == "0" and at > limit and sk.tags[at - 1] == "T"):
            at = _time(sk, at, limit)
        elif tag == "," and at - 2 > limit and sk.tags[at - 2 : at] == ",A":
            at -= 3
        else:
            break
    return at


def _time(sk: Skeleton, at: int, limit: int) -> int:
    while at >= limit and (
        sk.tags[at] in "T0"
        or sk.low[at]
        in {"last", "this", "next", "early", "late", "morning", "night", "evening", "afternoon"}
    ):
        at -= 1
    before = {"on", "in", "since", "by", "during", "between", "from"}
    if at >= limit and sk.tags[at] == "I" and sk.low[at] in before:
        at -= 1
    return at
