"""The registry: every name that an article introduces, found again by its words or its head."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.reading.lexicons import words
from timeline.reading.speakers.apposition import apposed, introducing
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.speakers.names import first_post, name, parts
from timeline.reading.speakers.parts import Parts, only
from timeline.reading.speakers.posts import posting
from timeline.reading.text.skeleton import Page, Skeleton
from timeline.reading.values import Name

_RUN = re.compile(r"[NnR](?:[NnR]|G(?=[NnR])|I(?=N)|ID(?=N))*")
MOST = 40
"""Names that are looked through for a mention, so that the time stays linear."""
_COMMON = frozenset({"the", "a", "an"})
_PARTISAN = frozenset({"democratic", "republican"})
"""Whole parties: "Democratic leaders" are of no "Democratic National Committee" or "Florida
Republican"."""


class Entry(NamedTuple):
    """A name in the registry."""

    name: Name
    tokens: tuple[str, ...]
    """Its words in lower case."""
    head: str
    at: int
    """Start of the name in the text."""
    definite: bool
    """A description ("the Chinese embassy"), not a proper name."""


@dataclass(slots=True)
class Registry:
    """Names by word and by head; filled once for an article, read only afterwards."""

    entries: list[Entry] = field(default_factory=list)
    people: list[Entry] = field(default_factory=list)
    by_word: dict[str, dict[tuple[str, ...], Entry]] = field(default_factory=dict)
    """Of each proper name the fullest introduction; at most `MOST` names for a word."""
    by_head: dict[str, list[Entry]] = field(default_factory=dict)
    first: dict[str, list[Entry]] = field(default_factory=dict)
    """Of the descriptions with a head each wording once, where it stands first; at most `MOST`."""
    since: dict[tuple[str, ...], int] = field(default_factory=dict)
    """Where a proper name stands first, be it in the headline."""

    def proper(self, entry: Entry) -> None:
        """Keep a name under its words, unless one like it told more."""
        self.since[entry.tokens] = min(entry.at, self.since.get(entry.tokens, entry.at))
        for word in entry.tokens:
            if word in _COMMON:
                continue
            named = self.by_word.setdefault(word, {})
            known = named.get(entry.tokens)
            if (known is None and len(named) < MOST) or (known and _told(entry) > _told(known)):
                named[entry.tokens] = entry

    def owned(self, sk: Skeleton, taken: Parts, value: Name) -> Name:
        """With its body's name in full: "the bank's", "Commission"; no body where nobody has it."""
        if taken.body is None:
            return value
        first, last = taken.body
        word, size = sk.low[last], last - first + 1
        body = word in words("names", "organisations") and size == 1
        titled = size == 2 and sk.low[first].rstrip(".") in words("roles", "titles")
        fuller = [
            entry
            for entry in self.by_word.get(word, {}).values()
            if entry.tokens[-1] == word
            and len(entry.tokens) > 1
            and (body or (titled and entry.name.kind == "person"))
        ]
        if not fuller and size == 1 and sk.tags[last] == "N":
            fuller = self._longer(word)[:1]
        if fuller:
            return value._replace(body=fuller[-1].name.span)
        known = sk.tags[last] == "N" or word == "police"
        return value if known else value._replace(body=None)

    def _longer(self, word: str) -> list[Entry]:
        """The names that begin or end with a word which nobody knows: "Rovers", "Brightline"."""
        return [
            entry
            for entry in self.by_word.get(word, {}).values()
            if len(entry.tokens) > 1
            and word in (entry.tokens[0], entry.tokens[-1])
            and entry.name.kind in {"unknown", "organisation", "person"}
            and known_kind(word) is None
            and (word not in _PARTISAN or entry.tokens[-1] == "party")
        ]

    def before(self, head: str, at: int) -> list[Entry]:
        """The last descriptions with a head before an offset, in the order of the text."""
        found = self.by_head.get(head, [])
        end = bisect_left(found, at, key=_at)
        return found[max(0, end - MOST) : end]

    def near(self, start: int, end: int) -> list[Entry]:
        """The people named between two offsets, at most `MOST` of them, the nearest first."""
        first = bisect_left(self.people, start, key=_at)
        last = bisect_left(self.people, end, key=_at)
        return self.people[max(first, last - MOST) : last][::-1]


