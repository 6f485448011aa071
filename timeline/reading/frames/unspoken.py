"""Nobody is named: It is reported that …; concerns about China were expressed."""

from timeline.reading.frames.site import Draft, Site, letter, word
from timeline.reading.speakers.phrases import left_end

_SAYING = frozenset(
    {"report", "say", "believe", "expect", "claim", "allege"}
    | {"understand", "know", "announce", "reveal", "suggest", "think", "estimate"}
)


def read(site: Site) -> Draft | None:
    """A passive without an agent; only a saying verb, so that what is said stands there."""
    cue = site.cue
    at = cue.at - 1
    while at > 0 and letter(site, at) in "XA":
        at -= 1
    if cue.lemma in _SAYING and word(site, at) == "it" and word(site, cue.last + 1) == "that":
        content = (cue.last + 2, site.stop - 1)
    elif cue.lemma in {"express", "voice", "raise"} and letter(site, at) in "nRN":
        first = left_end(site.sk, at)
        if first is None:
            return None
        content = (first, at)
    else:
        return None
    if content[1] - content[0] < 1:
        return None
    return Draft("unspoken", (cue.at, cue.last), cue.lemma, None, (content,))
