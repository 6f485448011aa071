"""The cue lexicon as rules use it: every form of every cue verb, and the phrases it begins."""

from functools import cache
from typing import NamedTuple

from timeline.reading.cues.inflect import forms
from timeline.reading.lexicons import load

BETWEEN = 4
"""How many words "*" stands for at most."""


class Phrase(NamedTuple):
    """A cue of several words; the verb is the first."""

    lemma: str
    """Without the "*": "express concern about"."""
    kind: str
    rest: tuple[str, ...]


@cache
def cue_verbs() -> dict[str, tuple[str, str]]:
    """Form → (base, kind): "accusing" → ("accuse", "g")."""
    bases = dict.fromkeys(
        [base for words in load("cues")["verbs"].values() for base in words.split()]
        + [pattern.split()[0] for group in load("cues")["phrases"].values() for pattern in group]
    )
    table: dict[str, tuple[str, str]] = {}
    for base in bases:
        if base not in {"be", "would"}:
            for form, kind in forms(base):
                table.setdefault(form, (base, kind))
    return table


@cache
def verb_classes() -> dict[str, frozenset[str]]:
    """Base → what it can take: {"accuse": {"of"}}."""
    table: dict[str, set[str]] = {}
    for kind, words in load("cues")["verbs"].items():
        for base in words.split():
            table.setdefault(base, set()).add(kind)
    return {base: frozenset(kinds) for base, kinds in table.items()}


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Base of the first word → its phrases, the longest first."""
    table: dict[str, list[Phrase]] = {}
    for kind, patterns in load("cues")["phrases"].items():
        for pattern in patterns:
            first, *rest = pattern.split()
            lemma = " ".join(word for word in pattern.split() if word != "*")
            table.setdefault(first, []).append(Phrase(lemma, kind, tuple(rest)))
    return {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase.rest)))
        for first, found in table.items()
    }


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Cue noun → the prepositions that bring its content: {"denial": {"of"}}."""
    table: dict[str, set[str]] = {}
    for preposition, words in load("cues")["nouns"].items():
        for noun in words.split():
            table.setdefault(noun, set()).add(preposition)
    return {noun: frozenset(found) for noun, found in table.items()}
