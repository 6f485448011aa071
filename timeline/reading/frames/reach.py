"""Reach: how far the clause goes that a cue brings: to the next predicate, or a concession."""

from timeline.reading.cues.find import Cue
from timeline.reading.frames.voice import is_bare_participle
from timeline.reading.lexicons import words
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.speakers.subject import subject
from timeline.reading.text.skeleton import Skeleton

_CONCESSIVE = frozenset(
    {"while", "although", "though", "whereas", "despite", "but", "even", "especially"}
)

_TELLING = frozenset({"say", "that", "tell"})

_MEASURE = 4
"""Words at most that tell how long after something: "just over two weeks after"."""

_AGAIN = frozenset({"he", "she"})
"""Whoever speaks goes on: "argued that it could not, and he urged China to"."""


def reach(sk: Skeleton, cue: Cue, following: list[Cue], final: int) -> int:
    """Where the clause after a cue ends: at a semicolon, or where the next predicate begins."""
    stop = final
    semicolon = sk.tags.find(";", cue.last + 1, final)
    if semicolon >= 0:
        stop = semicolon
    for other in following:
        if other.at >= stop:
            break
        if (end := _sibling(sk, other, cue.last + 1)) is not None:
            stop = min(stop, end)
    begins_under, aside = _under(sk, cue), _in_aside(sk, cue)
    at = cue.last + 2
    while (at := sk.tags.find(",", at, stop)) >= 0:
        if (begins_under and _predicated(sk, at + 1, stop)) or _parted(
            sk, at + 1, stop, aside=aside
        ):
            return at
        if _passed_on(sk, at + 1 + (sk.low[at + 1 : at + 2] == ["as"]), stop, following):
            return at
        at += 1
    return stop


def _parted(sk: Skeleton, at: int, stop: int, *, aside: bool) -> bool:
    """Whether behind a comma a concession, another time or the main verb behind an aside comes."""
    if at >= stop:
        return False
    if aside and sk.tags[at] in "VX":
        return True
    return sk.low[at] in _CONCESSIVE or sk.low[at] == "according" or _apart(sk, at, stop)


def _apart(sk: Skeleton, first: int, stop: int) -> bool:
    """Whether it is told how long after or before something else: ", two days after Spain said"."""
    for at in range(first + 1, min(first + _MEASURE + 1, stop)):
        if sk.low[at] in {"after", "before"}:
            return sk.low[at - 1] in words("words", "times")
        if sk.tags[at] in "VXP,":
            return False
    return False


def _passed_on(sk: Skeleton, first: int, stop: int, following: list[Cue]) -> bool:
    """Whether somebody tells it, to the end: ", as Reuters reported", ", an envoy said Friday"."""
    last = right_end(sk, first, stop)
    told = next((cue for cue in following if last is not None and cue.at > last), None)
    if last is None or told is None or told.form not in "dz" or not told.kinds & _TELLING:
        return False
    if sk.tags[last + 1 : told.at].strip("XACN") or "," in sk.tags[told.last : stop]:
        return False
    behind = sk.tags[told.last + 1 : stop]
    adjunct = not behind or behind[0] in "ITAg" or "tell" in told.kinds
    return adjunct and not {*"VXQ"} & {*behind}


def _under(sk: Skeleton, cue: Cue) -> bool:
    """Whether the cue stands in a clause before the main one, no "As Souza noted, "."""
    if sk.low[0] == "as" and sk.tags[cue.last + 1 : cue.last + 2] == ",":
        return False
    opens = cue.form == "g" and not sk.tags[: cue.at].strip("CSAI")
    return sk.tags[0] == "S" or sk.tags[:2] == "CS" or cue.at == 0 or opens or _apart(sk, 0, cue.at)


def _in_aside(sk: Skeleton, cue: Cue) -> bool:
    """Whether the cue stands in an aside, behind which the main verb is still to come."""
    at = cue.at - 1
    while at > 0 and sk.tags[at] in "AX":
        at -= 1
    if at <= 0 or sk.tags[at] == "W":
        return at > 0
    return sk.tags[at] == "," and (cue.form == "g" or is_bare_participle(sk, cue))


def _predicated(sk: Skeleton, at: int, stop: int) -> bool:
    """Whether a clause with subject and verb begins here."""
    last = right_end(sk, at, stop)
    return last is not None and sk.tags[last + 1 : last + 2] in {"V", "X"}


def _sibling(sk: Skeleton, other: Cue, first: int) -> int | None:
    """The item where a coordinated or participial predicate begins, if `other` is one."""
    at = other.at - 1
    while at > first and sk.tags[at] in "AX":
        at -= 1
    if at < first or (at == first and not (sk.tags[at] == "," and other.form == "g")):
        return None
    if at - 2 > first and other.form in "zd" and _again(sk, at):
        return at - 2
    clausal = sk.low[other.last + 1 : other.last + 2] == ["that"]
    joins = clausal or sk.tags[at - 1] != "V" or sk.tags[at - 2] == "X"
    if sk.low[at] in {"and", "but"} and joins:
        if other.form == "b" or (other.form == "z" and sk.tags[at - 1] in "vV"):
            return None
        return at - 1 if sk.tags[at - 1] == "," else at
    if sk.tags[at] == "," and (other.form == "g" or (other.form == "d" and _finite(sk, other))):
        return at
    by = other.form == "d" and sk.low[other.last + 1 : other.last + 2] == ["by"]
    return _suffered(sk, at, first) if by else _main_clause(sk, other, first)


def _suffered(sk: Skeleton, at: int, first: int) -> int | None:
    """As in ", a stance backed by X"."""
    begins = left_end(sk, at, first)
    return begins - 1 if begins and sk.tags[begins - 1] == "," else None


def _again(sk: Skeleton, at: int) -> bool:
    """Whether a new clause has who speaks for its subject: ", and he"."""
    joined = sk.low[at - 1] in {"and", "but"} and sk.tags[at - 2] == ","
    return joined and sk.low[at] in _AGAIN


def _finite(sk: Skeleton, other: Cue) -> bool:
    """As in ", praised X", not ", perceived as a threat by Russia, "."""
    after = sk.tags[other.last + 1 : other.last + 2]
    return after not in {"I", "t", "T", "S"} or (other.at > 0 and sk.tags[other.at - 1] in "AX")


def _main_clause(sk: Skeleton, other: Cue, first: int) -> int | None:
    """As in "While NATO is striving to …, France has …": the comma before the main clause."""
    if sk.tags[0] != "S" or other.form not in "zd":
        return None
    who = subject(sk, other, None, first)
    if who and who.how == "own" and who.first > first + 1 and sk.tags[who.first - 1] == ",":
        return who.first - 1
    return None
