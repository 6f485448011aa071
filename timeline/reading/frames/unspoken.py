"""Nobody is named: It is reported that …; concerns about China were expressed."""

from timeline.reading.frames.site import Draft, Items, Site, letter, word
from timeline.reading.speakers.phrases import left_end

_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "about", "which", "who"})
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
    content = _before(site, at) or _after(site, at)
    if content is None or content[1] - content[0] < 1:
        return None
    return Draft("unspoken", (cue.at, cue.last), cue.lemma, None, (content,))


def _before(site: Site, at: int) -> Items | None:
    """As in "concerns about China were expressed", "the court is expected to rule"."""
    cue = site.cue
    expected = cue.lemma == "expect" and letter(site, cue.last + 1) == "t"
    expressed = cue.lemma in {"express", "voice", "raise"} and letter(site, at) in "nRN"
    first = left_end(site.sk, at) if expected or expressed else None
    if first is None:
        return None
    return (first, site.stop - 1 if expected else at)


def _after(site: Site, at: int) -> Items | None:
    """As in "it is reported that …", "was asked whether …"."""
    cue = site.cue
    following = word(site, cue.last + 1)
    if cue.lemma in _SAYING and word(site, at) == "it" and following == "that":
        return (cue.last + 2, site.stop - 1)
    if cue.lemma in {"ask", "question", "press", "poll"} and following in _QUESTIONS:
        return (cue.last + 1, site.stop - 1)
    return None
