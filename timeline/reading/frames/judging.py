"""A judgement of a thing: The communique criticized China’s partnership with Russia."""

from timeline.reading.frames.able import able, textual
from timeline.reading.frames.doing import addressed
from timeline.reading.frames.site import Draft, Items, Site, finite, joined, letter, word
from timeline.reading.lexicons import load, words
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject

_OWNING = frozenset({"of", "from", "for", "since", "until", "by"})
"""Before a day that is the thing's: "the deal of June 2"."""
_TAKES = frozenset({"object", "shows", "for", "as", "with", "call"})


def read(site: Site) -> Draft | None:
    """The whole object phrase is the content; its noun phrase is the object."""
    cue = site.cue
    if site.subject is None or not cue.kinds & _TAKES:
        return None
    first = cue.last + 1
    if content := _linked(site, first):
        return Draft(
            "judging", (cue.at, cue.last), cue.lemma, site.subject, content, None, "relative"
        )
    if first >= site.stop or not _begins(site, first) or not able(site.sk, site.subject):
        return None
    last = _object_end(site, first)
    if not _takes(site, site.subject, last) or _on(site, first, last):
        return None
    target = None if last is None else (first, last)
    stop = _stop(site, first)
    return Draft(
        "judging",
        (cue.at, cue.last),
        "call as" if cue.lemma == "call" else cue.lemma,
        site.subject,
        ((first, _untimed(site, first, stop) - 1),),
        target,
        finite(cue),
    )


def _untimed(site: Site, first: int, stop: int) -> int:
    """Without the day on which it was judged: "rejected the findings | on Wednesday"."""
    if word(site, stop - 1) in words("words", "times") and word(site, stop - 2) in {"last", "this"}:
        return stop - 2 if stop - 2 > first + 1 else stop
    at = stop - 1
    while at > first + 1 and site.sk.tags[at] in {"T", "0"}:
        at -= 1
    if at == stop - 1 or "T" not in site.sk.tags[at + 1 : stop] or site.sk.low[at] in _OWNING:
        return stop
    end = at if site.sk.low[at] in {"on", "in", "late", "early", "last"} else at + 1
    return end if end > first + 1 or site.sk.tags[first] in "NPO" else stop


def _stop(site: Site, first: int) -> int:
    """Where the thing ends: what is told of it more, or when it was so judged, is the article's."""
    end = joined(site, first)
    for at in range(first + 1, end - 1):
        tag, after = site.sk.tags[at], site.sk.tags[at + 1]
        if (tag == "," and after in "WD") or word(site, at) in {"when", "but"}:
            return at
    return end


def _takes(site: Site, who: Subject, last: int | None) -> bool:
    """Whether this verb judges the thing: a text shows it, an audience is addressed, not judged."""
    cue = site.cue
    if cue.lemma in {"show", "find"}:
        return textual(site.sk, who)
    if cue.lemma == "address" and addressed(site.sk, cue.last, site.stop):
        return False
    return "object" in cue.kinds or _marked(site, last)


def _on(site: Site, first: int, last: int | None) -> bool:
    """Whether it only tells on what words are that stand elsewhere: "he said, referring to Ann"."""
    if site.cue.form != "g" or letter(site, site.cue.at - 1) in "XA":
        return False
    if site.cue.lemma not in load("descriptions")["heralds"]["on"]:
        return False
    named = last is not None and word(site, last + 1) in {"as", "by"}  # "to Ann as “a clown”"
    return not named and "Q" not in site.sk.tags[first : site.stop]


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


def _linked(site: Site, first: int) -> tuple[Items, Items] | None:
    """The relative that is the object: "the deal, which he described as late", "what he called"."""
    who, kinds = site.subject, site.cue.kinds
    if who is None or who.how != "own" or who.first == 0 or first >= site.stop - 1:
        return None
    link = who.first - 1
    if site.sk.low[link] not in {"which", "whom", "what", "that"}:
        return None
    named = "call" in kinds and letter(site, first) in "QDnNA"
    described = "as" in kinds and word(site, first) == "as"
    if not (named or described):
        return None
    told = first + described
    last = told if letter(site, told) == "Q" else right_end(site.sk, told, site.stop)
    return (link, link), (first, site.stop - 1 if last is None else last)
