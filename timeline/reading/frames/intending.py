"""What somebody means to do: NATO plans to criticize; the ministry declined to comment."""

from timeline.reading.frames.able import able
from timeline.reading.frames.site import Draft, Site, finite, joined, letter


def read(site: Site) -> Draft | None:
    """From "to" on is the content."""
    cue = site.cue
    if site.subject is None or "intend" not in cue.kinds or not able(site.sk, site.subject):
        return None
    at = cue.last + 1
    while letter(site, at) in "AT" or (letter(site, at) == "I" and letter(site, at + 1) == "T"):
        at += 1
    if letter(site, at) != "t" or at + 1 >= site.stop or letter(site, at + 1) not in "vVXnAR":
        return None
    return Draft(
        "intending",
        (cue.at, cue.last),
        cue.lemma,
        site.subject,
        ((at, joined(site, at) - 1),),
        None,
        finite(cue),
    )
