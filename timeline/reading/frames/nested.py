"""Nested attribution is one: WSJ reported that diplomats indicated that … has one speaker.

The innermost speaker keeps the content; those who pass it on are the reporters, the nearest to
the article first. Only a chain of main clauses is one: a pronoun, a purpose or an aside is not.
"""

from timeline.reading.cues.find import Cue
from timeline.reading.frames.site import Draft
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_RELAYING = frozenset({"clause", "trailing", "according", "unspoken"})
_INNER = frozenset({"clause", "accusing", "judging", "urging", "according"})
_ACTS = frozenset(
    {"criticize", "criticise", "condemn", "denounce", "deny", "reject", "urge", "call on"}
    | {"call for", "blame", "warn", "demand"}
)
"""Object verbs that report an act of speech; an attitude ("supports") stays part of the content."""
_PEOPLE = frozenset({"he", "she", "they", "we"})
_SLACK = 3
"""Items before the inner speaker in what the outer cue brings: "that according to"."""


def fold(sk: Skeleton, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, each outer one folded into the one that it reports."""
    hands: dict[int, tuple[Subject, ...]] = {}
    dropped: set[int] = set()
    for i, draft in enumerate(drafts):
        if draft.frame in _RELAYING and draft.subject:
            inner = _reported(sk, drafts, i)
            if inner is not None and inner not in dropped:
                own = draft.detail == "as" and sk.tags[draft.subject.first] == "P"
                hands[inner] = (*hands.get(i, ()), *(() if own else (draft.subject,)))
                dropped.add(i)
    kept = [(draft, hands.get(i, ())[::-1]) for i, draft in enumerate(drafts) if i not in dropped]
    through = [(draft, (*_cited(sk, draft), *passed)) for draft, passed in kept]
    return [draft._replace(hands=those) if those else draft for draft, those in through]


def _cited(sk: Skeleton, draft: Draft) -> tuple[Subject, ...]:
    """As in "insiders cited by Bloomberg": who passed on what the speaker said."""
    at = draft.subject.last + 1 if draft.subject else len(sk.low)
    if sk.low[at : at + 2] not in (["cited", "by"], ["quoted", "by"]):
        return ()
    last = right_end(sk, at + 2)
    return () if last is None else (Subject(at + 2, last, "by"),)


def relayed(sk: Skeleton, who: Subject, cue: Cue, known: list[Draft]) -> bool:
    """Whether a cue inside the content of another opens it, and says something itself."""
    says = bool(cue.kinds & {"say", "of"}) and cue.lemma not in {"show", "find"}
    speaks = says or cue.lemma in _ACTS
    return any(
        (speaks or (draft.detail == "as" and who.first == draft.content[0][0]))
        and draft.frame in _RELAYING
        and draft.subject
        and _opens(sk, who, draft)
        for draft in known
    )


def _opens(sk: Skeleton, who: Subject, outer: Draft) -> bool:
    """Whether a speaker begins what another brings; "as X reported" brings what "she" says too."""
    first, last = outer.content[0]
    named = sk.tags[who.first] not in "POD" or sk.tags[who.last] in "NR"
    named = named or (outer.detail == "as" and sk.low[who.first] in _PEOPLE)
    return (
        who.how in {"own", "apposition", "by"}
        and named
        and first <= who.first <= first + _SLACK
        and who.last <= last
    )


def _reported(sk: Skeleton, drafts: list[Draft], i: int) -> int | None:
    """The draft whose speaker opens the content of draft `i` with a clause of its own."""
    last = drafts[i].content[0][1]
    for j, inner in enumerate(drafts):
        if j == i or inner.subject is None or inner.cue is None or inner.frame not in _INNER:
            continue
        if _opens(sk, inner.subject, drafts[i]) and inner.cue[0] <= last + 1:
            return j
    return None
