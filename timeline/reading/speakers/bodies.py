"""Bodies: where the name of one ends, and the one that stands behind whose it is."""

from functools import cache

from timeline.reading.lexicons import load
from timeline.reading.text.skeleton import Skeleton


@cache
def _words(lexicon: str, table: str) -> frozenset[str]:
    return frozenset(load(lexicon)[table]["words"].split())


def after_of(sk: Skeleton, core: int, last: int) -> tuple[int, int] | None:
    """The body behind a head: "analysts at Corvin Bank"; where somebody only is, is none."""
    at = core + 1
    while at <= last and sk.tags[at] != "N":
        at += 1
    place = sk.low[at - 1] in {"in", "near"} or sk.low[at - 2 : at] in (
        ["in", "the"],
        ["near", "the"],
    )
    if at > last or (place and sk.low[core] not in _words("roles", "placed")):
        return None
    return at, body_end(sk, at, last)


def body_end(sk: Skeleton, at: int, last: int) -> int:
    """The last item of the body's name that begins at `at`: "University of Leeds"."""
    end = at
    while end < last:
        if sk.tags[end + 1] == "N":
            end += 1
        elif sk.tags[end + 2 : end + 3] == "N" and (
            (sk.tags[end + 1] == "I" and end + 2 <= last and _joins(sk, end))
            or (sk.tags[end + 1] == "G" and end + 2 <= last and _of_many(sk, end))
        ):
            end += 2
        else:
            break
    return end


def _joins(sk: Skeleton, at: int) -> bool:
    """Whether the name of a body goes on behind "of" or "for"."""
    organisation = sk.low[at] in _words("names", "organisations")
    return (sk.low[at + 1] == "of" and organisation) or (
        sk.low[at + 1] == "for" and (organisation or sk.low[at] in _words("names", "causes"))
    )


def _of_many(sk: Skeleton, at: int) -> bool:
    """Whether a genitive is part of a body's name: "Miners' Federation", "St Mary's Hospital"."""
    if sk.low[at + 2] not in _words("names", "organisations"):
        return False
    saint = at > 0 and sk.low[at - 1].rstrip(".") == "st"
    return (
        sk.low[at + 1] == "'"
        or saint
        or sk.low[at] in {"children", "women", "people", "king", "queen"}
    )
