"""The subject of a cue: the noun phrase to its left that speaks, however much stands between.

Between a subject and its verb may stand auxiliaries, adverbs, a time, an apposition, a relative or
participial clause, brackets. A verb without a subject of its own shares that of the verb before.
"""

from typing import NamedTuple

from timeline.reading.cues.find import Cue
from timeline.reading.lexicons import words
from timeline.reading.speakers.adjuncts import back
from timeline.reading.speakers.described import ahead, antecedent, phrase
from timeline.reading.speakers.listed import begin
from timeline.reading.speakers.phrases import left_end, right_end
from timeline.reading.text.skeleton import Skeleton

_FAR = 40
_ASIDES = 7
"""Commas that may stand between a subject and its verb."""


class Subject(NamedTuple):
    """Items of the mention, and how it was found."""

    first: int
    last: int
    how: str
    """As in "own", "apposition", "relative", "shared", "main"."""


def subject(sk: Skeleton, cue: Cue, shared: Subject | None, limit: int = 0) -> Subject | None:
    """Whose words the cue brings.

    Args:
        sk: the sentence.
        cue: the cue in it.
        shared: the subject of the cue before in this sentence.
        limit: the first item that may belong to the subject.
    """
    at = cue.at - 1
    if cue.form == "v":
        found = _controlled(sk, at)
        if found is None:
            return None
        at = found
    elif cue.form == "g" and not _progressive(sk, at):
        return _participle(sk, cue, shared, limit)
    at = back(sk, at, limit)
    if at < limit:
        return None
    return _at(sk, at, shared, limit)


def _controlled(sk: Skeleton, at: int) -> int | None:
    """Past "to" and a verb such as "went on"; None for an infinitive of purpose."""
    while at >= 0 and sk.tags[at] in "tA":
        at -= 1
    if at > 0 and sk.low[at] == "on":
        at -= 1
    return at - 1 if at >= 0 and sk.low[at] in words("words", "control") else None


def _progressive(sk: Skeleton, at: int) -> bool:
    while at >= 0 and sk.tags[at] == "A":
        at -= 1
    return at >= 0 and sk.tags[at] == "X"


def _participle(sk: Skeleton, cue: Cue, shared: Subject | None, limit: int) -> Subject | None:
    at = cue.at - 1
    while at >= limit and sk.tags[at] == "A":
        at -= 1
    if at >= limit and sk.low[at] in {"for", "of"}:
        return None
    if at >= limit and sk.tags[at] in "RN" and sk.low[at] not in words("names", "occasions"):
        first = left_end(sk, at, limit)
        if first is not None and shared is None:
            return Subject(first, at, "own")
    if shared:
        return shared._replace(how="shared")
    if at >= 0 and sk.tags[:at].strip("CSAI,"):
        return main(sk, cue.at)
    found = ahead(sk, cue.last)
    return Subject(*found, "ahead") if found else None


def plain(sk: Skeleton, at: int) -> Subject | None:
    """The subject right before a finite verb, for verbs that are no cues."""
    end = back(sk, at - 1, 0)
    return _at(sk, end, None, 0) if end >= 0 else None


def main(sk: Skeleton, before: int) -> Subject | None:
    """The subject of the main clause: the noun phrase before the first finite verb."""
    skip = 0
    for at in range(1, min(before, _FAR)):
        if at < skip or sk.tags[at] not in "VX":
            continue
        aside = sk.tags[at] == "V" and sk.tags[at - 1] == ","
        comma = sk.tags.find(",", at, min(before, _FAR)) if aside else -1
        if comma >= 0 and sk.tags[comma + 1 : comma + 2] in {"V", "X", "A"}:
            skip = comma
            continue
        end = back(sk, at - 1, 0)
        if end > 0 and sk.tags[end] == ",":
            found = _before_comma(sk, end, None, 0)
            if found:
                return found
            end = back(sk, end - 1, 0)
        return _at(sk, end, None, 0) if end >= 0 and sk.tags[end] in "NnRPDW)0" else None
    last = right_end(sk, 0, before)
    return None if last is None or sk.tags[0] not in "NRDP" else Subject(0, last, "main")


def _at(sk: Skeleton, at: int, shared: Subject | None, limit: int) -> Subject | None:
    """The subject whose last item, or whose aside behind it, ends at an item."""
    tag = sk.tags[at]
    if tag == "C" and (shared or at > limit):
        return shared._replace(how="shared") if shared else main(sk, at)
    if tag == ",":
        return _before_comma(sk, at, shared, limit)
    if tag in "-)":
        return _before_aside(sk, at, shared, limit)
    if tag == "W" or (tag == "S" and sk.low[at] == "that"):
        found = antecedent(sk, at, limit)
        return Subject(*found, "relative") if found else None
    found = phrase(sk, at, limit)
    return None if found is None else Subject(begin(sk, found[0], limit), found[1], "own")


def _before_aside(sk: Skeleton, at: int, shared: Subject | None, limit: int) -> Subject | None:
    if sk.tags[at] == "-":
        return _before_dash(sk, at, limit)
    at = _before_bracket(sk, at, limit)
    return _at(sk, at, shared, limit) if at >= limit else None


def _before_dash(sk: Skeleton, at: int, limit: int) -> Subject | None:
    """As in "Joyce — who is listed as an attorney — told": what stands between two dashes."""
    opened = sk.tags.rfind("-", max(limit, at - _FAR), at)
    if opened <= limit:
        return None
    end = opened - 1
    first = left_end(sk, end, limit)
    return None if first is None else Subject(first, end, "apposition")


def _before_bracket(sk: Skeleton, at: int, limit: int) -> int:
    opened = sk.tags.rfind("(", max(limit, at - 12), at)
    return opened - 1 if opened > limit else limit - 1


def _before_comma(sk: Skeleton, at: int, shared: Subject | None, limit: int) -> Subject | None:
    """As in "Biden, addressing the summit, emphasized": what is between two commas is skipped."""
    comma, nearest = at, None
    for _ in range(_ASIDES):
        comma = sk.tags.rfind(",", max(limit, at - _FAR), comma)
        if comma <= limit:
            break
        found = _apposed(sk, comma - 1, limit)
        if found and (found.first == limit or sk.tags[found.first - 1] in "SCQ-:;"):
            return found
        nearest = nearest or found
    if nearest or shared:
        return nearest or (shared._replace(how="shared") if shared else None)
    first = left_end(sk, at - 1, limit) if at > limit else None
    return None if first is None or not _begins(sk, first, limit) else Subject(first, at - 1, "own")


def _apposed(sk: Skeleton, end: int, limit: int) -> Subject | None:
    """The noun phrase before a comma, if a clause may begin with it."""
    if sk.tags[end] not in "NRnP)" or sk.low[end] in words("words", "times"):
        return None
    if sk.tags[end] == ")":
        end = _before_bracket(sk, end, limit)
    first = left_end(sk, end, limit)
    return (
        None
        if first is None or not _begins(sk, first, limit)
        else Subject(first, end, "apposition")
    )


def _begins(sk: Skeleton, first: int, limit: int) -> bool:
    """Whether a clause may begin here."""
    if first == limit:
        return True
    before = sk.tags[first - 1]
    if before == ",":
        # An apposition itself ("Sanders, a senator from Vermont, said") begins with an article.
        apposed = sk.tags[first] == "D" and first - 2 >= limit and sk.tags[first - 2] in "N)"
        return not apposed
    return before in "SCQ-:;(A"
