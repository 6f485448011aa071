"""Nouns that say: China’s denial of supplying arms; opposition from France; concerns about it."""

from timeline.reading.cues.lexicon import nouns
from timeline.reading.frames.site import Draft
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton

_PREPOSITION = 5
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


def read(sk: Skeleton, final: int) -> list[Draft]:
    """A cue noun with its speaker in the genitive, or after "from" or "by"."""
    known = nouns()
    found = []
    for at in range(1, final):
        if sk.tags[at] in "nRV" and sk.low[at] in known and (draft := _one(sk, at, final)):
            found.append(draft)
    return found


def _one(sk: Skeleton, at: int, final: int) -> Draft | None:
    content = _content(sk, at, final)
    owner = _owner(sk, at)
    if owner and content:
        return Draft("nominal", (at, at), sk.low[at], owner, (content,), content, "genitive")
    if (
        at + 2 < final
        and sk.low[at + 1] in {"from", "by"}
        and sk.low[at]
        in {"opposition", "criticism", "condemnation", "support", "praise", "denunciation"}
    ):
        last = right_end(sk, at + 2, final)
        first = left_end(sk, at)
        if last is not None and first is not None:
            return Draft(
                "nominal",
                (at, at),
                sk.low[at],
                Subject(at + 2, last, "by"),
                ((first, last),),
                None,
                "from",
            )
    return None


def _content(sk: Skeleton, at: int, final: int) -> tuple[int, int] | None:
    after = at + 1
    if after + 1 >= final:
        return None
    preposition = "to" if sk.tags[after] == "t" else sk.low[after]
    if preposition not in nouns()[sk.low[at]]:
        return None
    first = after + 1 if preposition not in {"to"} or sk.tags[after + 1] not in "vV" else after
    stop = next(
        (
            i
            for i in range(first + 1, final)
            if sk.tags[i] in ",;-Q"
            or (
                i > first + 1
                and sk.tags[i] in "VXW"
                and preposition != "that"
                and sk.tags[first] not in "tg"
            )
        ),
        final,
    )
    return (first, stop - 1) if stop > first else None


def _owner(sk: Skeleton, at: int) -> Subject | None:
    """ "NATO’s strong condemnation": the genitive before the noun and its adjectives."""
    i = at - 1
    while i >= 0 and at - i <= 5 and sk.tags[i] in "nA0VC,":
        i -= 1
    if i < 0:
        return None
    if sk.tags[i] == "G":
        first = left_end(sk, i - 1) if i > 0 else None
        return None if first is None else Subject(first, i - 1, "genitive")
    return Subject(i, i, "genitive") if sk.low[i] in _POSSESSIVE else None
