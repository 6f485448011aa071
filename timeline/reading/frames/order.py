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
    if cues:
        asked = _Sentence(copy, sk, cues, final)
        found += _structural(asked, found)
        found += _others(asked, found)
    found += _outside(nominal.read(sk, final), found)
    found += _outside(feeling.read(sk, final), found)
    found += _acts(sk, final, found)
    if len(found) > 1:
        found.sort(key=_order)
    return fold(sk, found) if found else found


def _order(draft: Draft) -> tuple[tuple[int, int], tuple[tuple[int, int], ...]]:
    return draft.cue or (0, 0), draft.content


def _outside(drafts: list[Draft], known: list[Draft]) -> list[Draft]:
    """Those whose cue stands in no content that is known."""
    if not (drafts and known):
        return drafts
    return [one for one in drafts if one.cue is None or not _overlaps(one.cue[0], known)]


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
    return _outside(doing.read(sk, final), known) or _outside(narrating.read(sk, final), known)


class _Sentence:
    """A sentence with its cues, and what is asked of each more than once."""

    def __init__(self, copy: str, sk: Skeleton, cues: list[Cue], final: int) -> None:
        self.copy, self.sk, self.cues, self.final = copy, sk, cues, final
        self._ends: dict[int, int] = {}
        self._subjects: dict[tuple[int, Subject | None, int], Subject | None] = {}

    def site(self, i: int, who: Subject | None, begin: int) -> Site:
        """A cue in its surroundings, with how far its clause reaches."""
        if (end := self._ends.get(i)) is None:
            following = self.cues[i + 1 : i + 1 + _AHEAD]
            end = self._ends[i] = reach(self.sk, self.cues[i], following, self.final)
        return Site(self.copy, self.sk, self.cues[i], who, begin, end, self.final)

    def subject(self, i: int, shared: Subject | None, begin: int) -> Subject | None:
        """Whose words a cue brings, if they stand behind an item and the last quote."""
        question = i, shared, _after_quote(self.sk, self.cues[i], begin)
        if question not in self._subjects:
            self._subjects[question] = subject(self.sk, self.cues[i], *question[1:])
        return self._subjects[question]


def _structural(asked: _Sentence, known: list[Draft]) -> list[Draft]:
    sk = asked.sk
    if not ("Q" in sk.tags or "," in sk.tags or "-" in sk.tags):
        return []
    found: list[Draft] = []
    begin = 0
    shared: Subject | None = None
    for i, cue in enumerate(asked.cues):
        if is_passive(sk, cue) or _overlaps(cue.at, known):
            continue
        who = asked.subject(i, shared, begin)
        draft = _first(_STRUCTURAL, asked.site(i, who, begin))
        if draft is not None:
            found.append(draft)
            begin = max(cue.last, *(last for _, last in draft.content)) + 1
            shared = draft.subject
        elif who and who.how != "shared":
            shared = who
    return found


def _first(frames: Sequence[Frame], site: Site) -> Draft | None:
    """The draft of the first frame that holds here."""
    for frame in frames:
        if draft := frame(site):
            return draft
    return None


def _after_quote(sk: Skeleton, cue: Cue, begin: int) -> int:
    """The first item that may be the subject: behind the last quote, unless an aside holds that."""
    before = cue.at - 1
    if sk.tags[before] == "-" and (opened := sk.tags.rfind("-", begin, before)) > begin:
        return max(begin, sk.tags.rfind("Q", 0, opened) + 1)
    return max(begin, sk.tags.rfind("Q", 0, cue.at) + 1)


def _others(asked: _Sentence, known: list[Draft]) -> list[Draft]:
    sk = asked.sk
    found: list[Draft] = []
    shared: Subject | None = None
    subjects = {draft.cue: draft.subject for draft in reversed(known)}
    for i, cue in enumerate(asked.cues):
        if (cue.at, cue.last) in subjects:
            shared = subjects[cue.at, cue.last]
            continue
        who = asked.subject(i, shared, 0)
        inside = _overlaps(cue.at, known) or _overlaps(cue.at, found)
        if inside and not (who and relayed(sk, who, cue, [*known, *found])):
            continue
        undergone = is_passive(sk, cue) or is_bare_participle(sk, cue)
        draft = _first(_PASSIVE if undergone else _EITHER, asked.site(i, who, 0))
        if draft is not None:
            found.append(draft)
            shared = draft.subject or shared
    return found


def _overlaps(at: int, drafts: list[Draft]) -> bool:
    for draft in drafts:
        for first, last in draft.content:
            if first <= at <= last:
                return True
    return False
