"""A role before a name, and whose it is: "Chinese Foreign Ministry spokesperson Wang Wenbin"."""

import re
from functools import cache

from timeline.assertion import Kind
from timeline.reading.lexicons import words
from timeline.reading.speakers.bodies import body_end
from timeline.reading.speakers.gender import given
from timeline.reading.speakers.parts import Parts
from timeline.reading.speakers.posts import country, posting
from timeline.reading.text.skeleton import Skeleton

_MOOD = re.compile(r"(?:ed|ing|ful|ous|less)$|^angry$")
"""How somebody feels, with a capital only because the sentence begins: "Furious"."""


def title(sk: Skeleton, first: int, core: int) -> int | None:
    """The last word of a role before a name, if one stands there."""
    if sk.tags[core] != "N":
        return None
    begin = first + len(sk.tags[first : core + 1].rstrip("N"))
    if sk.low[core] in words("names", "organisations") and (
        begin == first or _office(sk, begin, core)
    ):
        return None  # "National Teaching Union" is a name whole, and "Greece's Defence Ministry"
    found = None
    for at in range(max(first, begin - 1), core):
        if _posts(sk, first, at):
            found = at
            break
    if found is None and begin == first == 0 < core - 1 and sk.low[1] in given():
        return None if sk.low[0] in given() else 0  # "Partner Simon Deller"
    if found is None:
        return _noun_before_name(sk, first, core)
    found = _onward(sk, found, core)
    at = found + 1
    while at < core and _heads(sk, at):
        at += 1
    named = found + 1 < at < core and (sk.tags[found] == "N" or found == first)
    behind = named and sk.low[at].rstrip(".") in words("roles", "titles")
    return _onward(sk, at, core) if behind else found  # "State Department Spokesman Ann Roe"


def _heads(sk: Skeleton, at: int) -> bool:
    """Whether an item ends the name of a body, and begins no title: no "Press Secretary"."""
    low = sk.low[at]
    return low in words("names", "organisations") and low not in words("roles", "titles")


def _onward(sk: Skeleton, at: int, core: int) -> int:
    """The last word of a title that goes on before a name: "Deputy" of "Deputy Prime Minister"."""
    while at + 1 < core and sk.low[at + 1].rstrip(".") in words("roles", "titles"):
        at += 1
    return at


def _office(sk: Skeleton, begin: int, core: int) -> bool:
    """Whether what a genitive owns is an office, and no person: "Spain's Chancellor Ana Court"."""
    return sk.tags[begin - 1] == "G" and given().keys().isdisjoint(sk.low[begin:core])


def _posts(sk: Skeleton, first: int, at: int) -> bool:
    """Whether an item says what the name behind it is: no plural, "Doctors Without Borders"."""
    low = sk.low[at]
    if low in words("roles", "groups") or low.endswith("ors"):
        return False
    title = low.rstrip(".") in words("roles", "titles") and sk.tags[at] != "I"
    return title or sk.tags[at] == "R" or (at == first and _bridges(sk, at))


def _bridges(sk: Skeleton, at: int) -> bool:
    """Whether a noun says who somebody is: "Dane Ute Kern", and no "German Ambassador Ute Kern"."""
    if sk.low[at] not in words("names", "bridging"):
        return False
    posted = sk.low[at + 1].rstrip(".") in words("roles", "titles")
    return not posted or sk.low[at] in words("names", "partisans")


def _noun_before_name(sk: Skeleton, first: int, core: int) -> int | None:
    """A common noun right before a name says what it is: "soap queen Lola Marsh"."""
    at = core
    while at > first and sk.tags[at] == "N":
        at -= 1
    plural = sk.low[at].endswith("s") and not sk.low[at].endswith("ss")
    if at == core or sk.tags[at] != "n" or plural:
        return None
    return at if core - at > 1 or sk.low[at] in words("names", "sorts") else None


def titled(sk: Skeleton, first: int, last: int, core: int) -> Parts:
    """A person behind a role whose last word stands at `last`."""
    if sk.low[last] in words("names", "sorts"):
        medium = sk.low[last] in words("names", "media")
        kind = "media" if medium else kind_of(sk, core)
        return Parts((last + 1, core), None, None, kind, sk.low[core])
    start = role_start(sk, first, last)
    body = before_role(sk, first, start) or employer(sk, core) or country(sk, last, core)
    if body is None and (split := _body(sk, start, last)) < last:
        body, start = (start, split), split + 1
    post = last
    while post > start and sk.low[post] in words("roles", "courtesy"):
        post -= 1
    role = (start, last if sk.low[post] in words("roles", "courtesy") else post)
    return Parts((last + 1, core), role, body, "person", sk.low[core])


def posted(sk: Skeleton, first: int, post: int) -> Parts | None:
    """A person behind a post and where it is held, or what for: "U.S. Ambassador to Japan Roe"."""
    found = posting(sk, post)
    if found is None:
        return None
    start = role_start(sk, first, post)
    body = before_role(sk, first, start)
    of = body is None and sk.low[post + 1] == "of" and not found.charge
    role = (start, post if of else found.place[1])
    return Parts(found.name, role, found.place if of else body, "person", sk.low[found.name[1]])


def role_start(sk: Skeleton, first: int, last: int) -> int:
    """Where the role begins whose last word stands at `last`."""
    start = last
    roles, organs = words("roles", "titles"), words("names", "organs")
    while start > first and (
        sk.tags[start - 1] == "n"
        or sk.low[start - 1].rstrip(".") in roles
        or sk.low[start - 1] in organs
    ):
        start -= 1
    return start


def before_role(sk: Skeleton, first: int, start: int) -> tuple[int, int] | None:
    """Whose role it is, as it stands before the role: "Chinese", "NATO's"; no "Furious"."""
    last = start - 1
    if last >= first and sk.tags[last] == "G":
        last -= 1
    mood = first == last == 0 and _MOOD.search(sk.low[0])
    if last < first or mood or sk.low[last] in words("names", "contests"):
        return None
    return first, last


def _body(sk: Skeleton, start: int, last: int) -> int:
    """The last word of the body that a role begins with; `last` where it begins with none.

    As in "Foreign Ministry spokesperson", and "Justice Department Spokesperson" in capitals.
    """
    if sk.low[start] == "shadow":
        return last
    split = next((at for at in range(last - 1, start, -1) if _heads(sk, at)), last)
    if split == last and sk.tags[start] == "N" and sk.low[start] in words("names", "organs"):
        while split > start and sk.tags[split] == "R":
            split -= 1
    return split


def employer(sk: Skeleton, core: int) -> tuple[int, int] | None:
    """Whose a person is who is introduced by no more: "Ann Roe of Fjord Commodities"."""
    first = core + 2
    if core < 1 or sk.low[core - 1] not in given() or sk.low[core + 1 : core + 2] != ["of"]:
        return None
    first += sk.low[first : first + 1] == ["the"]
    if sk.tags[first : first + 1] != "N":
        return None
    end = body_end(sk, first, len(sk.tags) - 1)
    return (first, end) if end > first else None


def kind_of(sk: Skeleton, core: int) -> Kind:
    """What a name is by its last word; unknown where that tells nothing."""
    return _kinds().get(sk.low[core], "unknown")


@cache
def _kinds() -> dict[str, Kind]:
    """What a name is by its last word: "Bank", "Post"."""
    found: dict[str, Kind] = dict.fromkeys(words("names", "organisations"), "organisation")
    found |= dict.fromkeys(words("names", "occasions"), "occasion")
    return found | dict.fromkeys(words("names", "media"), "media")
