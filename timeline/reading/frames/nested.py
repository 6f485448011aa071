"""Nested attribution is one: WSJ reported that diplomats indicated that … has one speaker.

The innermost speaker keeps the content; those who pass it on are the reporters, the nearest to
the article first. Only a chain of main clauses is one: a pronoun, a purpose or an aside is not.
"""

from timeline.reading.frames.site import Draft
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_RELAYING = frozenset({"clause", "trailing", "according", "unspoken"})
_SLACK = 3
"""Items that may stand between the outer cue's content and the inner speaker: "that according to"."""


def fold(sk: Skeleton, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, each outer one folded into the one that it reports."""
    hands: dict[int, tuple[Subject, ...]] = {}
    dropped: set[int] = set()
    for i, draft in enumerate(drafts):
        if draft.frame in _RELAYING and draft.subject:
            inner = _reported(sk, drafts, i)
            if inner is not None and inner not in dropped:
                hands[inner] = (*hands.get(i, ()), draft.subject)
                dropped.add(i)
    return [
        draft._replace(hands=hands[i][::-1]) if i in hands else draft
        for i, draft in enumerate(drafts)
        if i not in dropped
    ]


def _reported(sk: Skeleton, drafts: list[Draft], i: int) -> int | None:
    """The draft whose speaker opens the content of draft `i` with a clause of its own."""
    first, last = drafts[i].content[0]
    for j, inner in enumerate(drafts):
        who = inner.subject
        if j == i or who is None or who.how not in {"own", "apposition", "by"} or inner.cue is None:
            continue
        opens = first <= who.first <= first + _SLACK and inner.cue[0] <= last + 1
        named = sk.tags[who.first] not in "PO" and inner.frame in {
            "clause",
            "accusing",
            "judging",
            "urging",
            "according",
        }
        if opens and named:
            return j
    return None
