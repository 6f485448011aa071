"""Names made by rule: "the Chinese embassy in the US" is the Chinese Embassy in Washington.

A composed name has an owner that is known ("Chinese", "NATO’s") and a head that says what it is: an
office, a role, a group, a document. Resolving a composed name again gives the same name.
"""

import re
from functools import cache
from typing import NamedTuple, Protocol

from timeline.actors.entry import Entry
from timeline.actors.fold import bare, fold
from timeline.actors.introduced import LONGEST
from timeline.actors.lexicon import lexicon, roles

QUANTITY = re.compile(
    r"(?:(?:all|both|some|several|many|most|other|senior|top|high-ranking|unnamed|various|fellow|"
    r"[0-9]+(?:-member)?|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\s+"
    r"(?:of\s+(?:the\s+)?)?)+",
    re.IGNORECASE,
)
OF = re.compile(r"\s+(?:of|for|from)\s+(?:the\s+)?", re.IGNORECASE)
PLACE = re.compile(r"\s+(in|to|at)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
LONGEST_OWNER = 6
LONGEST_REST = 7
SMALL = frozenset({"of", "for", "and", "the", "to", "in", "on"})


class Composed(NamedTuple):
    """A canonical name, what kind of actor it is, and what it is part of (empty: itself)."""

    name: str
    kind: str
    parent: str


class Known(Protocol):
    """Whom the rules ask for what is known."""

    def find(self, name: str) -> str | None:
        """The actor that a name means."""

    def entry(self, actor: str) -> Entry | None:
        """What the gazetteer says of an actor."""


def compose(name: str, known: Known, body: str | None = None) -> Composed | None:
    """Take a name apart into owner and head, and put it together by rule; None: it has none.

    `body` is the owner where the name itself has none: "final statement", "32 member nations".
    """
    text = QUANTITY.sub("", bare(name), count=1)
    words = text.split()
    head, place = _placed(text)
    if not words or not any(_has_head(fold(part)) for part in (text, *OF.split(head))):
        return None
    if len(words) <= LONGEST_OWNER + LONGEST_REST:
        for size in range(min(LONGEST_OWNER, len(words) - 1), 0, -1):
            if owner := known.find(" ".join(words[:size])):
                return _joined(owner, " ".join(words[size:]), known)
        if found := _turned(head, place, known):
            return found
    return _joined(body, text, known) if body else None


def _turned(head: str, place: str, known: Known) -> Composed | None:
    """ "government of France", "Embassy of Japan in London": the owner stands behind."""
    for match in reversed(list(OF.finditer(head))):
        first, owner = head[: match.start()], head[match.end() :]
        actor = known.find(owner)
        if actor is None and (inner := compose(owner, known)):
            actor = inner.name
        if actor:
            return _joined(actor, first + place, known)
    return None


def _placed(text: str) -> tuple[str, str]:
    """The name, and from its last "in", "to" or "at" on."""
    found = list(PLACE.finditer(text))
    return (text[: found[0].start()], text[found[0].start() :]) if found else (text, "")


def _has_head(folded: str) -> bool:
    return folded.rpartition(" ")[2] in _heads()


@cache
def _heads() -> frozenset[str]:
    """The last words of all phrases that can be a head: a quick way to say no."""
    words = lexicon()
    phrases = words.members | words.collective | words.document | words.mission | words.office
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases | roles())


def _ending(folded: str, phrases: frozenset[str]) -> str:
    """The longest of these phrases that a text ends with; empty if it ends with none."""
    words = folded.split()
    for size in range(min(LONGEST + 1, len(words)), 0, -1):
        if (phrase := " ".join(words[-size:])) in phrases:
            return phrase
    return ""


