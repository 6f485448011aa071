"""The quote comes first: “Beijing can’t have it both ways,” he said; “…,” said the declaration."""

from timeline.reading.frames.site import Draft, Site, letter, word
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.classes import verb_forms

_GAP = frozenset(",-A:")
_SPLIT = 14
"""Items that may stand between the cue and the second half of a split quote."""


def read(site: Site) -> Draft | None:
    """A quote that ends in a comma (or ?, !, —) right before the speaker or the cue."""
    cue, subject = site.cue, site.subject
    if cue.form in "vg":
        return None
    own = subject is not None and subject.how in {"own", "apposition"}
    quote = _quote(site, subject.first if subject and own else cue.at)
    detail = "subject"
    if quote is None:
        quote = _quote(site, cue.at)
        own = False
    if quote is None or not _open(site, quote) or _apposed(site, quote):
        return None
    if not own:
        subject, detail = _inverted(site), "inverted"
        if subject is None:
            return None
    first = _start(site, quote)
    content = [(first, quote)]
    second = _second(site, max(cue.last, subject.last if subject else 0))
    if second is not None:
        content.append((second, second))
    return Draft(
        "quoted_before", (cue.at, cue.last), cue.lemma, subject, tuple(content), None, detail
    )


def _apposed(site: Site, quote: int) -> bool:
    """A title in the middle of a sentence: 'On “Fox & Friends,” he discussed it'."""
    cue = site.cue
    if letter(site, cue.last + 1) == "I" and cue.form == "d" and site.sk.low[cue.last + 1] == "by":
        return True
    if _start(site, quote) == quote:
        return False
    ended = letter(site, cue.last + 1) in ".,ITA-;:NDRP0"
    return not (cue.kinds & {"say", "quote"} and ended)


def _inverted(site: Site) -> Subject | None:
    cue = site.cue
    if not cue.kinds & {"say", "quote"} or letter(site, cue.last + 1) == "O":
        return None
    last = right_end(site.sk, cue.last + 1, site.final)
    if last is None or (letter(site, last + 1) in "VX" and not _issued(site, last + 1)):
        return None
    return Subject(cue.last + 1, last, "inverted")


def _issued(site: Site, verb: int) -> bool:
    """A participle that describes the speaker: '“…,” said one aide involved in planning'."""
    described = verb_forms().get(word(site, verb), "d") == "d" and letter(site, verb) == "V"
    return described and (letter(site, verb + 1) in "IT" or word(site, verb + 1) == "as")


def _quote(site: Site, before: int) -> int | None:
    at = before - 1
    while at >= site.begin and site.sk.tags[at] in _GAP:
        at -= 1
    return at if at >= site.begin and site.sk.tags[at] == "Q" else None


def _open(site: Site, quote: int) -> bool:
    """Whether the quote leaves the sentence open: its last mark is a comma or the like."""
    end = site.sk.end[quote]
    tail = site.copy[max(0, end - 4) : end].rstrip("”\"' _`")
    return (
        tail[-1:] in {",", "?", "!", "—", "-", "…"}
        or letter(site, quote + 1) in ",-"
        or tail.endswith("...")
    )


def _start(site: Site, quote: int) -> int:
    """Where the clause begins that ends in the quote: 'Security is “a right,” he said'."""
    at = quote
    while at > site.begin and site.sk.tags[at - 1] not in ":;":
        at -= 1
    while at < quote and site.sk.tags[at] in "C,-SA(":
        at += 1
    return at


def _second(site: Site, after: int) -> int | None:
    at = site.sk.tags.find("Q", after + 1, min(site.final, after + _SPLIT))
    if at < 0 or at >= site.stop or site.sk.tags[at - 1] not in ",:-":
        return None
    if any(tag in "gVS" for tag in site.sk.tags[after + 1 : at]):
        return None
    return at
