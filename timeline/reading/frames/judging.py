"""A judgement of a thing: The communique criticized China’s partnership with Russia."""

from timeline.reading.frames.able import able, textual
from timeline.reading.frames.doing import addressed
from timeline.reading.frames.site import Draft, Site, joined, letter, word
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
    last = _object_end(site, first)
    if cue.lemma in {"show", "find"}:
        if not textual(site.sk, site.subject):
            return None
    elif "object" not in cue.kinds and not _marked(site, last):
        return None
    target = None if last is None else (first, last)
    stop = _stop(site, first)
    return Draft(
        "judging",
        (cue.at, cue.last),
        "call as" if cue.lemma == "call" else cue.lemma,
        site.subject,
        ((first, stop - 1),),
        target,
        cue.form,
    )


def _stop(site: Site, first: int) -> int:
    """Where the thing ends: what is told of it more, or when it was so judged, is the article's."""
    end = joined(site, first)
    for at in range(first + 1, end - 1):
        tag, after = site.sk.tags[at], site.sk.tags[at + 1]
        if (tag == "," and after in "WD") or word(site, at) in {"when", "but"}:
            return at
    return end


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
            or _quotes(site, last)
        )
    wanted = {"as"} if "as" in kinds else set()
    wanted |= {"for", "with"} & kinds
    return any(
        word(site, at) in wanted for at in range(site.cue.last + 1, min(site.stop, last + 12))
    )


def _object_end(site: Site, first: int) -> int | None:
    """The object's last item; of "both Souza and Lima", Lima."""
    last = right_end(site.sk, first, site.stop)
    if last is None or word(site, first) != "both" or word(site, last + 1) != "and":
        return last
    return right_end(site.sk, last + 2, site.stop) or last


def _quotes(site: Site, last: int) -> bool:
    """Whether the name that is given stands in quotation marks: "called the plan “crazy”"."""
    after = range(site.cue.last + 2, min(last + 2, site.stop))
    return any(site.copy[site.sk.start[at] - 1] in "“\"‘'" for at in after)
