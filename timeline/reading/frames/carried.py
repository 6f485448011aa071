"""Quotes without a cue of their own: “A,” he said. “B.” The second is his as well.

Also a quote behind a paragraph that ends in a colon, one that goes on from the paragraph before,
and one that a dash signs. What has no better claim goes to whoever spoke last, and says so in its
pattern, because it is right less often.
"""

from typing import NamedTuple

from timeline.reading.cues.find import find
from timeline.reading.frames.site import Draft
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject, main
from timeline.reading.text.skeleton import Page, Skeleton


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
            spoken = _give(made, sk, at, mine, last, len(found) + len(mine))
            if spoken:
                mine.append(spoken)
        found.extend(mine)
        last = _latest(mine) or last
    return found


def _latest(mine: list[Spoken]) -> _Last | None:
    """The last that was said in a sentence; a quote before a paraphrase."""
    quoted = [s for s in mine if "Q" in _letters(s) and s.draft.subject]
    if quoted:
        return _Last(quoted[-1], quoted=True)
    said = [s for s in mine if s.draft.subject and s.draft.frame in {"clause", "trailing"}]
    return _Last(said[0], quoted=False) if said else None


def _letters(spoken: Spoken) -> str:
    return "".join(spoken.sk.tags[a : b + 1] for a, b in spoken.draft.content)


def _unclaimed(sk: Skeleton, own: list[Draft]) -> list[int]:
    taken = [span for draft in own for span in draft.content]
    return [
        at
        for at, tag in enumerate(sk.tags)
        if tag == "Q" and not any(a <= at <= b for a, b in taken)
    ][:1]


def _give(
    made: Page, sk: Skeleton, at: int, mine: list[Spoken], last: _Last | None, new: int
) -> Spoken | None:
    if signed := _signature(made, sk, at):
        return Spoken(sk, signed[1], new, signed[0])
    whole = at <= 1 and sk.tags.rstrip(".") in {"Q", "CQ", "QQ"} or sk.tags[: at + 1] in {"Q", "AQ"}
    if mine and whole and "Q" in _letters(mine[0]):
        head = mine[0]
        return Spoken(
            sk, _carried(at, at, head.draft.subject, "same"), head.utterance, head.speaker_sk
        )
    if not last:
        return None
    before = last.spoken
    apart = sk.paragraph - before.sk.paragraph
    goes_on = _goes_on(made, sk, at)
    if whole and ((apart == 0 and last.quoted) or (goes_on and apart <= 2)):
        detail = "split" if apart == 0 else "running"
        return Spoken(
            sk, _carried(at, at, before.draft.subject, detail), before.utterance, before.speaker_sk
        )
    if colon := _colon(made, sk, at):
        return Spoken(sk, _carried(at, at, colon[1], "colon"), new, colon[0])
    if whole and apart <= 1:
        detail = "paragraph" if apart == 0 else "after quote" if last.quoted else "after"
        return Spoken(sk, _carried(at, at, before.draft.subject, detail), new, before.speaker_sk)
    if apart == 0 and last.quoted and not mine and not find(sk):
        end = len(sk.tags.rstrip(".")) - 1
        return Spoken(sk, _carried(0, end, before.draft.subject, "mixed"), new, before.speaker_sk)
    return None


def _carried(first: int, last: int, who: Subject | None, detail: str) -> Draft:
    return Draft("carried", None, "(carried)", who, ((first, last),), None, detail)


def _goes_on(made: Page, sk: Skeleton, at: int) -> bool:
    """Whether the quote before was left open at the end of its paragraph."""
    index = sk.quote[at]
    return index > 0 and not made.quotes[index - 1].closed


def _colon(made: Page, sk: Skeleton, at: int) -> tuple[Skeleton, Subject] | None:
    """The subject of the sentence before, where that ends in a colon."""
    if at > 0 or sk.sentence == 0:
        return None
    before = made.skeletons[sk.sentence - 1]
    if not before.tags.endswith(":"):
        return None
    who = main(before, len(before.tags))
    return (before, who) if who else None


def _signature(made: Page, sk: Skeleton, at: int) -> tuple[Skeleton, Draft] | None:
    """“…” — Name: behind the quote, or on a line of its own below it."""
    line, first = sk, at + 1
    if first >= len(sk.tags):
        if sk.sentence + 1 >= len(made.skeletons):
            return None
        line, first = made.skeletons[sk.sentence + 1], 0
    if line.tags[first : first + 1] != "-" or line.tags[first + 1 : first + 2] not in {
        "N",
        "R",
        "D",
    }:
        return None
    last = right_end(line, first + 1)
    if last is None or any(tag in "VXS" for tag in line.tags[last + 1 :]):
        return None
    who = Subject(first + 1, last, "own")
    return line, Draft("signed", None, "(dash)", who, ((at, at),), None, "dash")
