"""Apposition: "Julianne Smith, the U.S. Ambassador to NATO,", "his lawyer, Viktor Brandl,"."""

from timeline.reading.lexicons import words
from timeline.reading.speakers.bodies import body_end
from timeline.reading.speakers.kinds import is_region
from timeline.reading.speakers.names import parts
from timeline.reading.speakers.parts import Parts
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.text.skeleton import Skeleton

_LEADS = frozenset(
    {
        "chairs",
        "leads",
        "heads",
        "runs",
        "founded",
        "directs",
        "represents",
        "chaired",
        "led",
        "headed",
    }
)


def apposed(sk: Skeleton, last: int) -> Parts | None:
    """Role and body from the phrase between commas after a name that ends at item `last`."""
    at = last + 1
    if sk.tags[at : at + 1] != ",":
        return None
    if sk.tags[at + 1 : at + 2] == "W":
        return _leading(sk, at + 1)
    end = _end(sk, at + 1)
    if end is None:
        return None
    first = at + 1
    while first <= end and sk.tags[first] in "D0A":
        first += 1
    head = _head(sk, first, end)
    if head is None:
        return None
    start = head
    while start > first and (
        sk.tags[start - 1] == "n" or sk.low[start - 1] in words("roles", "titles")
    ):
        start -= 1
    if start - 2 >= first and sk.tags[start - 2 : start] == "GR":
        start -= 1  # "Norland's army chief"
    owned = start > first and sk.tags[start - 1] in "NG"
    body = _of_a_region(sk, (first, start - 1)) if owned else _behind(sk, head, end)
    media = sk.low[head] in words("names", "media") or sk.low[head] in {
        "website",
        "outlet",
        "newspaper",
    }
    return Parts(
        (first, end),
        None if media else (start, head),
        body,
        "media" if media else "person",
        sk.low[head],
    )


def behind(sk: Skeleton, last: int) -> tuple[int, int] | None:
    """The name set off behind a description that ends at `last`: "his lawyer, Viktor Brandl,"."""
    tags = sk.tags
    first = end = last + 2
    if tags[last + 1 : last + 2] != ",":
        return None
    while tags[end : end + 1] in {"N", "n", "R"}:
        end += 1
    closed = tags[end : end + 1] in {",", ".", "", "("} and tags[end + 1 : end + 2] != "C"
    named = closed and end - first > 1 and tags[end - 1] == "N"
    return (first, end - 1) if named else None


def introducing(sk: Skeleton, first: int, last: int) -> Parts | None:
    """The description by commas before a name: "Iraq's oil minister" of one set off behind it."""
    if first < 2 or sk.tags[first - 1] != "," or behind(sk, first - 2) != (first, last):
        return None
    begin = left_end(sk, first - 2)
    taken = parts(sk, begin, first - 2) if begin is not None else None
    return taken if taken is not None and taken.kind == "office" else None


def _head(sk: Skeleton, first: int, end: int) -> int | None:
    """The role noun of the phrase: the last one before a preposition."""
    found = None
    for at in range(first, end + 1):
        if sk.tags[at] in "It":
            break
        if (
            sk.tags[at] == "R"
            or sk.low[at] in words("roles", "titles")
            or sk.low[at] in words("roles", "persons")
        ):
            found = at
    if found is not None and found < end and sk.tags[found + 1] in "Gn":
        return None  # "the country's largest farmers' lobby" is nobody's post
    return found


def _end(sk: Skeleton, at: int) -> int | None:
    """Where the phrase ends: "an economist with Capital Trends" is one."""
    end = right_end(sk, at)
    if end and sk.low[end + 1 : end + 2] == ["with"] and sk.tags[end + 2 : end + 3] == "N":
        return body_end(sk, end + 2, len(sk.tags) - 1)
    return end


def _of_a_region(sk: Skeleton, body: tuple[int, int]) -> tuple[int, int]:
    """Whose a post is for a part of the world: "Oxfam" of "Oxfam's Yemen director"."""
    first, last = body
    at = sk.tags.find("G", first, last + 1)
    if at <= first:
        return body
    part = " ".join(sk.low[at + 1 : last + 1])
    return (first, at - 1) if at == last or is_region(part) else body


def _leading(sk: Skeleton, at: int) -> Parts | None:
    """Whom somebody leads: "Mette Krogh, who chairs the Danish Epilepsy Society,"."""
    first = at + 2
    if sk.low[at] != "who" or not set(sk.low[at + 1 : first]) & _LEADS:
        return None
    first += sk.tags[first : first + 1] == "D"
    if sk.tags[first : first + 1] != "N":
        return None
    end = body_end(sk, first, len(sk.tags) - 1)
    return Parts((first, end), None, (first, end), "person", sk.low[end])


def _behind(sk: Skeleton, head: int, end: int) -> tuple[int, int] | None:
    at = head + 1
    while at <= end and sk.tags[at] != "N":
        at += 1
    if at > end or sk.low[head] in words("names", "partisans"):
        return None  # "a Republican from Ohio" speaks for neither
    return at, body_end(sk, at, end)
