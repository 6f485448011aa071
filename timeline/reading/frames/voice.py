"""Voice: whether a past participle stands in the passive."""

from timeline.reading.cues.find import Cue
from timeline.reading.text.skeleton import Skeleton

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


def is_passive(sk: Skeleton, cue: Cue) -> bool:
    """As in "was criticized", "has been widely condemned"; not "has criticized"."""
    if cue.form != "d":
        return False
    at = cue.at - 1
    while at >= 0 and (sk.tags[at] == "A" or sk.low[at] in {"not", "never"}):
        at -= 1
    return at >= 0 and sk.low[at] in _BE


def reacting(cue: Cue) -> bool:
    """What would be done “firmly” is not said: "it would respond “firmly”"."""
    return cue.lemma in {"respond", "react", "answer", "reply"} and cue.form in "bv"
