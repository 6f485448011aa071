"""Noun phrases: where the one that ends, or begins, at an item has its other end."""

from timeline.reading.text.skeleton import Skeleton

NOMINAL = frozenset("NnR0")
_INSIDE = frozenset(
    {
        "of",
        "for",
        "in",
        "at",
        "from",
        "with",
        "on",
        "to",
        "against",
        "about",
        "under",
        "over",
        "toward",
        "towards",
        "between",
        "like",
        "including",
    }
)
"""Prepositions that join a noun phrase to what is before it."""
_LONGEST = 40
"""Items that a noun phrase may have: what is longer is no speaker, and the time stays linear."""


def left_end(sk: Skeleton, at: int, limit: int = 0) -> int | None:
    """The first item of the noun phrase whose last item is `at`, or None where there is none."""
    tags = sk.tags
    if at < limit or at < 0:
        return None
    if tags[at] in "PO":
        return at
    if tags[at] not in NOMINAL and tags[at] not in "DG":
        return None
    first = at
    limit = max(limit, at - _LONGEST)
    while first > limit and _extends(sk, first, limit):
        first -= 1
    return _whole(sk, first, at)


def _extends(sk: Skeleton, first: int, limit: int) -> bool:
    """Whether the item before `first` belongs to the phrase as well."""
    tags = sk.tags
    before, here = tags[first - 1], tags[first]
    if here == "D":
        return before in "D0" or (
            before in "It" and sk.low[first - 1] in _INSIDE and _noun_before(sk, first - 1, limit)
        )
    if before in "NnR0GD":
        return True
    if before in "It":
        return sk.low[first - 1] in _INSIDE and _noun_before(sk, first - 1, limit)
    if before in "VgT":
        return _adjectival(sk, first - 1, limit)
    if before == "A":
        return first - 2 >= limit and tags[first - 2] in "D0"
    return before == "C" and _two_charges(sk, first - 1, limit)


def _noun_before(sk: Skeleton, at: int, limit: int) -> bool:
    return at - 1 >= limit and (
        sk.tags[at - 1] in "NnR0" or (sk.tags[at - 1] == "D" and sk.low[at] == "of")
    )


def _two_charges(sk: Skeleton, at: int, limit: int) -> bool:
    """The "and" of a post with two charges: "commissioner for peace and security"."""
    role = at - 3 >= limit and sk.tags[at - 3] == "R" and sk.low[at - 2] in {"for", "of"}
    return role and sk.low[at] == "and" and sk.tags[at - 1] == "n" == sk.tags[at + 1]


def _adjectival(sk: Skeleton, at: int, limit: int) -> bool:
    """A participle or a day before a noun: "a recently released poll", "a Wednesday editorial"."""
    if sk.tags[at] == "T":
        return at - 1 >= limit and sk.tags[at - 1] == "D" and sk.tags[at + 1] in "nRN"
    low = sk.low[at]
    if not low.endswith(("ed", "ing")):
        return False
    before = sk.tags[at - 1] if at - 1 >= limit else "."
    return before in "D0" or (before == "A" and at - 2 >= limit and sk.tags[at - 2] in "D0")


def _whole(sk: Skeleton, first: int, last: int) -> int | None:
    """The phrase without what cannot begin it; None if nothing is left."""
    while first <= last and sk.tags[first] in "GAIt":
        first += 1
    if not sk.tags[first : last + 1].strip("D0AG"):
        return first if first <= last and sk.tags[first] in "D0" and sk.tags[last] in "D0" else None
    return first


def right_end(sk: Skeleton, at: int, limit: int | None = None) -> int | None:
    """The last item of the noun phrase that begins at `at`, or None where none does."""
    tags = sk.tags
    size = len(tags) if limit is None else limit
    if at >= size:
        return None
    if tags[at] in "PO":
        return at
    if (
        tags[at] not in "NnR0D"
        and tags[at : at + 2] != "TG"
        and not (tags[at] == "A" and at + 1 < size and tags[at + 1] in "nNR")
    ):
        return None
    last = at
    stop = min(size, at + _LONGEST)
    while last + 1 < stop and _continues(sk, last + 1, stop):
        last += 1
    while last > at and tags[last] in "GDItA":
        last -= 1
    return last if tags[at : last + 1].strip("DA") else None


def _continues(sk: Skeleton, at: int, stop: int) -> bool:
    tag = sk.tags[at]
    following = sk.tags[at + 1] if at + 1 < stop else "."
    if tag in "NnR0G":
        return True
    if tag == "D":
        return sk.tags[at - 1] in "DI" or sk.low[at - 1] in _INSIDE
    if tag in "It":
        return (
            sk.low[at] in {"of", "for", "in", "at", "from", "to"}
            and following in "NRDn0"
            and sk.tags[at - 1] in "NnR"
        )
    if tag in "VgT":
        return sk.tags[at - 1] in "D0" and following in "nRN"
    return False
