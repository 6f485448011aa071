"""The attribution stands at the end, or inside: The accession makes them safer, it said."""

from timeline.reading.frames.site import Draft, Items, Site, letter, word
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject

_FEWEST = 3


def read(site: Site) -> Draft | None:
    """A clause, a comma, then speaker and cue (or cue and speaker) with at most an adjunct."""
    cue, subject = site.cue, site.subject
    if not cue.kinds & {"say", "tell", "that", "quote"} or cue.form in "vg":
        return None
    own = subject if subject and subject.how == "own" else None
    if own and own.first > site.begin and site.sk.tags[own.first - 1] in ",-":
        return _around(site, own, own.first - 1, cue.last, "subject")
    if own and own.first > site.begin and word(site, own.first - 1) == "as":
        return _as(site, own)
    if cue.at > site.begin and site.sk.tags[cue.at - 1] in ",-" and "say" in cue.kinds:
        last = right_end(site.sk, cue.last + 1, site.final)
        if last is not None and letter(site, cue.last + 1) != "O" and _names(site, cue.last + 1):
            spoken = Subject(cue.last + 1, last, "inverted")
            return _around(site, spoken, cue.at - 1, last, "inverted")
    return None


def _as(site: Site, subject: Subject) -> Draft | None:
    """As in "As Souza noted, it is late", "It is late, as Souza noted"."""
    cue, at = site.cue, subject.first - 1
    if at > site.begin and letter(site, at - 1) == ",":
        return _around(site, subject, at - 1, cue.last, "as")
    if (
        at > site.begin + 1
        or letter(site, cue.last + 1) != ","
        or site.stop - cue.last < _FEWEST + 2
    ):
        return None
    content = ((cue.last + 2, site.stop - 1),)
    return Draft("trailing", (cue.at, cue.last), cue.lemma, subject, content, None, "as")


def _names(site: Site, at: int) -> bool:
    """Whether a speaker begins there, no thing: "showed no emotion", "added pressure"."""
    return site.cue.lemma not in {"show", "find", "know"} and word(site, at) not in {"no", "any"}


def _around(site: Site, subject: Subject, comma: int, last: int, detail: str) -> Draft | None:
    left = (_skip(site, site.begin), comma - 1)
    wanted = "Q" if site.cue.kinds == {"quote"} else "VXQ"
    verbal = left[1] - left[0] + 1 >= _FEWEST and any(
        tag in wanted for tag in site.sk.tags[left[0] : comma]
    )
    content: tuple[Items, ...] | None = None
    told = verbal or (left[1] - left[0] + 1 >= _FEWEST and letter(site, left[0]) != "I")
    if (verbal and _tail(site, last + 1)) or (told and _introduces(site, last + 1)):
        content = (left,)
    elif (
        letter(site, last + 1) == ","
        and last + 2 < site.stop
        and (letter(site, last + 2) not in "gV" or (not verbal and letter(site, last + 2) == "V"))
    ):
        right = (last + 2, site.stop - 1)
        content = (left, right) if left[1] >= left[0] else (right,)
    if content is None:
        return None
    cue = site.cue
    return Draft("trailing", (cue.at, cue.last), cue.lemma, subject, content, None, detail)


def _skip(site: Site, at: int) -> int:
    while at < site.final and (
        letter(site, at) in ",-C" or (letter(site, at) == "A" and letter(site, at + 1) in ",PD")
    ):
        at += 1  # "However, it", and no "More than half of it"
    return at


def _introduces(site: Site, comma: int) -> bool:
    """Whether all that follows is who it was: "It is late, said Ann Roe, Norland's envoy"."""
    rest = site.sk.tags[comma : site.final]
    return rest[:1] == "," and rest[1:2] in {*"DNnR"} and "R" in rest and not {*"VXQ;"} & {*rest}


def _tail(site: Site, at: int) -> bool:
    """Whether after the cue comes nothing but when, where and to whom."""
    if at >= site.final:
        return True
    rest = site.sk.tags[at : site.final]
    if rest[0] == ",":
        return len(rest) > 1 and (
            rest[1] in "gWD" or word(site, at + 1) in {"adding", "but", "and"}
        )
    if rest[0] in ";-":
        return True
    if rest[0] not in "ITAg(C" and not (rest[0] in "NDOnS" and "tell" in site.cue.kinds):
        return rest[0] == "S" and word(site, at) in {"as", "when", "after", "before", "while"}
    comma = rest.find(",")
    head = rest if comma < 0 else rest[:comma]
    return not any(tag in "VX" for tag in head)
