"""A noun phrase as a name: whose it is, which role it gives, and the body of that role.

"Chinese Foreign Ministry spokesperson Wang Wenbin" is the name "Wang Wenbin" with the role
"Foreign Ministry spokesperson" of the body "Chinese"; "the Chinese embassy in Washington" is an
office whose name is the phrase itself.
"""

import re
from functools import cache
from typing import NamedTuple

from timeline.assertion import Kind
from timeline.reading.lexicons import load
from timeline.reading.speakers.bodies import after_of, body_end
from timeline.reading.speakers.gender import given
from timeline.reading.text.skeleton import Skeleton
from timeline.reading.values import Name, Span

_MOOD = re.compile(r"(?:ed|ing|ful|ous|less)$|^angry$")
"""How somebody feels, with a capital only because the sentence begins: "Furious"."""


class Parts(NamedTuple):
    """A noun phrase taken apart, in items of its sentence, ends inclusive."""

    name: tuple[int, int]
    role: tuple[int, int] | None
    body: tuple[int, int] | None
    kind: Kind
    head: str
    """The word by which a later "the embassy" means it."""


@cache
def words(lexicon: str, table: str) -> frozenset[str]:
    """The words of a lexicon's table, as a set."""
    return frozenset(load(lexicon)[table]["words"].split())


def only(sk: Skeleton, first: int, last: int, letters: str) -> bool:
    """Whether the items from `first` to `last` are of no other class than these letters."""
    return not sk.tags[first : last + 1].strip(letters)


def parts(sk: Skeleton, first: int, last: int) -> Parts | None:
    """Take the noun phrase from `first` to `last` apart; None where it names nobody."""
    tags = sk.tags
    while first <= last and (tags[first] in "D0GA," or sk.low[first].endswith("-based")):
        first += 1
    if first >= last:  # most are one word
        return _word(sk, first) if first == last else None
    core = _core(sk, first, last)
    if (owned := _owned(sk, first, core)) is not None:
        return owned
    title = _title(sk, first, core)
    if title is not None and title < core:
        return _titled(sk, first, title, core)
    if tags[core] == "N" and only(sk, first, core, "NIG"):
        return _proper(sk, first, core)
    if "C" in tags[first:core]:
        return Parts((first, core), None, None, "organisation", sk.low[core])
    return _described(sk, first, core, last)


def _word(sk: Skeleton, at: int) -> Parts | None:
    return _proper(sk, at, at) if sk.tags[at] == "N" else _described(sk, at, at, at)


def _owned(sk: Skeleton, first: int, core: int) -> Parts | None:
    """A person by whose he is: "Amnesty's Bob Fry"."""
    at = sk.tags.rfind("G", first, core)
    given_name = at > first and core - at > 1 and sk.low[at + 1] in given()
    if not given_name or not only(sk, first, at - 1, "N") or not only(sk, at + 1, core, "N"):
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
    if sk.low[at + 1] != "of" or sk.low[at] in words("roles", "titles"):
        return False
    return at == 0 or sk.low[at - 1] not in given()  # "Ann Roe of Fjord Commodities"


def _title(sk: Skeleton, first: int, core: int) -> int | None:
    """The last word of a role before a name, if one stands there."""
    if sk.tags[core] != "N":
        return None
    begin = first + len(sk.tags[first : core + 1].rstrip("N"))
    if begin == first and sk.low[core] in words("names", "organisations"):
        return None  # "National Teaching Union" is a name whole
    found = None
    for at in range(max(first, begin - 1), core):
        if _posts(sk, first, at):
            found = at
            break
    if found is None and begin == first == 0 < core - 1 and sk.low[1] in given():
        return None if sk.low[0] in given() else 0  # "Partner Simon Deller"
    if found is None:
        return _noun_before_name(sk, first, core)
    while found + 1 < core and (sk.low[found + 1].rstrip(".") in words("roles", "titles")):
        found += 1
    return found


