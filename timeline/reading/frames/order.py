"""One sentence read: every cue gets its site, every site is put to the frames in order."""

from collections.abc import Callable, Sequence

from timeline.reading.cues.find import Cue, find
from timeline.reading.frames import (
    according,
    accusing,
    clause,
    colon,
    doing,
    feeling,
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
from timeline.reading.frames.reach import reach
from timeline.reading.frames.site import Draft, Site
from timeline.reading.frames.voice import is_bare_participle, is_passive
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
_EITHER: Sequence[Frame] = (*_ACTIVE, passive.read)
_PASSIVE: Sequence[Frame] = (passive.read, unspoken.read)
_AHEAD = 12
"""Cues that are looked at to find where a clause ends."""


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
    found += [draft for draft in feeling.read(sk, final) if not _inside(draft.cue, found)]
    found += _acts(sk, final, found)
    found.sort(key=lambda draft: (draft.cue or (0, 0), draft.content))
    return fold(sk, found)


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
        end = reach(sk, cue, following, final)
        site = Site(copy, sk, cue, who, begin, end, final)
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
    """The first item that may be the subject: behind the last quote, unless an aside holds that."""
    before = cue.at - 1
    if sk.tags[before] == "-" and (opened := sk.tags.rfind("-", begin, before)) > begin:
        return max(begin, sk.tags.rfind("Q", 0, opened) + 1)
    return max(begin, sk.tags.rfind("Q", 0, cue.at) + 1)


def _others(
    copy: str, sk: Skeleton, cues: list[Cue], final: int, known: list[Draft]
) -> list[Draft]:
    found: list[Draft] = []
    shared: Subject | None = None
    subjects = {draft.cue: draft.subject for draft in reversed(known)}
    for i, cue in enumerate(cues):
        if (cue.at, cue.last) in subjects:
            shared = subjects[cue.at, cue.last]
            continue
        who = subject(sk, cue, shared, _after_quote(sk, cue, 0))
        inside = _overlaps(cue.at, known) or _overlaps(cue.at, found)
        if inside and not (who and relayed(sk, who, cue, [*known, *found])):
            continue
        site = Site(
            copy, sk, cue, who, 0, reach(sk, cue, cues[i + 1 : i + 1 + _AHEAD], final), final
        )
        undergone = is_passive(sk, cue) or is_bare_participle(sk, cue)
        frames = _PASSIVE if undergone else _EITHER
        for frame in frames:
            if draft := frame(site):
                found.append(draft)
                shared = draft.subject or shared
                break
    return found


def _overlaps(at: int, drafts: list[Draft]) -> bool:
    for draft in drafts:
        for first, last in draft.content:
            if first <= at <= last:
                return True
    return False


def _inside(cue: tuple[int, int] | None, drafts: list[Draft]) -> bool:
    return cue is not None and _overlaps(cue[0], drafts)
