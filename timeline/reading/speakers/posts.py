"""Posts of a place or a charge: "Ambassador to Japan Ann Roe", "Secretary of State Ann Roe"."""

from typing import NamedTuple

from timeline.reading.lexicons import words
from timeline.reading.speakers.bodies import body_end
from timeline.reading.speakers.gender import given
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.text.skeleton import Skeleton

Items = tuple[int, int]
_JOINTS = frozenset({"to", "of", "for", "in"})
_MINISTERS = frozenset({"minister", "secretary"})
"""Behind these a last name alone is one: "Secretary of State Roe", no "Director of Peace Now"."""


class Posting(NamedTuple):
    """A place or a charge and the name behind it, in items of their sentence, ends inclusive."""

    place: Items
    name: Items
    charge: bool = False
    """What the post is for, and no place: "State", "Foreign Affairs"."""


def posting(sk: Skeleton, post: int) -> Posting | None:
    """Where a post at item `post` is held, or what for, and by whom: "to Japan" and "Ann Roe"."""
    if sk.low[post + 1 : post + 2] == [] or sk.low[post + 1] not in _JOINTS:
        return None
    if (charged := _charged(sk, post)) is not None:
        return charged
    if sk.low[post].lower() not in words("roles", "accredited"):
        return None
    first = end = post + 2 + (sk.low[post + 2 : post + 3] == ["the"])
    while sk.tags[end : end + 1] == "N":
        end += 1
    if end - first < 2 or sk.low[end - 1] in words("names", "organisations"):
        return None
    begin = _name(sk, first, end, sure=sk.low[post + 1] == "to")
    return None if begin is None else Posting((first, begin - 1), (begin, end - 1))


def _charged(sk: Skeleton, post: int) -> Posting | None:
    """As in "Secretary of State for Defence Ann Roe": no place has to be known, nor the name."""
    if sk.low[post] not in words("roles", "charged"):
        return None
    at = post + 1
    while sk.low[at : at + 1] and sk.low[at] in {"of", "for", "and"}:
        end = _charge(sk, at + 1 + (sk.low[at + 1 : at + 2] == ["the"]))
        if end is None:
            return None
        at = end
    last = at + len(sk.tags[at:]) - len(sk.tags[at:].lstrip("N")) - 1
    known = words("names", "organisations") | words("roles", "titles")
    alone = last == at and sk.low[post] not in _MINISTERS
    if last < at or alone or sk.low[last] in known or sk.low[at] in known:
        return None
    return Posting((post + 2, at - 1), (at, last), charge=True)


def _charge(sk: Skeleton, first: int) -> int | None:
    """The item behind what a post has charge of; None if it is nothing, or but "National"."""
    charges, kinds = words("roles", "charges"), words("roles", "charge_kinds")
    end = first
    while sk.tags[end : end + 1] in {"N", "n"} and sk.low[end] in charges | kinds:
        end += 1
    return end if end > first and sk.low[end - 1] in charges else None


def _name(sk: Skeleton, first: int, end: int, *, sure: bool) -> int | None:
    """Where the name begins in a run of capitals that begins with a place; None: it has none."""
    named = [at for at in range(first + 1, end) if sk.low[at] in given()]
    known = [at for at in range(end - 1, first, -1) if known_kind(" ".join(sk.low[first:at]))]
    both = [at for at in known if at in named]
    whole = [at for at in known if sure and end - at > 1]
    return next(iter([*both, *named, *whole]), None)


def country(sk: Skeleton, post: int, last: int) -> Items | None:
    """Of what somebody is minister whose name ends at item `last`: "Ann Roe of Norland"."""
    if sk.low[last + 1 : last + 2] != ["of"] or sk.low[post] not in words("roles", "states"):
        return None
    if sk.low[last] in words("names", "organisations"):
        return None  # "Queen Ann University of Norland"
    first = last + 2 + (sk.low[last + 2 : last + 3] == ["the"])
    if sk.tags[first : first + 1] != "N":
        return None
    end = body_end(sk, first, len(sk.tags) - 1)
    return None if sk.tags[end + 1 : end + 2] in {"n", "R", "G"} else (first, end)


def holds(sk: Skeleton, at: int) -> bool:
    """Whether the name that ends at an item is that of who holds a post: "President Zarko Kral"."""
    if sk.low[at] in words("names", "organisations"):
        return False
    first = at
    while first and sk.tags[first - 1] in "NR":
        first -= 1
        if sk.low[first] in words("roles", "states"):
            return True
    return False