def _at(entry: Entry) -> int:
    return entry.at


def _told(entry: Entry) -> int:
    return (entry.name.role is not None) + (entry.name.body is not None)


def registry(made: Page) -> Registry:
    """Every name of an article, in the order of the text; the body before headline and caption."""
    found = Registry()
    for sk in sorted(made.skeletons, key=lambda sk: sk.block != "body"):
        taken = 0
        for m in _RUN.finditer(sk.tags):
            run = m[0]
            if m.start() >= taken and ("N" in run or "R" in run):
                taken = _enter(found, sk, m.start(), m.end() - 1)
    found.people.sort(key=_at)
    for head, described in found.by_head.items():
        described.sort(key=_at)
        worded = {entry.tokens: entry for entry in reversed(described)}
        found.first[head] = sorted(worded.values(), key=_at)[:MOST]
    return found


def _enter(found: Registry, sk: Skeleton, first: int, last: int) -> int:
    """Know the names of a run; returns the item behind them, and behind "to Japan Ann Roe"."""
    for begin, run_end in _split(sk, first, last):
        taken = parts(sk, first_post(sk, begin), run_end)
        if taken is None:
            continue
        end = max(run_end, taken.name[1])
        last = max(last, end)
        proper = taken.kind == "person" or only(sk, *taken.name, "NIDG")
        value = name(sk, taken)
        if taken.body is not None:
            value = found.owned(sk, taken, value)
        if proper and (more := apposed(sk, end) or introducing(sk, begin, end)):
            if taken.role and sk.low[taken.role[0]].rstrip(".") in words("roles", "courtesy"):
                value = value._replace(role=None)  # "Mr" says less than the post behind it
            value = _with(value, found.owned(sk, more, name(sk, more)), more)
        tokens = tuple(sk.low[taken.name[0] : taken.name[1] + 1])
        entry = Entry(value, tokens, taken.head, value.span.start, not proper)
        found.entries.append(entry)
        if value.kind == "person":
            found.people.append(entry)
        _enter_body(found, sk, taken)
        if proper:
            found.proper(entry)
        else:
            found.by_head.setdefault(taken.head, []).append(entry)
    return last + 1


def _enter_body(found: Registry, sk: Skeleton, taken: Parts) -> None:
    """Know the organisation behind a description as well: "analysts at Corvin Bank"."""
    if taken.body is None or taken.body[0] == taken.body[1]:
        return
    if taken.kind != "person" and taken.body[0] <= taken.name[0]:
        return
    own = parts(sk, *taken.body)
    if own is not None and own.kind == "organisation":
        value, tokens = name(sk, own), tuple(sk.low[own.name[0] : own.name[1] + 1])
        entry = Entry(value, tokens, own.head, value.span.start, definite=False)
        found.proper(entry)
        found.entries.append(entry)


def _split(sk: Skeleton, first: int, last: int) -> list[tuple[int, int]]:
    """A genitive parts two names; "Russia's President Vladimir Putin" is whole for the second."""
    at = sk.tags.rfind("G", first, last)
    if at < 0:
        return [(first, last)]
    whole = last - at >= 2 or posting(sk, last) is not None
    return [(first, at - 1), (first if whole else at + 1, last)]


def _with(value: Name, extra: Name, more: Parts) -> Name:
    if value.role is not None and more.head in words("names", "partisans"):
        extra = extra._replace(body=None)  # "a Democrat from Easton" speaks for neither
    return value._replace(
        role=value.role or extra.role,
        body=value.body or extra.body,
        kind="person"
        if more.role and value.kind == "unknown"
        else value.kind
        if value.kind != "unknown"
        else extra.kind,
    )
