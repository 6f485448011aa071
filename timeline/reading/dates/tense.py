"""Whether the clause around an expression looks ahead or back."""

import re

from timeline.reading.dates.words import TENSE, any_of

REACH = 100
NOT_PAST = any_of(TENSE["not_past"])
CUE = re.compile(
    # a participle after "will be" or "should have" belongs to the future
    rf"(?<![a-z])(?:(?P<future>{any_of(TENSE['future'])})(?![a-z])"
    r"(?: (?:not|also|be|have|been|then|still|probably|likely|to|soon|only|now|again|formally))*"
    r"(?: [a-z]{1,14}(?:ed|en)(?![a-z]))?"
    rf"|(?P<past>{any_of(TENSE['past'])}|(?!{NOT_PAST}(?![a-z]))[a-z]{{2,14}}ed)(?![a-z]))"
)
AHEAD = re.compile(
    r"[ ,]{1,2}(?:[a-z.'-]{1,14} ){0,7}?(?:will|is due|are due|is scheduled"
    r"|are scheduled|is expected|are expected|is set|are set|is to|are to)(?![a-z])"
)
SAYING = re.compile(
    r"(?<![a-z])(?:said|told|announced|added|reported|says)(?: [a-z]{1,12}){0,2}?"
    r"(?:,? on| late| early)? $"
)
UNTIL = re.compile(
    r"[a-z] {1,4}(?:until|till) (?:at least |late |early |noon |midnight |the )?"
    r"(?:[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.? (?:[a-z]{2,4} )?)?$"
)
NOUN = re.compile(
    r"(?<![a-z])(?:the|an?|th(?:is|at)|its|their|his|her|no|[a-z]+'s?) (?:plans?|hopes?)$"
)
"""No verb: "learned of the plan on January 20"."""
STOPS = re.compile(r"[.!?]['\")]* |,['\"]+ |\x1f|; |: ")
"""Behind these another clause looks ahead or back: also behind a quote that ends."""


def looks_ahead(low: str, start: int, end: int) -> bool:
    """Whether the nearest cue of tense before the expression is one of the future.

    Looks at most 100 code points back, within the sentence, and a few words on.
    """
    left = low[max(0, start - REACH) : start]
    for stop in STOPS.finditer(left):
        cut = stop.end()
        if not (stop[0] == ". " and _abbreviated(left, stop.start())):
            left = " " * cut + left[cut:]
    if UNTIL.search(left):
        return True
    if SAYING.search(left) or low.startswith("'s", end):
        return False
    last = None
    for cue in CUE.finditer(left):
        if not NOUN.search(left, 0, cue.end()):
            last = cue
    if last is not None:
        return last["future"] is not None
    return AHEAD.match(low, end) is not None


def _abbreviated(left: str, point: int) -> bool:
    """Whether a point ends an abbreviation ("U.S.", "Gen."), and so no sentence."""
    word = left[:point].rpartition(" ")[2]
    return "." in word or word in ABBREVIATED or len(word) == 1


ABBREVIATED = {"mr", "mrs", "ms", "dr", "gen", "gov", "sen", "rep", "st", "no", "vs", "lt", "col"}
ABBREVIATED |= {"jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "corp", "inc", "co"}
