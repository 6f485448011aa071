"""A name and a colon: "Pat Caddell: Democrat voters worried"; "TRUMP: We will win"."""

from timeline.reading.frames.site import Draft
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_LONGEST = 5


def read(copy: str, sk: Skeleton, final: int) -> list[Draft]:
    """At the head of a headline, or of a turn in a transcript, where the name is in capitals."""
    at = sk.tags.find(":", 0, _LONGEST + 1)
    if at < 1 or at + 1 >= final or (at + 2 >= final and sk.tags[at + 1] != "Q"):
        return []
    last = right_end(sk, 0, at)
    if sk.block == "caption" or last != at - 1 or sk.tags[0] not in "NR":
        return []
    if sk.block not in {"headline", "standfirst"} and not (
        sk.tags[at + 1] == "Q" or _transcript(copy, sk, at)
    ):
        return []
    who = Subject(0, last, "own")
    return [Draft("colon", (at, at), "(colon)", who, ((at + 1, final - 1),), None, sk.block)]


def _transcript(copy: str, sk: Skeleton, at: int) -> bool:
    name = copy[sk.start[0] : sk.end[at - 1]]
    return name.isupper() and all(tag == "N" for tag in sk.tags[:at])
