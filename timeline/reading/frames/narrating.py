"""The article's own voice: NATO’s strong condemnation of it marks a significant moment."""

from timeline.reading.cues.inflect import forms
from timeline.reading.frames.site import Draft
from timeline.reading.lexicons import words
from timeline.reading.speakers.subject import Subject, main
from timeline.reading.text.skeleton import Skeleton

_FORMS: dict[str, str] = {}


def _verbs() -> dict[str, str]:
    if not _FORMS:
        _FORMS.update(
            {
                form: base
                for base in words("actions", "narrating")
                for form, kind in forms(base)
                if kind == "z"
            }
        )
    return _FORMS


def read(sk: Skeleton, final: int) -> list[Draft]:
    """What a document or somebody's act is said to mark, by nobody but the article."""
    verbs = _verbs()
    if verbs.keys().isdisjoint(sk.low):
        return []
    for at in range(1, final):
        if sk.tags[at] == "V" and sk.low[at] in verbs:
            who = main(sk, at + 1)
            if who and _told(sk, who) and final - at > 3:
                return [
                    Draft("narrating", (at, at), verbs[sk.low[at]], None, ((who.first, final - 1),))
                ]
    return []


def _told(sk: Skeleton, who: Subject) -> bool:
    """Whether the subject is a text, or what an actor did: "NATO’s condemnation"."""
    inside = range(who.first, who.last + 1)
    text = any(sk.low[i] in words("roles", "documents") for i in inside)
    return text or any(sk.tags[i] == "G" and sk.tags[i - 1] == "N" for i in inside if i > who.first)
