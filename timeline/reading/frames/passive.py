"""The speaker stands after "by": The final statement, endorsed by all 32 member nations."""

from functools import cache

from timeline.reading.frames.site import Draft, Site, letter, word
from timeline.reading.lexicons import load
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.speakers.subject import Subject

_FAR = 12
_MATTER = {"of": {"of"}, "about": {"tell"}, "over": {"for"}, "for": {"for"}}
"""What may follow the agent, and the class that the verb then has: "accused by X of Y"."""
_AGREEING = frozenset(
    {"endorse", "back", "recognize", "recognise", "approve", "sign", "support", "adopt"}
)
"""What is so done is the act itself: the content takes the agent in."""


@cache
def _inward() -> frozenset[str]:
    """What is done by somebody and said by nobody: "crimes committed by"."""
    return frozenset(load("cues")["guards"]["inward"].split())


def read(site: Site) -> Draft | None:
    """A past participle with "by" and a noun phrase; what is before it is the content."""
    cue = site.cue
    if cue.form != "d" or cue.lemma in _inward() or letter(site, cue.last + 1) in "NDRPO":
        return None
    by = next(
        (
            at
            for at in range(cue.last + 1, min(site.stop, cue.last + _FAR))
            if word(site, at) == "by"
        ),
        None,
    )
    if by is None or any(letter(site, at) in "VX,;Q" for at in range(cue.last + 1, by)):
        return None
    last = right_end(site.sk, by + 1, site.final)
    if last is None or letter(site, by + 1) == "g":
        return None
    at = cue.at - 1
    while at > site.begin and site.sk.tags[at] in "XA,":
        at -= 1
    first = left_end(site.sk, at, site.begin)
    if first is None:
        return None
    speaker = Subject(by + 1, last, "by")
    matter = _matter(site, last + 1)
    if matter is not None:
        return Draft(
            "passive",
            (cue.at, cue.last),
            cue.lemma,
            speaker,
            ((matter, site.stop - 1),),
            (first, at),
            "matter",
        )
    return Draft(
        "passive",
        (cue.at, cue.last),
        cue.lemma,
        speaker,
        ((first, last if cue.lemma in _AGREEING else at),),
        (first, at),
        "by",
    )


def _matter(site: Site, at: int) -> int | None:
    """Where it is said of or about what: "was questioned by an officer about whether"."""
    cue, preposition = site.cue, word(site, at)
    asks = preposition == "about" and cue.lemma in {"question", "ask", "warn", "tell", "press"}
    if at + 1 < site.stop and (asks or _MATTER.get(preposition, set()) & cue.kinds):
        return at + 1
    return None
