"""What stands beside an owner, one rule a head: an embassy, a role, a group, a document, an office.

The rules are tried in the order of `RULES`, the narrowest first.
"""

import re
from functools import cache
from typing import NamedTuple, Protocol

from timeline.actors.entry import Entry
from timeline.actors.lexicon import lexicon, roles
from timeline.actors.offices import office, post
from timeline.actors.spelling import bare, fold

PLACE = re.compile(r"\s+(in|to|at)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
LONGEST = 5
"""Words in the longest phrase of the lexicon: "heads of state and government"."""
TITLE = 4
"""Words at most in what is the title of a document."""


class Composed(NamedTuple):
    """A canonical name, what kind of actor it is, and what it is part of; empty: of nothing."""

    name: str
    kind: str
    parent: str


class Known(Protocol):
    """Whom the rules ask for what is known."""

    def find(self, name: str) -> str | None:
        """The actor that a name means."""

    def entry(self, actor: str) -> Entry | None:
        """What the gazetteer says of an actor."""


class Parts(NamedTuple):
    """A name taken apart: "Chinese" · "embassy" · " in Washington"."""

    owner: str
    """Canonical."""
    kind: str
    label: str
    """The owner as it stands before its offices."""
    local: str
    """The same, but a city stays a city before what may be its own: "London" of "London police"."""
    head: str
    folded: str
    """The head, folded."""
    place: str
    known: Known


def joined(owner: str, rest: str, known: Known, written: str = "") -> Composed | None:
    """An owner and what stands beside it, put together by the first rule that knows the head.

    `written` is the city or palace by which the owner is named: "London" of "London police".
    """
    entry = known.entry(owner)
    head, place = placed(rest)
    kind, label = (entry.kind, entry.label) if entry else ("unknown", owner)
    parts = Parts(owner, kind, label, written or label, head, fold(head), place, known)
    return next((made for rule in RULES if (made := rule(parts))), None)


def placed(text: str) -> tuple[str, str]:
    """A name, and what follows from its first "in", "to" or "at" on."""
    found = PLACE.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def has_head(text: str) -> bool:
    """Whether a text ends with what can be a head."""
    return fold(text).rpartition(" ")[2] in _last_words()


def can_have_head(text: str) -> bool:
    """Whether a text has such a word at all: of most names this is all that is ever asked."""
    return not _last_words().isdisjoint(fold(text).split())


@cache
def _last_words() -> frozenset[str]:
    words = lexicon()
    phrases = words.members | words.collective | words.document | words.mission | words.office
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases | roles())


def _ending(folded: str, phrases: frozenset[str]) -> str:
    """The longest of these phrases that a text ends with; empty if it ends with none."""
    words = folded.split()
    for size in range(min(LONGEST, len(words)), 0, -1):
        if (phrase := " ".join(words[-size:])) in phrases:
            return phrase
    return ""


def _mission(parts: Parts) -> Composed | None:
    """The Chinese embassy in the US: the Chinese Embassy in Washington."""
    if not _ending(parts.folded, lexicon().mission):
        return None
    if not parts.place and parts.kind != "country":
        return None
    name = f"{parts.label} {parts.folded.title()}"
    return Composed(
        f"{name}{_where(parts, at_capital='embassy' in parts.folded)}", "office", parts.owner
    )


def _where(parts: Parts, *, at_capital: bool = False) -> str:
    """The place by its short name; a city stays as it is."""
    match = PLACE.match(parts.place)
    if match is None:
        return ""
    where, preposition = bare(parts.place[match.end() :]), match[1].lower()
    actor = parts.known.find(where)
    entry = parts.known.entry(actor) if actor else None
    if entry is None or fold(where) in map(fold, entry.seats):
        return f" {preposition} {where}"
    if entry.capital and at_capital:
        return f" in {entry.capital}"
    return f" {preposition} {entry.short or entry.name}"


def _posted(parts: Parts) -> Composed | None:
    """The Chinese ambassador to the US, unnamed."""
    if not parts.place or not _ending(parts.folded, roles()):
        return None
    return Composed(f"{parts.label} {parts.folded}{_where(parts)}", "person", parts.owner)


def _members(parts: Parts) -> Composed | None:
    """NATO allies: the member states of NATO; a state has none."""
    if parts.folded not in lexicon().members or parts.kind not in ("organisation", "group"):
        return None
    return Composed(f"{parts.label} member states", "group", parts.owner)


def _itself(parts: Parts) -> Composed | None:
    """Chinese officials, NATO's declaration: China and NATO themselves."""
    words = lexicon()
    group = _ending(parts.folded, words.collective)
    before = parts.folded.removesuffix(group).split()
    general = bool(group) and all(word in words.modifier for word in before)
    document = _ending(parts.folded, words.document) and len(parts.folded.split()) <= TITLE
    return Composed(parts.owner, parts.kind, "") if general or document else None


def _office(parts: Parts) -> Composed | None:
    """The Chinese Ministry of Foreign Affairs: the Chinese Foreign Ministry."""
    if not _ending(parts.folded, lexicon().office) and not parts.folded.startswith("ministry of "):
        return None
    label = _label(parts)
    return Composed(f"{label} {office(parts.head)}{parts.place}", "office", parts.owner)


def _holder(parts: Parts) -> Composed | None:
    """The Kremlin spokesman, unnamed: part of what the role is in."""
    role = _ending(parts.folded, roles())
    if not role:
        return None
    words, modifiers = parts.folded.split(), lexicon().modifier
    count = len(words) - len(role.split())
    while count and words[count - 1] in modifiers:
        count -= 1
    inner = None
    if count:
        inner = joined(parts.owner, " ".join(parts.head.split()[:count]), parts.known)
    name = f"{_label(parts)} {post(parts.head)}"
    if role in lexicon().private and parts.kind == "country":
        return Composed(name, "person", "")
    if inner and inner.parent:
        return Composed(f"{inner.name} {' '.join(words[count:])}", "person", inner.name)
    return Composed(name, "person", parts.owner)


def _label(parts: Parts) -> str:
    """A city's own court, or the ministry of the state that the city stands for."""
    return parts.label if lexicon().national & set(parts.folded.split()) else parts.local


RULES = (_mission, _posted, _members, _itself, _office, _holder)
