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


def is_bare_participle(sk: Skeleton, cue: Cue) -> bool:
    """As in "Asked whether …, he", "When asked about it, he", "Souza, asked whether"."""
    if cue.form != "d" or cue.lemma != "ask":
        return False
    before = sk.low[cue.at - 1] if cue.at else ""
    opens = cue.at == 0 or sk.tags[cue.at - 1] == "," or before in {"when", "if", "once"}
    return opens and sk.tags[cue.last + 1 : cue.last + 2] in {"S", "I", "W"}
