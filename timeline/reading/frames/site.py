"""What a frame sees, and what it answers: a cue in its sentence, and a draft of an attribution."""

from typing import NamedTuple

from timeline.reading.cues.find import Cue
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.classes import verb_forms
from timeline.reading.text.skeleton import Skeleton

Items = tuple[int, int]
"""First and last item of a stretch of a skeleton, both inclusive."""


class Site(NamedTuple):
    """A cue, its surroundings, and how far its clause can reach."""

    copy: str
    """The shadow copy of the article."""
    sk: Skeleton
    cue: Cue
    subject: Subject | None
    begin: int
    """First item of the clause: after the clause of the cue before."""
    stop: int
    """The item before which the clause of this cue ends."""
    final: int
    """The item after the last word of the sentence: its full stop, if it has one."""


class Draft(NamedTuple):
    """An attribution in items of its sentence."""

    frame: str
    cue: Items | None
    lemma: str
    subject: Subject | None
    content: tuple[Items, ...]
    object: Items | None = None
    detail: str = ""
    """What else the reliability hangs on: "that", "bare", "inverted"."""
    hands: tuple[Subject, ...] = ()
    """Through whom it came, the innermost first."""


def letter(site: Site, at: int) -> str:
    """The class letter of an item; "." outside the sentence."""
    return site.sk.tags[at] if 0 <= at < site.final else "."


def word(site: Site, at: int) -> str:
    """The word of an item in lower case; empty outside the sentence."""
    return site.sk.low[at] if 0 <= at < site.final else ""


def finite(cue: Cue) -> str:
    """The form of a cue as far as reliability hangs on it: present and past are right alike."""
    return "finite" if cue.form in "dz" else cue.form


def joined(site: Site, first: int) -> int:
    """Where what begins at `first` ends: where "and" joins the speaker's next finite verb to it."""
    if site.cue.form not in "dz":
        return site.stop
    for at in range(first + 1, site.stop - 1):
        same = word(site, at) == "and" and verb_forms().get(word(site, at + 1)) == site.cue.form
        if same and letter(site, at + 1) == "V":
            return at if letter(site, at - 1) != "," else at - 1
    return site.stop
