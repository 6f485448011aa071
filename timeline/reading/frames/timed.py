"""When something was said, told without a preposition: "said two weeks ago that", "last month"."""

from collections.abc import Set as AbstractSet

from timeline.reading.frames.site import Site, letter, word
from timeline.reading.lexicons import words

AGO = frozenset({"ago"})
AWAY = AGO | {"earlier", "later", "before", "previously"}
_COUNTED = frozenset(
    {"few", "couple", "of", "and", "more", "less", "than", "about", "around", "same", "next"}
    | {"previous", "following"}
)
_NEAR = frozenset({"this", "last"})
_TURN = _NEAR | {"same", "next", "previous", "following"}
_LONGEST = 7
"""Words of how long ago: "more than two and a half years"."""


def timed(site: Site, first: int, away: AbstractSet[str]) -> int | None:
    """The item behind a time that begins at `first`; None if none does, or it owns something.

    `away`: what may tell how it is counted; only AGO where a clause may follow without "that",
    for one can begin with "two weeks later".
    """
    times = words("words", "times")
    for at in range(first, min(site.stop, first + _LONGEST)):
        if word(site, at) in times:
            if word(site, at + 1) in away:
                return at + 2
            turned = word(site, at - 1) in (_NEAR if away == AGO else _TURN)
            return at + 1 if turned and at > first and word(site, at + 1) != "'s" else None
        if letter(site, at) not in "AD0" and word(site, at) not in _COUNTED:
            return None
    return None
