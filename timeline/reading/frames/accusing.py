"""Accused somebody of something: He accused China of providing dual-use equipment."""

from timeline.reading.frames.site import Draft, Site, word
from timeline.reading.speakers.phrases import right_end

_FAR = 24


def read(site: Site) -> Draft | None:
    """The object is whom; what follows "of" is the content."""
    cue = site.cue
    if site.subject is None or "of" not in cue.kinds:
        return None
    first = cue.last + 1
    last = right_end(site.sk, first, site.stop)
    if last is None:
        return None
    for at in range(first + 1, min(site.stop, first + _FAR)):
        if word(site, at) == "of" and (
            at > last or site.sk.tags[at + 1 : at + 2] in {"g", "D"} or cue.lemma == "accuse"
        ):
            if at + 1 >= site.stop:
                return None
            return Draft(
                "accusing",
                (cue.at, cue.last),
                cue.lemma,
                site.subject,
                ((at + 1, _end(site, at + 1)),),
                (first, at - 1),
            )
    return None


def _end(site: Site, first: int) -> int:
    """The last item: a quote is followed by the article's own "as the two crossed paths"."""
    quote = site.sk.tags.find("Q", first, site.stop)
    after = quote >= 0 and word(site, quote + 1) in {"as", "while", "after", "before", "when"}
    return quote if after else site.stop - 1
