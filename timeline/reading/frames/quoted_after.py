"""The quote comes after its cue: Smith told Bloomberg on July 2, “Within NATO, we ensure …”."""

from timeline.reading.frames.site import Draft, Site, letter
from timeline.reading.frames.voice import reacting
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject

_ADJUNCT = frozenset(",.-;:ISATgW")
_GAP = 30
"""Items that may stand between cue and quote."""


def read(site: Site) -> Draft | None:
    """A quote after the cue, introduced by a comma, a colon or the cue itself."""
    cue = site.cue
    subject = site.subject or _inverted(site)
    if subject is None:
        return None
    at = site.sk.tags.find("Q", cue.last + 1, min(site.final, cue.last + _GAP))
    if at < 0 or at > site.stop:
        return None
    introduced = letter(site, at - 1) in ",:" or at == cue.last + 1 or _told(site, at)
    if not introduced or not _speaks(site, at):
        return None
    last = at
    while letter(site, last + 1) == "Q" or (
        letter(site, last + 1) in ",-C" and letter(site, last + 2) == "Q"
    ):
        last += 1 if letter(site, last + 1) == "Q" else 2
    if at == cue.last + 1 and last + 1 < site.stop and letter(site, last + 1) not in _ADJUNCT:
        last = site.stop - 1
    detail = (
        "colon"
        if letter(site, at - 1) == ":"
        else "comma"
        if letter(site, at - 1) == ","
        else "next"
    )
    return Draft(
        "quoted_after", (cue.at, cue.last), cue.lemma, subject, ((at, last),), None, detail
    )


def _inverted(site: Site) -> Subject | None:
    """As in "Said Souza: “…”": the cue opens the sentence."""
    cue = site.cue
    if (
        cue.at > 1
        or site.sk.tags[: cue.at] not in {"", "C", "A"}
        or not cue.kinds & {"say", "quote"}
    ):
        return None
    last = right_end(site.sk, cue.last + 1, site.final)
    if last is None or letter(site, last + 1) not in {",", ":"} or letter(site, last + 2) != "Q":
        return None
    return Subject(cue.last + 1, last, "inverted")


def _told(site: Site, quote: int) -> bool:
    """As in "asked the crowd “…”": an addressee and nothing else between."""
    asks = "tell" in site.cue.kinds
    return asks and right_end(site.sk, site.cue.last + 1, quote) == quote - 1


def _speaks(site: Site, quote: int) -> bool:
    """Whether what stands between is an adjunct; after a colon anything may."""
    cue = site.cue
    if letter(site, quote - 1) == ":":
        return True
    saying = bool(cue.kinds & {"say", "tell", "quote", "that"})
    if quote == cue.last + 1:
        return saying and not reacting(cue)
    between = site.sk.tags[cue.last + 1 : quote - 1].partition("W")[0]
    return saying and not any(tag in "VX;" for tag in between) and between.count(",") <= 5
