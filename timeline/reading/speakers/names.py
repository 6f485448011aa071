"""A noun phrase as a name: whose it is, which role it gives, and the body of that role.

"Chinese Foreign Ministry spokesperson Wang Wenbin" is the name "Wang Wenbin" with the role
"Foreign Ministry spokesperson" of the body "Chinese"; "the Chinese embassy in Washington" is an
office whose name is the phrase itself.
"""

from functools import cache

from timeline.assertion import Kind
from timeline.reading.lexicons import words
from timeline.reading.speakers.bodies import after_of
from timeline.reading.speakers.gender import given, is_called
from timeline.reading.speakers.parts import Parts, only
from timeline.reading.speakers.phrases import left_end
from timeline.reading.speakers.posts import holds
from timeline.reading.speakers.titles import (
    before_role,
    employer,
    kind_of,
    posted,
    role_start,
    title,
    titled,
)
from timeline.reading.text.skeleton import Skeleton
from timeline.reading.values import Name, Span


def parts(sk: Skeleton, first: int, last: int) -> Parts | None:
    """Take the noun phrase from `first` to `last` apart; None where it names nobody."""
    both = _both(sk, first, last) if "C" in sk.tags[first:last] else None
    return both or _one(sk, first, last)


def _one(sk: Skeleton, first: int, last: int) -> Parts | None:
    tags = sk.tags
    while first <= last and (tags[first] in "D0GA," or sk.low[first].endswith("-based")):
        first += 1
    if first >= last:  # most are one word
        return (posted(sk, first, first) or _word(sk, first)) if first == last else None
    core = _core(sk, first, last)
    if (told := _owned(sk, first, core) or posted(sk, first, core)) is not None:
        return told
    role = title(sk, first, core)
    if role is not None and role < core:
        return titled(sk, first, role, core)
    if tags[core] == "N" and only(sk, first, core, "NIG"):
        return _proper(sk, first, core)
    if "C" in tags[first:core]:
        return Parts((first, core), None, None, "organisation", sk.low[core])
    return _described(sk, first, core, last)


def _both(sk: Skeleton, first: int, last: int) -> Parts | None:
    """One person with two posts: "Norland's President and Prime Minister Ann Roe"."""
    at = sk.tags.find("C", first + 1, last)
    if sk.low[at] != "and" or at <= first or not _is_post(sk, first, at - 1):
        return None
    taken = parts(sk, at + 1, last)
    if taken is None or taken.role is None or taken.role[0] != at + 1 or taken.kind != "person":
        return None
    start = role_start(sk, first, at - 1)
    body = before_role(sk, first, start) or taken.body
    return taken._replace(role=(start, taken.role[1]), body=body)


def first_post(sk: Skeleton, begin: int) -> int:
    """Where a phrase begins that goes on behind "and" at `begin`; that where none does."""
    if begin < 2 or sk.low[begin - 1] != "and" or sk.low[begin] not in words("roles", "titles"):
        return begin
    first = left_end(sk, begin - 2)
    return begin if first is None or not _is_post(sk, first, begin - 2) else first


def _is_post(sk: Skeleton, first: int, post: int) -> bool:
    """Whether a phrase is a post, and nobody with an article: "the King and Premier Ann Roe"."""
    capital = sk.tags[post] == "N" or first == 0
    named = sk.low[post] in words("roles", "charged") | words("roles", "states") | {"executive"}
    return capital and named and only(sk, first, post, "NGR")


def _word(sk: Skeleton, at: int) -> Parts | None:
    return _proper(sk, at, at) if sk.tags[at] == "N" else _described(sk, at, at, at)


def _owned(sk: Skeleton, first: int, core: int) -> Parts | None:
    """A person by whose he is: "Amnesty's Bob Fry"."""
    at = sk.tags.rfind("G", first, core)
    called = at > first and is_called(sk.low[at + 1 : core + 1])
    if not called or not only(sk, first, at - 1, "N") or not only(sk, at + 1, core, "N"):
        return None
    return Parts((at + 1, core), None, (first, at - 1), "person", sk.low[core])


