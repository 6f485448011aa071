"""A clause after the cue: Wang emphasized that this approach differs; they said it would."""

from timeline.reading.frames.able import able, textual
from timeline.reading.frames.site import Draft, Items, Site, letter, word
from timeline.reading.frames.timed import AGO, AWAY, timed
from timeline.reading.frames.voice import reacting
from timeline.reading.lexicons import words
from timeline.reading.speakers.phrases import right_end

_ADJUNCT = 14
"""Items that may stand between the cue and "that"."""
_QUESTION = frozenset({"whether", "how", "why", "what", "when", "where", "if"})


def read(site: Site) -> Draft | None:
    """What follows "that", a question word, or the cue itself, up to the end of its clause."""
    cue = site.cue
    if site.subject is None or not cue.kinds & {"say", "tell", "that"}:
        return None
    first = _after_that(site)
    detail = "that"
    if first is None:
        first = _bare(site)
        detail = "bare"
    if first is None and (link := _linked(site)):
        return _drafted(site, (link, (cue.last + 1, site.stop - 1)), "relative")
    if (
        first is None
        or first >= site.stop
        or (site.stop - first < 2 and letter(site, first) != "Q")
    ):
        return None
    return _drafted(site, ((first, site.stop - 1),), detail)


def _drafted(site: Site, content: tuple[Items, ...], detail: str) -> Draft:
    cue = site.cue
    return Draft("clause", (cue.at, cue.last), cue.lemma, site.subject, content, None, detail)


def _linked(site: Site) -> Items | None:
    """The relative before the speaker: "which Democrats say could be aiding him"."""
    who, after = site.subject, site.cue.last + 1
    if who is None or who.how != "own" or "say" not in site.cue.kinds or who.first == 0:
        return None
    link = who.first - 1
    opens = site.sk.tags[link] == "W" or site.sk.low[link] in {"that", "what"}
    verb = after + (letter(site, after) == "A")
    return (link, link) if opens and letter(site, verb) in "XV" and site.stop - after > 1 else None


def _may_be_bare(site: Site) -> bool:
    """A poll shows, a person thinks; without "that" the others do something else."""
    who, lemma = site.subject, site.cue.lemma
    if lemma not in {"show", "find", "think"} or who is None:
        return True
    if lemma == "think":
        return able(site.sk, who)
    return textual(site.sk, who)


def _after_that(site: Site) -> int | None:
    """The item after "that", where only a time, a place or an addressee stands before it."""
    at = timed(site, site.cue.last + 1, AWAY) or site.cue.last + 1
    if letter(site, at) not in "SITA,t" and "tell" not in site.cue.kinds:
        return None
    limit = min(site.stop, at + _ADJUNCT)
    while at < limit:
        if word(site, at) == "that":
            return at + 1
        if _passed(site, at):
            at += 1
            continue
        if word(site, at) in _QUESTION and at <= site.cue.last + 1:
            return at
        if letter(site, at) not in "ITNDnR0,GOAS" and letter(site, at) != "t":
            return None
        if at > site.cue.last + 1 and letter(site, at) == "S" and word(site, at) != "as":
            return at if "tell" in site.cue.kinds and word(site, at) in _QUESTION else None
        at += 1
    return None


def _passed(site: Site, at: int) -> bool:
    """As in "said, however, that", "told the Post and Courier that"."""
    if word(site, at) in {"though", "however"}:
        return letter(site, at - 1) == ","
    return word(site, at) == "and" and letter(site, at - 1) in "NnR" and "tell" in site.cue.kinds


def _bare(site: Site) -> int | None:
    cue = site.cue
    at = cue.last + 1
    if "tell" in cue.kinds:
        end = right_end(site.sk, at, site.stop)
        if end is None:
            return None
        at = end + 1
        while letter(site, at) in "IT" and (skipped := _adjunct(site, at)):
            at = skipped
        return at if _clausal(site, at) else None
    if "say" not in cue.kinds or reacting(cue) or not _may_be_bare(site):
        return None
    if (then := timed(site, at, AGO)) and _clausal(site, then):
        return then
    while letter(site, at) in "ITA" and (skipped := _adjunct(site, at)):
        at = skipped
    return at if _clausal(site, at) else None


def _adjunct(site: Site, at: int) -> int | None:
    """Past "on Tuesday", "in a statement", "to reporters"; None where no clause would follow."""
    if word(site, at) == "last" and word(site, at + 1) in words("words", "times"):
        return None if word(site, at + 2) == "'s" else at + 2
    if letter(site, at) in "AT":
        return at + 1
    if word(site, at) == "about" or word(site, at + 1) in {"least", "most"}:
        return None
    end = right_end(site.sk, at + 1, site.stop)
    if end is None:
        end = at + 1 if letter(site, at + 1) == "T" else None
    if end is None:
        return None
    while letter(site, end + 1) in "T0":
        end += 1
    after = end + 1
    return after + 1 if letter(site, after) == "," else after


def _clausal(site: Site, at: int) -> bool:
    """Whether a clause with a verb of its own begins here."""
    first = letter(site, at)
    if word(site, at) in {"this", "that", "so"} and letter(site, at + 1) in "I.,T":
        return False
    adjective = first == "V" and letter(site, at + 1) in "nNR" and word(site, at).endswith("ed")
    if first not in "PDNnR0QAISgGO" and not adjective:
        return False
    if site.cue.lemma == "say" and first in "PDNR":
        return site.stop - at > 2 or "Q" in site.sk.tags[at : site.stop]
    rest = site.sk.tags[at : min(site.stop, at + 40)].partition(",W")[0]
    return any(tag in "VX" for tag in rest[1:])
