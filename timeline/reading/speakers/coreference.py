"""Coreference: the fullest name in the article that a speaker's mention refers to.

A last name goes to the full one, "the embassy" to the embassy named before, "the alliance" to what
the lexicon lets it mean, a pronoun to the nearest earlier speaker that it fits. What nothing fits
keeps its own words: an unknown speaker is kept verbatim, never guessed.
"""

from dataclasses import dataclass, field

from timeline.assertion import Kind
from timeline.reading.lexicons import load
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.speakers.names import name, parts
from timeline.reading.speakers.registry import Entry, Registry
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton
from timeline.reading.values import Name

_NEAR = 1500
"""Code points within which a person who has not spoken may still be meant by "he"."""
_PERSON = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "them", "themselves"})


@dataclass(slots=True)
class Memory:
    """Who has spoken so far, the latest last, and which pronoun each person took."""

    copy: str = ""
    spoken: list[Name] = field(default_factory=list)
    pronoun: dict[int, str] = field(default_factory=dict)


def resolve(sk: Skeleton, who: Subject, known: Registry, memory: Memory) -> Name | None:
    """The name that the mention `who` refers to; None for a pronoun without an antecedent."""
    if who.first == who.last and sk.low[who.first] in _PERSON | _THING | _MANY:
        return _pronoun(sk, who, known, memory)
    taken = parts(sk, who.first, who.last)
    if taken is None:
        return None
    own = name(sk, taken)
    tokens = tuple(sk.low[taken.name[0] : taken.name[1] + 1])
    proper = taken.kind == "person" or all(
        sk.tags[i] in "NIDG" for i in range(taken.name[0], taken.name[1] + 1)
    )
    meanings = load("names")["descriptions"].get(taken.head) if len(tokens) == 1 else None
    if meanings and (found := _meant(meanings, own.span.start, known)):
        return found
    if proper:
        return _fullest(own, tokens, known)
    definite = sk.low[who.first] in {"the", "this", "that", "these", "those"}
    return _described(own, taken.head, len(tokens), known, definite=definite)


def _fullest(own: Name, tokens: tuple[str, ...], known: Registry) -> Name:
    """The longest name that contains these words, as last name, first name, or whole."""
    last = tokens[-1]
    whole = known_kind(" ".join(tokens)) not in {None, "person"}
    best, score = own, (-1, -1, -1)
    for entry in known.by_word.get(last, {}).values():
        if entry.tokens[-len(tokens) :] != tokens and entry.tokens[: len(tokens)] != tokens:
            continue
        if entry.tokens != tokens and (whole or not _person(entry)):
            continue
        told = (entry.name.role is not None) + (entry.name.body is not None)
        rank = (len(entry.tokens), told, -entry.at)
        if rank > score:
            best, score = entry.name, rank
    if best is not own and best.role is None and own.role is not None:
        return best._replace(role=own.role, body=best.body or own.body, kind="person")
    return best


def _person(entry: Entry) -> bool:
    """Whether a longer name may stand for a part of it: people's do, "Bank of China" does not."""
    return entry.name.kind == "person" or (
        entry.name.kind == "unknown" and 2 <= len(entry.tokens) <= 4 and "of" not in entry.tokens
    )


def _described(own: Name, head: str, size: int, known: Registry, *, definite: bool) -> Name:
    if size > 1 and own.body is not None:
        return own
    earlier = [e for e in known.before(head, own.span.start) if len(e.tokens) > size]
    if definite and size == 1 and earlier:
        told = [e for e in earlier if e.name.body is not None]
        return (told or earlier)[-1].name
    if definite and size == 1:
        named = known.by_word.get(head, {}).values()
        proper = [e for e in named if e.tokens[-1] == head and e.at < own.span.start]
        if proper:
            return proper[-1].name
    return own


def _meant(meanings: list[str], before: int, known: Registry) -> Name | None:
    for meaning in meanings:
        tokens = tuple(meaning.lower().split())
        for entry in known.by_word.get(tokens[-1], {}).values():
            if entry.tokens == tokens and entry.at < before:
                return entry.name
    return None


def _pronoun(sk: Skeleton, who: Subject, known: Registry, memory: Memory) -> Name | None:
    low = sk.low[who.first]
    at = sk.start[who.first]
    for spoken in reversed(memory.spoken[-8:]):
        if _fits(low, spoken, memory):
            _remember(low, spoken, memory)
            return spoken
    if low in _PERSON:
        named = [
            e.name
            for e in known.entries
            if e.name.kind == "person" and e.at < at and at - e.at < 1500
        ]
        for found in reversed(named):
            if _fits(low, found, memory):
                _remember(low, found, memory)
                return found
    return None


def _gender(low: str) -> str:
    return "f" if low in {"she", "her", "herself"} else "m"


def _fits(low: str, spoken: Name, memory: Memory) -> bool:
    kind = likely_kind(memory.copy, spoken)
    if low in _PERSON:
        taken = memory.pronoun.get(spoken.span.start)
        return kind in {"person", "office"} and taken in {None, _gender(low)}
    if low in _MANY:
        return kind in {"group", "organisation", "country", "media"}
    return kind not in {"person", "group", "office"}


def likely_kind(copy: str, found: Name) -> Kind:
    """The kind of a name: as introduced, as the gazetteer has it, or as its form suggests."""
    if found.kind != "unknown":
        return found.kind
    written = copy[found.span.start : found.span.end]
    if known := known_kind(written.lower()):
        return known
    size = len(written.split())
    proper = written[:1].isupper() and not written.isupper()
    return "person" if proper and size <= 4 else "unknown"


def _remember(low: str, spoken: Name, memory: Memory) -> None:
    if low in _PERSON:
        memory.pronoun[spoken.span.start] = _gender(low)
