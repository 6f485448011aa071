"""An act done, not said: South Korea has already signed a partnership plan with NATO."""

from timeline.reading.cues.inflect import forms
from timeline.reading.frames.able import able
from timeline.reading.frames.site import Draft
from timeline.reading.lexicons import words
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject, plain
from timeline.reading.text.skeleton import Skeleton

_FORMS: dict[str, str] = {}
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s"})


def _verbs() -> dict[str, str]:
    if not _FORMS:
        bases = (*words("actions", "doing"), "address")
        _FORMS.update({form: base for base in bases for form, kind in forms(base) if kind != "g"})
    return _FORMS


def read(sk: Skeleton, final: int) -> list[Draft]:
    """A verb of doing with an actor as its subject; the whole clause is the content."""
    verbs = _verbs()
    if verbs.keys().isdisjoint(sk.low):
        return []
    for at in range(1, final):
        if sk.low[at] in verbs and sk.tags[at] in "VnR" and (draft := _one(sk, at, final)):
            return [draft]
    return []


def _one(sk: Skeleton, at: int, final: int) -> Draft | None:
    who = plain(sk, at)
    if (
        sk.low[at + 1 : at + 2] == ["by"]
        or who is None
        or not able(sk, who)
        or not _acting(sk, who, at)
    ):
        return None
    lemma = _verbs()[sk.low[at]]
    if lemma == "address" and not addressed(sk, at, final):
        return None
    stop = next(
        (
            i
            for i in range(at + 1, final)
            if sk.tags[i] in ";Q" or sk.tags[i : i + 2] in {",g", ",W", ",C", ",S"}
        ),
        final,
    )
    if stop - at < 2:
        return None
    return Draft("doing", (at, at), lemma, who, ((who.first, stop - 1),))


def _acting(sk: Skeleton, who: Subject, at: int) -> bool:
    """A verb right after its subject and auxiliaries; not a passive, nor a noun."""
    between = range(who.last + 1, at)
    if any(sk.low[i] in _BE for i in between) or any(sk.tags[i] not in "XAT" for i in between):
        return False
    named = any(sk.tags[i] in "NR" for i in range(who.first, who.last + 1))
    nominal = sk.tags[at] in "nR" and not sk.low[at].endswith("ed")
    return named and not nominal


def addressed(sk: Skeleton, at: int, final: int) -> bool:
    """Whether the object of "address" is an audience or an occasion."""
    last = right_end(sk, at + 1, final)
    return last is not None and any(
        sk.low[i] in words("actions", "addressing") for i in range(at + 1, last + 1)
    )
