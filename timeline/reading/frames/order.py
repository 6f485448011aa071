"""One sentence read: every cue gets its site, every site is put to the frames in order."""

from collections.abc import Callable, Sequence

from timeline.reading.cues.find import Cue, find
from timeline.reading.frames import (
    according,
    accusing,
    clause,
    colon,
    doing,
    intending,
    judging,
    narrating,
    nominal,
    passive,
    quoted_after,
    quoted_before,
    trailing,
    unspoken,
    urging,
)
from timeline.reading.frames.nested import fold, relayed
from timeline.reading.frames.site import Draft, Site
from timeline.reading.frames.voice import is_passive
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.speakers.subject import Subject, subject
from timeline.reading.text.skeleton import Skeleton

Frame = Callable[[Site], Draft | None]
_STRUCTURAL: Sequence[Frame] = (quoted_before.read, quoted_after.read, trailing.read)
"""Asked first, for all cues: what they take, no cue inside it can take."""
_ACTIVE: Sequence[Frame] = (
    accusing.read,
    urging.read,
    clause.read,
    intending.read,
    judging.read,
)
_PASSIVE: Sequence[Frame] = (passive.read, unspoken.read)
_AHEAD = 12
"""Cues that are looked at to find where a clause ends."""
_CONCESSIVE = frozenset(
    {"while", "although", "though", "whereas", "despite", "but", "even", "especially"}
)


def read(copy: str, sk: Skeleton) -> list[Draft]:
    """The drafts of one sentence, in the order of their cues."""
    final = len(sk.tags)
    while final and sk.tags[final - 1] in ".:":
        final -= 1
    if sk.block == "headline":
        final = _before_as(sk, final)
    cues = find(sk)
    found = according.read(sk, final) + colon.read(copy, sk, final)
    found += _structural(copy, sk, cues, final, found)
    found += _others(copy, sk, cues, final, found)
    found += [draft for draft in nominal.read(sk, final) if not _inside(draft.cue, found)]
    found += _acts(sk, final, found)
    return fold(sk, sorted(found, key=lambda draft: (draft.cue or (0, 0), draft.content)))


def _before_as(sk: Skeleton, final: int) -> int:
    """Where a headline goes on to what else happens: "EU vows answer as Chile readies duties"."""
    at = sk.low.index("as", 0, final) if "as" in sk.low[:final] else final
    return (
        at
        if at > 2 and (sk.tags[at + 1 : at + 2] == "N" or "V" in sk.tags[at + 1 : final])
        else final
    )


def _acts(sk: Skeleton, final: int, known: list[Draft]) -> list[Draft]:
    """What is done, and what the article says in its own voice, where no cue says otherwise."""
    if sk.block != "body":
        return []
    done = [draft for draft in doing.read(sk, final) if not _inside(draft.cue, known)]
    return done or [draft for draft in narrating.read(sk, final) if not _inside(draft.cue, known)]


def _structural(
    copy: str, sk: Skeleton, cues: list[Cue], final: int, known: list[Draft]
) -> list[Draft]:
    if not cues or not ("Q" in sk.tags or "," in sk.tags or "-" in sk.tags):
        return []
    found: list[Draft] = []
    begin = 0
    shared: Subject | None = None
    for i, cue in enumerate(cues):
        if is_passive(sk, cue) or _overlaps(cue.at, known):
            continue
        following = cues[i + 1 : i + 1 + _AHEAD]
        who = subject(sk, cue, shared, _after_quote(sk, cue, begin))
        stop = _stop(sk, cue, following, final)
        site = Site(copy, sk, cue, who, begin, stop, final)
        for frame in _STRUCTURAL:
            if draft := frame(site):
                found.append(draft)
                begin = max(cue.last, *(last for _, last in draft.content)) + 1
                shared = draft.subject
                break
        else:
            shared = who if who and who.how != "shared" else shared
    return found


def _after_quote(sk: Skeleton, cue: Cue, begin: int) -> int:
    return max(begin, sk.tags.rfind("Q", 0, cue.at) + 1)


