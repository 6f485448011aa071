"""Names made by rule: "the Chinese embassy in the US" is the Chinese Embassy in Washington.

A composed name has an owner that is known ("Chinese", "NATO’s") and a head that says what it is
(see `heads`). Resolving a composed name again gives the same name.
"""

import re

from timeline.actors.heads import PLACE, Composed, Known, can_have_head, has_head, joined, placed
from timeline.actors.spelling import bare, fold

QUANTITY = re.compile(
    r"(?:(?:all|both|some|several|many|most|other|senior|top|high-ranking|unnamed|various|fellow|"
    r"[0-9]+(?:-member)?|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\s+"
    r"(?:of\s+(?:the\s+)?)?)+",
    re.IGNORECASE,
)
OF = re.compile(r"\s+(?:of|for|from)\s+(?:the\s+)?", re.IGNORECASE)
OWNER = re.compile(r".+?(?:['’]s|(?<=s)['’])\s+(?=\S)", re.IGNORECASE)
"""Whose it is, as it stands before what it is: "Inter's" of "Inter's sporting director"."""
LONGEST_OWNER = 6
"""Words in the longest owner worth looking for."""
LONGEST_NAME = 13


def compose(name: str, known: Known, body: str | None = None) -> Composed | None:
    """Take a name apart into owner and head, and put it together by rule; None: it has none.

    `body` is the owner where the name itself has none: "final statement", "32 member nations".
    """
    if not can_have_head(name):
        return None
    text = QUANTITY.sub("", bare(name), count=1)
    words = text.split()
    head, place = placed(text)
    if not any(map(has_head, (text, *OF.split(head)))) or len(words) > LONGEST_NAME:
        return None
    for size in range(min(LONGEST_OWNER, len(words) - 1), 0, -1):
        written = " ".join(words[:size])
        if owner := known.find(written):
            entry, seat = known.entry(owner), fold(bare(written))
            city = bare(written) if entry and seat in map(fold, entry.seats) else ""
            return _beside(owner, " ".join(words[size:]), known, city)
    return _turned(head, place, known) or (_told(body, text, known) if body else None)


def _beside(owner: str, rest: str, known: Known, city: str = "") -> Composed | None:
    return joined(owner, QUANTITY.sub("", rest, count=1), known, city)


def _told(body: str, text: str, known: Known) -> Composed | None:
    """The owner stands elsewhere; none that is only the place: "an appeals court in London"."""
    _, place = placed(text)
    where = PLACE.sub("", place, count=1)
    if where and fold(body) in (fold(where), fold(known.find(where) or "")):
        return None
    return _beside(body, _without(body, OWNER.sub("", text, count=1)), known)


def _without(body: str, text: str) -> str:
    """What is left of "Stavex spokesman" without "Stavex", of "Commission aide" without its end."""
    words, owner = text.split(), bare(body).casefold().split()
    for size in range(min(len(owner), len(words) - 1), 0, -1):
        if [word.casefold() for word in words[:size]] == owner[-size:]:
            return " ".join(words[size:])
    return text


def _turned(head: str, place: str, known: Known) -> Composed | None:
    """The owner stands behind: "government of France", "Embassy of Japan in London"."""
    for match in reversed(list(OF.finditer(head))):
        first, owner = head[: match.start()], head[match.end() :]
        actor = known.find(owner)
        if actor is None and (inner := compose(owner, known)):
            actor = inner.name
        if actor:
            return _beside(actor, first + place, known)
    return None