def _joined(owner: str, rest: str, known: Known) -> Composed | None:
    """The rules, the narrowest first; `rest` is what stands beside the owner."""
    words = lexicon()
    rest = QUANTITY.sub("", rest, count=1)
    head, place = _placed(rest)
    folded = fold(head)
    entry = known.entry(owner)
    kind = entry.kind if entry else "unknown"
    label = entry.label if entry else owner
    if _ending(folded, words.mission) and (place or kind == "country"):
        return _mission(owner, label, head, place, known)
    if place and _ending(folded, roles()):
        return Composed(f"{label} {head.lower()}{_shortened(place, known)}", "person", owner)
    if folded in words.members and kind in ("organisation", "group"):
        return Composed(f"{label} member states", "group", owner)
    if folded in words.collective or _general(folded):
        return Composed(owner, kind, "")
    if _ending(folded, words.document) and len(folded.split()) <= LONGEST:
        return Composed(owner, kind, "")
    if _ending(folded, words.office) or folded.startswith("ministry of "):
        return Composed(f"{label} {office(head)}{place}", "office", owner)
    if role := _ending(folded, roles()):
        return _holder(owner, label, rest, role, known)
    return None


def _general(folded: str) -> bool:
    """ "foreign policy officials": modifiers before a collective change nothing."""
    group = _ending(folded, lexicon().collective)
    before = folded.removesuffix(group).split()
    return bool(group) and all(word in lexicon().modifier for word in before)


def _mission(owner: str, label: str, head: str, place: str, known: Known) -> Composed:
    name = f"{label} {' '.join(word.capitalize() for word in fold(head).split())}"
    match = PLACE.match(place)
    if match is None:
        return Composed(name, "office", owner)
    where, preposition = bare(place[match.end() :]), match[1].lower()
    actor = known.find(where)
    entry = known.entry(actor) if actor else None
    if entry is None or fold(where) in map(fold, entry.seats):
        return Composed(f"{name} {preposition} {where}", "office", owner)
    if entry.capital and "embassy" in fold(head):
        return Composed(f"{name} in {entry.capital}", "office", owner)
    return Composed(f"{name} {preposition} {entry.short or entry.name}", "office", owner)


def _shortened(place: str, known: Known) -> str:
    match = PLACE.match(place)
    where = bare(place[match.end() :]) if match else ""
    actor = known.find(where)
    entry = known.entry(actor) if actor else None
    if match is None or entry is None or fold(where) in map(fold, entry.seats):
        return place
    return f" {match[1].lower()} {entry.short or entry.name}"


def office(written: str) -> str:
    """The one name of an office, in the capitals of a name.

    >>> office("ministry of foreign affairs"), office("Defense Ministry"), office("central bank")
    ('Foreign Ministry', 'Defence Ministry', 'Central Bank')
    """
    short = lexicon().ministry
    folded = fold(written)
    if match := re.fullmatch(r"(ministry|department) of (.+)", folded):
        what = short.get(match[2]) or _titled(written.split(maxsplit=2)[2])
        return f"{what} {match[1].capitalize()}"
    what, _, last = folded.rpartition(" ")
    if last in ("ministry", "department") and what in short:
        return f"{short[what]} {last.capitalize()}"
    return _titled(written)


def _titled(text: str) -> str:
    words = bare(text).split()
    return " ".join(
        word if not word.islower() or word in SMALL else word[0].upper() + word[1:]
        for word in words
    )


def _holder(owner: str, label: str, rest: str, role: str, known: Known) -> Composed:
    """Who holds a role and is not named: "Kremlin spokesman", part of what the role is in."""
    count = len(role.split())
    words = fold(rest).split()
    before = words[:-count]
    while before and before[-1] in lexicon().modifier:
        before.pop()
    inner = _joined(owner, " ".join(rest.split()[: len(before)]), known) if before else None
    parent = inner.name if inner else owner
    if words[-1] in lexicon().private or role in lexicon().private:
        entry = known.entry(parent)
        parent = "" if entry and entry.kind == "country" else parent
        return Composed(f"{label} {' '.join(words)}", "person", parent)
    title = f"{inner.name} {' '.join(words[len(before) :])}" if inner and inner.parent else ""
    return Composed(title or f"{label} {' '.join(words)}", "person", parent)
