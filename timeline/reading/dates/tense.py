"""Whether the clause around an expression looks ahead or back."""

import re

from timeline.reading.dates.words import TENSE, any_of

REACH = 90
CUE = re.compile(
    rf"(?<![a-z])(?:(?P<future>{any_of(TENSE['future'])})"
    rf"|(?P<past>{any_of(TENSE['past'])}|[a-z]{{2,14}}[^e\W]ed))(?![a-z])"
)
AHEAD = re.compile(
    r"[ ,]{1,2}(?:[a-z]{1,12} ){0,3}?(?:will|is due|are due|is scheduled|are scheduled|"
    r"is expected|are expected|is set|are set|is to|are to)(?![a-z])"
)
SAYING = re.compile(r"(?<![a-z])(?:said|told|announced|added|reported|says)(?: [a-z]{1,12})?(?: on)? $")


def looks_ahead(low: str, start: int, end: int) -> bool:
    """Whether the nearest cue of tense before the expression is one of the future.

    Looks at most 90 code points back, within the sentence, and a few words on.
    """
    left = low[max(0, start - REACH) : start]
    for stop in (". ", '" ', "\x1f", "; "):
        if (cut := left.rfind(stop)) >= 0:
            left = left[cut + len(stop) :]
    if SAYING.search(left):
        return False
    last = None
    for cue in CUE.finditer(left):
        last = cue
    if last is not None:
        return last["future"] is not None
    return AHEAD.match(low, end) is not None
