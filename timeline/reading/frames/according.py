"""According to somebody: According to NATO, extensive trade indirectly aids the military."""

from timeline.reading.cues.find import MOST
from timeline.reading.frames.site import Draft
from timeline.reading.lexicons import words
from timeline.reading.speakers.apposition import apposed
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_AS = frozenset({"reported", "noted", "seen", "described", "told", "revealed"})


def read(sk: Skeleton, final: int) -> list[Draft]:
    """Each "according to": at the front it brings what follows, behind a clause what precedes."""
    found: list[Draft] = []
    if "according" not in sk.low and "as" not in sk.low:
        return found
    at = 0
    while at + 1 < final and len(found) < MOST:
        if sk.low[at] == "according" and sk.tags[at + 1] == "t":
            if draft := _one(sk, (at, at + 1), "according to", final):
                found.append(draft)
            at += 1
        elif sk.low[at] == "as" and sk.low[at + 1] in _AS and sk.low[at + 2 : at + 3] == ["by"]:
            if draft := _one(sk, (at, at + 2), "report", final):
                found.append(draft)
            at += 2
        at += 1
    return found


def _end(sk: Skeleton, first: int, final: int) -> int:
    """Where a concession parts what is asserted from the article's own doubt."""
    at = first
    while (at := sk.tags.find(",", at + 1, final)) >= 0:
        if at + 1 < final and sk.low[at + 1] in {"despite", "although", "though", "but", "while"}:
            return at
    return final


def _past_asides(sk: Skeleton, last: int, comma: int, final: int) -> int:
    """Past what is set off behind who says it: "two delegates, who asked not to be named,"."""
    closing = comma
    if sk.low[comma + 1 : comma + 2] in (["who"], ["which"], ["whose"]):
        closing = sk.tags.find(",", comma + 1, final)
    elif comma == last + 1 and (end := _apposed(sk, comma, final)):
        closing = end
    elif comma == last + 1 and sk.low[comma + 1 : comma + 2] in (["a"], ["an"]):
        told = apposed(sk, last)
        closing = told.name[1] + 1 if told else comma
    return closing if closing >= 0 and sk.tags[closing : closing + 1] == "," else comma


def _apposed(sk: Skeleton, comma: int, final: int) -> int | None:
    """The comma that closes a name set off: "her husband, builder Kev Marsh, it is late"."""
    end = right_end(sk, comma + 1, final)
    if end is None or sk.tags[end + 1 : end + 2] != "," or sk.tags[end] != "N":
        return None
    clause = right_end(sk, end + 2, final)
    begins = clause is not None and sk.tags[clause + 1 : clause + 2] in {"V", "X"}
    return end + 1 if begins else None


def _divided(sk: Skeleton, first: int, last: int) -> int:
    """Where the speaker ends that no comma parts: "According to Globo U.S. President Biden met"."""
    if sk.tags[last + 1 : last + 2] not in {"V", "X"}:
        return last
    for at in range(first + 1, last):
        titled = sk.low[at].rstrip(".") in words("roles", "titles")
        if sk.tags[at] in "NR" and (titled or known_kind(sk.low[at])):
            return at - 1
    return last


def _one(sk: Skeleton, cue: tuple[int, int], lemma: str, final: int) -> Draft | None:
    at, begins = cue[0], cue[1] + 1
    last = right_end(sk, begins, final)
    if last is None:
        return None
    front = at == 0 or sk.tags[at - 1] in "SC" or (sk.tags[at - 1] == "," and at <= 2)
    if not front and not any(tag in "VXQ" for tag in sk.tags[:at]):
        front = sk.tags[at - 1] == "," and sk.tags[last + 1 : last + 2] == ","
    last = _divided(sk, begins, last) if front else last
    speaker = Subject(begins, last, "own")
    if front:
        after = next((i for i in range(last + 1, min(final, last + 30)) if sk.tags[i] in ",:"), -1)
        first = _past_asides(sk, last, after, final) + 1 if after >= 0 else last + 1
        alone = sk.tags[first : first + 1] == "Q"
        content = (first, first if alone else _end(sk, first, final) - 1)
    else:
        first = max(sk.tags.rfind(mark, 0, at) + 1 for mark in ";:(")
        end = at - 1
        while end > first and sk.tags[end] in ",-":
            end -= 1
        while first < end and sk.tags[first] in "C,":
            first += 1
        content = (first, end)
    if content[1] - content[0] < 2 and "Q" not in sk.tags[content[0] : content[1] + 1]:
        return None
    return Draft(
        "according",
        cue,
        lemma,
        speaker,
        (content,),
        None,
        "front" if front else "end",
    )
