"""Quotes without a cue of their own: “A,” he said. “B.” The second is his as well.

Also a quote behind a paragraph that ends in a colon, one that goes on from the paragraph before,
and one that a dash signs. What has no better claim goes to whoever spoke last, and says so in its
pattern, because it is right less often.
"""

from typing import NamedTuple

from timeline.reading.cues.find import find
from timeline.reading.frames.signed import signature
from timeline.reading.frames.site import Draft
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject, main
from timeline.reading.text.skeleton import Page, Skeleton

_NEXT = 2
"""Paragraphs between which a quote may run on: a subhead can part them."""


class Spoken(NamedTuple):
    """A draft in its sentence; drafts with one utterance are parts of one thing said."""

    sk: Skeleton
    draft: Draft
    utterance: int
    speaker_sk: Skeleton
    """The sentence in which the speaker's mention stands; its own, or an earlier one."""


class _Last(NamedTuple):
    """Who spoke last, and where."""

    spoken: Spoken
    quoted: bool


def link(made: Page, drafts: list[list[Draft]]) -> list[Spoken]:
    """All drafts of an article in order, with the quotes that nobody claimed given to a speaker.

    Args:
        made: the article taken apart.
        drafts: for each skeleton its drafts.
    """
    found: list[Spoken] = []
    last: _Last | None = None
    for sk, own in zip(made.skeletons, drafts, strict=True):
        mine = [Spoken(sk, draft, len(found) + i, sk) for i, draft in enumerate(own)]
        for at in _unclaimed(sk, own):
            new = len(found) + len(mine)
            spoken = _give(_Open(made, sk, at, mine, last, new, _whole(sk, at)))
            if spoken:
                mine.append(spoken)
        found.extend(mine)
        last = _latest(mine) or last
    return found


def _latest(mine: list[Spoken]) -> _Last | None:
    """The last that was said in a sentence; a quote before a paraphrase."""
    for one in reversed(mine):
        if one.draft.subject and _quotes(one):
            return _Last(one, quoted=True)
    for one in mine:
        if one.draft.subject and one.draft.frame in {"clause", "trailing"}:
            return _Last(one, quoted=False)
    return None


def _quotes(spoken: Spoken) -> bool:
    tags = spoken.sk.tags
    return "Q" in tags and any("Q" in tags[a : b + 1] for a, b in spoken.draft.content)


def _unclaimed(sk: Skeleton, own: list[Draft]) -> list[int]:
    if "Q" not in sk.tags:
        return []
    taken = [span for draft in own for span in draft.content]
    return [
        at
        for at, tag in enumerate(sk.tags)
        if tag == "Q" and not any(a <= at <= b for a, b in taken)
    ][:1]


class _Open(NamedTuple):
    """A quote that nobody claimed, and what is known around it."""

    made: Page
    sk: Skeleton
    at: int
    mine: list[Spoken]
    last: _Last | None
    new: int
    whole: bool
    """It is the sentence, or opens it."""

    def goes_to(self, before: Spoken, detail: str, *, same: bool) -> Spoken:
        """The quote as said by whoever said `before`, in the same utterance or a new one."""
        draft = _carried(self.at, self.at, before.draft.subject, detail)
        number = before.utterance if same else self.new
        return Spoken(self.sk, draft, number, before.speaker_sk)


def _give(open_: _Open) -> Spoken | None:
    """Ask the rules in turn: a signature, the same sentence, what goes on, a colon, the last."""
    for rule in (_signed, _same, _continued, _introduced, _lasting):
        if found := rule(open_):
            return found
    return None


def _signed(open_: _Open) -> Spoken | None:
    signed = signature(open_.made, open_.sk, open_.at)
    return Spoken(open_.sk, signed[1], open_.new, signed[0]) if signed else None


def _same(open_: _Open) -> Spoken | None:
    if open_.mine and open_.whole and _quotes(open_.mine[0]):
        return open_.goes_to(open_.mine[0], "same", same=True)
    return None


def _continued(open_: _Open) -> Spoken | None:
    if not open_.last or not open_.whole:
        return None
    apart = open_.sk.paragraph - open_.last.spoken.sk.paragraph
    if apart == 0 and open_.last.quoted:
        return open_.goes_to(open_.last.spoken, "split", same=True)
    if apart <= _NEXT and _goes_on(open_.made, open_.sk, open_.at):
        return open_.goes_to(open_.last.spoken, "running", same=True)
    return None


def _introduced(open_: _Open) -> Spoken | None:
    found = _colon(open_.made, open_.sk, open_.at)
    if not found:
        return None
    return Spoken(open_.sk, _carried(open_.at, open_.at, found[1], "colon"), open_.new, found[0])


def _lasting(open_: _Open) -> Spoken | None:
    """Whoever spoke last, in this paragraph or the one before."""
    if not open_.last:
        return None
    sk, before = open_.sk, open_.last.spoken
    apart = sk.paragraph - before.sk.paragraph
    if open_.whole and apart <= 1:
        near = "after quote" if open_.last.quoted else "after"
        return open_.goes_to(before, "paragraph" if apart == 0 else near, same=False)
    if apart == 0 and open_.last.quoted and not open_.mine and not find(sk):
        end = len(sk.tags.rstrip(".")) - 1
        return Spoken(
            sk, _carried(0, end, before.draft.subject, "mixed"), open_.new, before.speaker_sk
        )
    return None


def _whole(sk: Skeleton, at: int) -> bool:
    alone = at <= 1 and sk.tags.rstrip(".") in {"Q", "CQ", "QQ"}
    return alone or sk.tags[: at + 1] in {"Q", "AQ"}


def _carried(first: int, last: int, who: Subject | None, detail: str) -> Draft:
    return Draft("carried", None, "(carried)", who, ((first, last),), None, detail)


def _goes_on(made: Page, sk: Skeleton, at: int) -> bool:
    """Whether the quote before was left open at the end of its paragraph."""
    index = sk.quote[at]
    return index > 0 and not made.quotes[index - 1].closed


def _colon(made: Page, sk: Skeleton, at: int) -> tuple[Skeleton, Subject] | None:
    """The subject of the same sentence, or of the one before, where a colon brings the quote."""
    if at > 1 and sk.tags[at - 1] == ":":
        who = main(sk, at - 1) or _source(sk, at - 1)
        return (sk, who) if who else None
    if at > 0 or sk.sentence == 0:
        return None
    before = made.skeletons[sk.sentence - 1]
    if not before.tags.endswith(":"):
        return None
    who = main(before, len(before.tags))
    return (before, who) if who else None


def _source(sk: Skeleton, colon: int) -> Subject | None:
    """As in "From the report: “…”"."""
    last = right_end(sk, 1, colon) if sk.low[0] == "from" else None
    return Subject(1, last, "own") if last == colon - 1 else None
