"""A judgement of a thing: The communique criticized China’s partnership with Russia."""

from timeline.reading.frames.able import able, textual
from timeline.reading.frames.doing import addressed
from timeline.reading.frames.site import Draft, Site, letter, word
from timeline.reading.speakers.phrases import right_end

_TAKES = frozenset({"object", "shows", "for", "as", "with", "call"})


def read(site: Site) -> Draft | None:
    """The whole object phrase is the content; its noun phrase is the object."""
    cue = site.cue
    if site.subject is None or not cue.kinds & _TAKES:
        return None
    first = cue.last + 1
    if first >= site.stop or not _begins(site, first) or not able(site.sk, site.subject):
        return None
    if cue.lemma == "address" and addressed(site.sk, cue.last, site.stop):
        return None
    last = right_end(site.sk, first, site.stop)
    if cue.lemma in {"show", "find"}:
        if not textual(site.sk, site.subject):
            return None
    elif "object" not in cue.kinds and not _marked(site, last):
        return None
    target = None if last is None else (first, last)
    return Draft(
        "judging",
        (cue.at, cue.last),
        "call as" if cue.lemma == "call" else cue.lemma,
        site.subject,
        ((first, site.stop - 1),),
        target,
        cue.form,
    )


def _begins(site: Site, at: int) -> bool:
    tag = letter(site, at)
    if tag in "NDnRPO0QW" or (
        tag == "S" and word(site, at) in {"how", "what", "why", "that", "whether"}
    ):
        return True
    if tag == "A":
        return letter(site, at + 1) in "NDnR"
    return tag == "g"


def _marked(site: Site, last: int | None) -> bool:
    """What the verb needs besides its object: "described Y as", "blamed Y for", "called Y a"."""
    kinds = site.cue.kinds
    if last is None:
        return False
    if "call" in kinds:
        return (
            letter(site, last + 1) in "QDnA"
            or letter(site, site.cue.last + 1) in "OP"
            or "Q" in site.sk.tags[last : last + 3]
        )
    wanted = {"as"} if "as" in kinds else set()
    wanted |= {"for", "with"} & kinds
    return any(
        word(site, at) in wanted for at in range(site.cue.last + 1, min(site.stop, last + 12))
    )
