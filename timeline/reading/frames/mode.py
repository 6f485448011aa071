"""Mode: whether it was said, or is planned, conditional, asked or hedged."""

from timeline.assertion import Mode
from timeline.reading.frames.site import Draft
from timeline.reading.text.skeleton import Skeleton

_PLANNED = frozenset({"plan", "intend", "aim", "prepare", "seek", "want", "hope", "wish", "expect"})
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "query", "question"})
_HEDGING = frozenset({"suggest", "hint", "imply", "intimate", "rumor"})
_HEDGES = frozenset({"reportedly", "allegedly", "apparently", "supposedly", "purportedly"})
_FUTURE = frozenset({"will", "'ll", "shall"})
_MODAL = frozenset({"would", "could", "might", "may"})
_NEAR = 5


def mode(sk: Skeleton, draft: Draft) -> Mode:
    """The mode of an attribution, by its cue and the auxiliaries before it."""
    at = draft.cue[0] if draft.cue else -1
    before = sk.low[max(0, at - _NEAR) : at] if at > 0 else []
    if draft.frame in {"intending", "judging"} and draft.lemma in _PLANNED:
        return "planned"
    if draft.frame not in {"quoted_before", "quoted_after", "nominal", "passive"}:
        near = _auxiliaries(sk, at)
        if near & _FUTURE:
            return "planned"
        if near & _MODAL:
            return "conditional"
    if (
        _HEDGES & set(before)
        or draft.lemma in _HEDGING
        or (draft.frame == "unspoken" and draft.lemma in {"report", "expect"})
    ):
        return "hedged"
    return "asked" if draft.lemma in _ASKING and "to" not in _first(sk, draft) else "said"


def _auxiliaries(sk: Skeleton, at: int) -> set[str]:
    found = set()
    at -= 1
    while at >= 0 and sk.tags[at] in "XA":
        found.add(sk.low[at])
        at -= 1
    return found


def _first(sk: Skeleton, draft: Draft) -> str:
    return sk.low[draft.content[0][0]]