def _stop(sk: Skeleton, cue: Cue, following: list[Cue], final: int) -> int:
    """Where the clause after a cue ends: at a semicolon, or where the next predicate begins."""
    stop = final
    semicolon = sk.tags.find(";", cue.last + 1, final)
    if semicolon >= 0:
        stop = semicolon
    for other in following:
        if other.at >= stop:
            break
        if (end := _sibling(sk, other, cue.last + 1)) is not None:
            stop = min(stop, end)
    at = cue.last + 1
    begins_under = sk.tags[0] == "S" or sk.tags[:2] == "CS"
    while (at := sk.tags.find(",", at, stop)) >= 0:
        if begins_under and _predicated(sk, at + 1, stop):
            return at
        if at + 1 < stop and (sk.low[at + 1] in _CONCESSIVE or sk.low[at + 1] == "according"):
            return at
        at += 1
    return stop


def _predicated(sk: Skeleton, at: int, stop: int) -> bool:
    """Whether a clause with subject and verb begins here."""
    last = right_end(sk, at, stop)
    return last is not None and sk.tags[last + 1 : last + 2] in {"V", "X"}


def _sibling(sk: Skeleton, other: Cue, first: int) -> int | None:
    """The item where a coordinated or participial predicate begins, if `other` is one."""
    at = other.at - 1
    while at > first and sk.tags[at] in "AX":
        at -= 1
    if at <= first:
        return None
    if sk.tags[at] == "C" and sk.low[at] in {"and", "but"} and sk.tags[at - 1] != "V":
        if other.form == "b" or (other.form == "z" and sk.tags[at - 1] in "vV"):
            return None
        return at - 1 if sk.tags[at - 1] == "," else at
    if sk.tags[at] == "," and (other.form == "g" or (other.form == "d" and _finite(sk, other))):
        return at
    if other.form == "d" and sk.low[other.last + 1 : other.last + 2] == ["by"]:
        begins = left_end(sk, at, first)
        return begins - 1 if begins and sk.tags[begins - 1] == "," else None
    return _main_clause(sk, other, first)


def _finite(sk: Skeleton, other: Cue) -> bool:
    """As in ", praised X", not ", perceived as a threat by Russia, "."""
    after = sk.tags[other.last + 1 : other.last + 2]
    return after not in {"I", "t", "T", "S"} or (other.at > 0 and sk.tags[other.at - 1] in "AX")


def _main_clause(sk: Skeleton, other: Cue, first: int) -> int | None:
    """As in "While NATO is striving to …, France has …": the comma before the main clause."""
    if sk.tags[0] != "S" or other.form not in "zd":
        return None
    who = subject(sk, other, None, first)
    if who and who.how == "own" and who.first > first and sk.tags[who.first - 1] == ",":
        return who.first - 1
    return None


def _others(
    copy: str, sk: Skeleton, cues: list[Cue], final: int, known: list[Draft]
) -> list[Draft]:
    found: list[Draft] = []
    shared: Subject | None = None
    for i, cue in enumerate(cues):
        own = next((draft for draft in known if draft.cue == (cue.at, cue.last)), None)
        if own:
            shared = own.subject
            continue
        who = subject(sk, cue, shared, _after_quote(sk, cue, 0))
        inside = _overlaps(cue.at, known) or _overlaps(cue.at, found)
        if inside and not (who and relayed(sk, who, cue, [*known, *found])):
            continue
        site = Site(
            copy, sk, cue, who, 0, _stop(sk, cue, cues[i + 1 : i + 1 + _AHEAD], final), final
        )
        frames = _PASSIVE if is_passive(sk, cue) else (*_ACTIVE, passive.read)
        for frame in frames:
            if draft := frame(site):
                found.append(draft)
                shared = draft.subject or shared
                break
    return found


def _overlaps(at: int, drafts: list[Draft]) -> bool:
    return any(first <= at <= last for draft in drafts for first, last in draft.content)


def _inside(cue: tuple[int, int] | None, drafts: list[Draft]) -> bool:
    return cue is not None and _overlaps(cue[0], drafts)
