"""Urged somebody to do something: NATO leaders urged China to play a “constructive” role."""

from timeline.reading.frames.site import Draft, Site, joined
from timeline.reading.speakers.phrases import right_end

_FAR = 40
_CALLS = frozenset({"call on", "call upon", "appeal to", "call for"})


def read(site: Site) -> Draft | None:
    """The object is whom; what follows, from "to" on, is the content."""
    cue = site.cue
    if site.subject is None or not ("to" in cue.kinds or cue.lemma in _CALLS):
        return None
    first = cue.last + 1
    last = right_end(site.sk, first, site.stop)
    if last is None:
        return None
    tags = site.sk.tags
    for at in range(last + 1, min(site.stop - 1, first + _FAR)):
        if tags[at] == "t" and tags[at + 1] in "vVXnAR" and _direct(tags[last + 1 : at]):
            if cue.lemma == "call for":
                return None
            return Draft(
                "urging",
                (cue.at, cue.last),
                cue.lemma,
                site.subject,
                ((at - (site.sk.low[at - 1] == "not"), joined(site, at) - 1),),
                (first, last),
            )
    return None


def _direct(between: str) -> bool:
    """Only an aside between commas may part the object from "to"."""
    return (
        not between
        or (between[0] == "," and between[-1] == ",")
        or all(tag in "ADTX" for tag in between)
    )