def _posts(sk: Skeleton, first: int, at: int) -> bool:
    """Whether an item says what the name behind it is: no plural, "Doctors Without Borders"."""
    low = sk.low[at]
    if low in words("roles", "groups") or low.endswith("ors"):
        return False
    title = low.rstrip(".") in words("roles", "titles") and sk.tags[at] != "I"
    return title or sk.tags[at] == "R" or (at == first and low in words("names", "bridging"))


def _noun_before_name(sk: Skeleton, first: int, core: int) -> int | None:
    """A common noun right before a name says what it is: "soap queen Lola Marsh"."""
    at = core
    while at > first and sk.tags[at] == "N":
        at -= 1
    plural = sk.low[at].endswith("s") and not sk.low[at].endswith("ss")
    if at == core or sk.tags[at] != "n" or plural:
        return None
    return at if core - at > 1 or sk.low[at] in words("names", "sorts") else None


def _titled(sk: Skeleton, first: int, title: int, core: int) -> Parts:
    if sk.low[title] in words("names", "sorts"):
        return Parts((title + 1, core), None, None, _kind(sk, core), sk.low[core])
    start = title
    roles, organs = words("roles", "titles"), words("names", "organs")
    while start > first and (
        sk.tags[start - 1] == "n"
        or sk.low[start - 1].rstrip(".") in roles
        or sk.low[start - 1] in organs
    ):
        start -= 1
    body = _before_role(sk, first, start) or _employer(sk, core)
    if body is None and start < title and _is_body(sk, start):
        split = title
        while split > start and sk.tags[split] == "R":
            split -= 1
        if split < title:
            body, start = (start, split), split + 1
    post = title
    while post > start and sk.low[post] in words("roles", "courtesy"):
        post -= 1
    role = (start, title if sk.low[post] in words("roles", "courtesy") else post)
    return Parts((title + 1, core), role, body, "person", sk.low[core])


def _before_role(sk: Skeleton, first: int, start: int) -> tuple[int, int] | None:
    """Whose role it is, as it stands before the role: "Chinese", "NATO's"; no "Furious"."""
    last = start - 1
    if last >= first and sk.tags[last] == "G":
        last -= 1
    mood = first == last == 0 and _MOOD.search(sk.low[0])
    if last < first or mood or sk.low[last] in words("names", "contests"):
        return None
    return first, last


def _is_body(sk: Skeleton, at: int) -> bool:
    """Whether the first word of a role is its body as well: "Foreign Ministry spokesperson"."""
    organ = sk.low[at] in words("names", "organs") and sk.tags[at] == "N"
    return organ and sk.low[at] != "shadow"


def _proper(sk: Skeleton, first: int, core: int) -> Parts | None:
    if sk.low[core] in words("names", "countless") and first == core:
        return None
    return Parts((first, core), None, _employer(sk, core), _kind(sk, core), sk.low[core])


def _employer(sk: Skeleton, core: int) -> tuple[int, int] | None:
    """Whose a person is who is introduced by no more: "Ann Roe of Fjord Commodities"."""
    first = core + 2
    if core < 1 or sk.low[core - 1] not in given() or sk.low[core + 1 : core + 2] != ["of"]:
        return None
    first += sk.low[first : first + 1] == ["the"]
    if sk.tags[first : first + 1] != "N":
        return None
    end = body_end(sk, first, len(sk.tags) - 1)
    return (first, end) if end > first else None


def _kind(sk: Skeleton, core: int) -> Kind:
    return _kinds().get(sk.low[core], "unknown")


@cache
def _kinds() -> dict[str, Kind]:
    """What a name is by its last word: "Bank", "Post"."""
    found: dict[str, Kind] = dict.fromkeys(words("names", "organisations"), "organisation")
    found |= dict.fromkeys(words("names", "occasions"), "occasion")
    return found | dict.fromkeys(words("names", "media"), "media")


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