def _core(sk: Skeleton, first: int, last: int) -> int:
    """The head: before the first preposition, unless the phrase is one proper name."""
    at, tags = first, sk.tags
    while at < last and (
        tags[at + 1] in "NnR0G"
        or (at + 2 <= last and tags[at] == "N" == tags[at + 2] and _goes_on(sk, at))
    ):
        at += 1
    if at < last and sk.low[at + 1] == "and" and only(sk, at + 2, last, "NG"):
        return last if sk.low[last] in words("names", "organisations") else at
    return at


def _goes_on(sk: Skeleton, at: int) -> bool:
    """Whether a name goes on behind "of" or "for": "Bank of China", "Department for Transport"."""
    if sk.low[at + 1] == "for":
        return sk.low[at] in words("names", "organisations") | words("names", "causes")
    if sk.low[at + 1] != "of" or sk.low[at] in words("roles", "titles") or holds(sk, at):
        return False
    return at == 0 or sk.low[at - 1] not in given()  # "Ann Roe of Fjord Commodities"


def _proper(sk: Skeleton, first: int, core: int) -> Parts | None:
    if sk.low[core] in words("names", "countless") and first == core:
        return None
    return Parts((first, core), None, employer(sk, core), kind_of(sk, core), sk.low[core])


@cache
def _sorts() -> dict[str, Kind]:
    """What a description means by its head: "spokesman", "embassy"."""
    found: dict[str, Kind] = dict.fromkeys(words("names", "organisations"), "organisation")
    found |= dict.fromkeys(words("roles", "persons"), "office")
    found |= dict.fromkeys(words("roles", "groups"), "group")
    return found | dict.fromkeys(
        words("roles", "documents") | words("names", "occasions"), "occasion"
    )


def _described(sk: Skeleton, first: int, core: int, last: int) -> Parts | None:
    """As in "Kremlin spokesman", "Chinese embassy in Washington", "member states of NATO"."""
    head = sk.low[core]
    if sk.tags[core] not in "nRN":
        return None
    body = _owner(sk, first, core) or after_of(sk, core, last)
    kind = _sorts().get(head, "unknown")
    if head.endswith("s") and kind != "occasion":
        kind = "group"
    role = (core, core) if kind == "group" else None
    if kind == "office":
        role = _post(sk, first if body is None or body[0] > core else body[1] + 1, core), core
    return Parts((first, last), role, body, kind, head)


def _post(sk: Skeleton, first: int, core: int) -> int:
    """Where a role begins: "sporting director" behind whose it is."""
    start = core
    while start > first and (
        sk.tags[start - 1] in "nR" or sk.low[start - 1].rstrip(".") in words("roles", "titles")
    ):
        start -= 1
    return start


def _owner(sk: Skeleton, first: int, core: int) -> tuple[int, int] | None:
    """Whose it is: before the genitive, "the group" of "the group's Czech director", or a name."""
    genitive = sk.tags.rfind("G", first, core)
    if genitive > first and sk.tags[genitive - 1] in "nR":
        return genitive - 1, genitive - 1
    start = end = sk.tags.find("N", first, core)
    if start < 0:
        return None
    while (
        end + 1 < core
        and sk.tags[end + 1] == "N"
        and sk.low[end + 1] not in words("names", "organs")
    ):
        end += 1
    while (
        end + 2 < core
        and sk.low[end + 1] == "for"
        and sk.tags[end + 2] == "N"
        and _goes_on(sk, end)
    ):
        end += 2
    return start, end


def name(sk: Skeleton, found: Parts) -> Name:
    """The value, in spans."""
    role, body = found.role, found.body
    return Name(
        _span(sk, found.name),
        _span(sk, role) if role else None,
        _span(sk, body) if body else None,
        found.kind,
    )


def _span(sk: Skeleton, items: tuple[int, int]) -> Span:
    return Span(sk.start[items[0]], sk.end[items[1]])
