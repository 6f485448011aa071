"""Description: the noun phrase behind which a relative or a participle tells more of it."""

from timeline.reading.lexicons import words
from timeline.reading.speakers.adjuncts import back
from timeline.reading.speakers.phrases import NOMINAL, left_end, right_end
from timeline.reading.text.classes import verb_forms
from timeline.reading.text.skeleton import Skeleton

Items = tuple[int, int]


def described(sk: Skeleton, at: int, limit: int) -> Items | None:
    """The phrase that a participle at `at` describes: "figures reported on Sunday suggest"."""
    if at <= limit or sk.tags[at] not in "Vg" or verb_forms().get(sk.low[at], "d") not in "dg":
        return None
    end = at - 1
    first = left_end(sk, end, limit) if sk.tags[end] in NOMINAL else None
    if first is None or (first > limit and sk.tags[first - 1] in "SW"):
        return None
    return first, end


def phrase(sk: Skeleton, at: int, limit: int) -> Items | None:
    """The noun phrase that ends at `at`, without the participle and its place behind it."""
    if sk.tags[at] == "V":
        return described(sk, at, limit)
    first = left_end(sk, at, limit)
    if first is None:
        return None
    placed = first - 2 > limit and sk.tags[first - 1] == "I"
    return (described(sk, first - 2, limit) if placed else None) or (first, at)


def antecedent(sk: Skeleton, at: int, limit: int) -> Items | None:
    """The phrase that "who", "which" or "that" at an item takes up."""
    end = at - 1
    if end >= limit and sk.tags[end] == ",":
        end -= 1
    if (
        end > limit
        and sk.low[end] in words("words", "times")
        and sk.low[end - 1] in {"last", "this", "next", "earlier"}
    ):
        end -= 2
    end = back(sk, end, limit)
    if end > limit and sk.tags[end] == "V" and sk.tags[end - 1] in "nNR":
        end -= 1
    first = left_end(sk, end, limit) if end >= limit else None
    if first is not None and sk.low[at] == "who":
        first = _named(sk, first, end)
    return None if first is None else (first, end)


def _named(sk: Skeleton, first: int, end: int) -> int:
    """Who is meant by "who": a name, before the thing that it is in: "a response from Souza"."""
    start = end
    while start > first and sk.tags[start - 1] in "NR":
        start -= 1
    held = start > first and sk.tags[start - 1] == "I" and sk.tags[end] == "N"
    return start if held and "R" not in sk.tags[first:start] else first


def ahead(sk: Skeleton, at: int) -> Items | None:
    """The subject of the clause to come: "Noting that it was late, Souza left"."""
    while (at := sk.tags.find(",", at + 1)) >= 0:
        last = right_end(sk, at + 1)
        if last is not None and sk.tags[last + 1 : last + 2] in {"V", "X", "A"}:
            return at + 1, last
    return None
