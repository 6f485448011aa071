"""Coreference: the fullest name in the article that a speaker's mention refers to.

A last name goes to the full one, "the embassy" to the embassy named before, "the alliance" to what
the lexicon lets it mean, a pronoun to the nearest earlier speaker that it fits. What nothing fits
keeps its own words: an unknown speaker is kept verbatim, never guessed.
"""

from timeline.assertion import Kind
from timeline.reading.lexicons import load, words
from timeline.reading.speakers.apposition import behind
from timeline.reading.speakers.gender import gender_of
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.speakers.memory import Memory
from timeline.reading.speakers.ministries import seat_of, whole
from timeline.reading.speakers.names import name, parts
from timeline.reading.speakers.parts import Parts, only
from timeline.reading.speakers.registry import Entry, Registry
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton
from timeline.reading.values import Name

_NEAR = 1500
"""Code points within which a person who has not spoken may still be meant by "he"."""
_LATEST = 5
"""Speakers back to which "the company" reaches."""
_PERSON = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_BODIES = frozenset({"organisation", "unknown"})
_MANY = frozenset({"they", "their", "them", "themselves"})
_PLURAL = ("ers", "ors", "ists", "ians", "media")
"""What ends so is no single person, even with a capital at the head of a sentence."""
_OF_NOBODY_ELSE = ("-of-two", "-of-three", "-of-four", "-of-five", "-of-one", "year-old")
"""Descriptions that say nothing of a post: "the mother-of-two", "the 26-year-old"."""


def resolve(sk: Skeleton, who: Subject, known: Registry, memory: Memory) -> Name | None:
    """The name that the mention `who` refers to; None for a pronoun without an antecedent."""
    if who.first == who.last and sk.low[who.first] in _PERSON | _THING | _MANY:
        return _pronoun(sk, who, known, memory)
    taken = parts(sk, who.first, who.last)
    if taken is None:
        return None
    own = known.owned(sk, taken, name(sk, taken))
    if _describes(taken) and (called := behind(sk, who.last)):
        return _called(sk, called, own, known) or own
    tokens = tuple(sk.low[taken.name[0] : taken.name[1] + 1])
    proper = taken.kind == "person" or only(sk, *taken.name, "NIDG")
    meanings = load("names")["descriptions"].get(taken.head) if len(tokens) == 1 else None
    meant = _meant(meanings, own.span.start, known) if meanings else None
    if meant is None and taken.head == "ministry" and own.body is None:
        meant = whole(tokens, own.span.start, known, seat_of(sk, who)) or own
    if meant or proper:
        return meant or _fullest(own, tokens, known)
    definite = sk.low[who.first] in {"the", "this", "that", "these", "those"}
    held = None
    if definite and len(tokens) == 1:
        held = _holder(taken.head, own.span.start, known, memory) or _firm(taken.head, memory)
    found = held or _described(own, taken.head, len(tokens), known, definite=definite)
    if definite and found is own and _bridges(taken.head):
        return _person_before(own.span.start, known, memory) or own
    return found


def _bridges(head: str) -> bool:
    """Whether "the father-of-two" or "the backbencher" takes up somebody named before."""
    return head in words("names", "bridging") or head.endswith(_OF_NOBODY_ELSE)


def _person_before(at: int, known: Registry, memory: Memory) -> Name | None:
    """The person named last before an offset."""
    near = [entry.name for entry in known.near(at - _NEAR, at)]
    spoken = [one for one in memory.spoken if one.kind == "person" and one.span.start < at]
    return max([*near[:1], *spoken[-1:]], key=lambda one: one.span.start, default=None)


def _describes(taken: Parts) -> bool:
    """Whether a name may be set off behind it: "his lawyer", "The Transport Secretary"."""
    return taken.kind == "unknown" or taken.kind in {"office", "group"}


def _called(sk: Skeleton, items: tuple[int, int], own: Name, known: Registry) -> Name | None:
    """The name set off behind a description, in which role that one is: "his lawyer, Brandl,"."""
    taken = parts(sk, *items)
    if taken is None:
        return None
    tokens = tuple(sk.low[taken.name[0] : taken.name[1] + 1])
    found = _fullest(name(sk, taken), tokens, known)
    if own.kind == "group" or sk.low[items[1] - len(tokens)] in words("names", "sorts"):
        return found
    role = own.role or own.span
    if found.role is not None and sk.low[items[0]] not in words("roles", "courtesy"):
        role = found.role
    return found._replace(role=role, body=found.body or own.body, kind="person")


def _fullest(own: Name, tokens: tuple[str, ...], known: Registry) -> Name:
    """The longest name that contains these words, as last name, first name, or whole."""
    last = tokens[-1]
    whole = known_kind(" ".join(tokens)) not in {None, "person"}
    best, score = own, (-1, -1, -1)
    for entry in known.by_word.get(last, {}).values():
        if entry.tokens[-len(tokens) :] != tokens and entry.tokens[: len(tokens)] != tokens:
            continue
        called = entry.name.kind == "person" and entry.tokens[-1:] == tokens  # Mark Cuban
        if entry.tokens != tokens and not called and (whole or not _person(entry)):
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
    if entry.tokens[-1] in words("roles", "nouns"):
        return False  # "Trump Supporter" in a headline
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


def _holder(head: str, before: int, known: Registry, memory: Memory) -> Name | None:
    """Who was introduced in this role last: "the judge" is Judge Petra Hanakova."""
    for entry in known.near(before - _NEAR, before):
        role = entry.name.role
        if role and memory.copy[slice(*role)].lower().rpartition(" ")[2] == head:
            return entry.name
    return None


def _firm(head: str, memory: Memory) -> Name | None:
    """The body that spoke last: "the company", "the club"."""
    if head not in words("names", "bodies") or not memory.spoken:
        return None
    public = set(load("descriptions")["public"]["nouns"].split()) - {head}
    for spoken in memory.spoken[:-_LATEST:-1]:
        name = memory.copy[slice(*spoken.span)]
        if name[:1].isupper() and likely_kind(memory.copy, spoken) in _BODIES:
            if head == "union" or public.isdisjoint(name.lower().split()):
                return spoken
        elif likely_kind(memory.copy, spoken) != "person":
            return None
    return None


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
        if fits(low, spoken, memory):
            _remember(low, spoken, memory)
            return spoken
    if low in _PERSON:
        for entry in known.near(at - _NEAR + 1, at):
            if fits(low, entry.name, memory):
                _remember(low, entry.name, memory)
                return entry.name
    return None


def _gender(low: str) -> str:
    return "f" if low in {"she", "her", "herself"} else "m"


def fits(low: str, spoken: Name, memory: Memory) -> bool:
    """Whether a pronoun can mean it."""
    kind = likely_kind(memory.copy, spoken)
    if low in _PERSON:
        if kind not in {"person", "office"} and not _alone(memory.copy, spoken, kind):
            return False
        taken = memory.pronoun.get(spoken.span.start) or gender_of(memory.copy, spoken)
        return taken in {None, _gender(low)}
    if low in _MANY and kind == "office":
        return memory.copy[spoken.span.start].islower()  # "one employee" says it as "they"
    if low in _MANY:
        return kind in {"group", "organisation", "country", "media"}
    return kind not in {"person", "group", "office"}


def _alone(copy: str, spoken: Name, kind: Kind) -> bool:
    """Whether it is a last name alone, of whom nothing is known."""
    written = copy[slice(*spoken.span)]
    plain = not {" ", "."} & set(written) and not written.endswith(_PLURAL)
    return kind == "unknown" and written[:1].isupper() and plain


def likely_kind(copy: str, found: Name) -> Kind:
    """The kind of a name: as introduced, as the gazetteer has it, or as its form suggests."""
    if found.kind != "unknown":
        return found.kind
    written = copy[found.span.start : found.span.end]
    if known := known_kind(written.lower()):
        return known
    tokens = written.lower().split()
    if not words("names", "organisations").isdisjoint(tokens):
        return "organisation"
    proper = written[:1].isupper() and not written.isupper()
    return "person" if proper and 2 <= len(tokens) <= 4 else "unknown"


def _remember(low: str, spoken: Name, memory: Memory) -> None:
    if low in _PERSON:
        memory.pronoun[spoken.span.start] = _gender(low)
