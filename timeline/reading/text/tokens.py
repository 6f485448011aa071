"""Tokens: the shadow copy as words and marks, each with the letter of its class.

P pronoun (subject)   O pronoun (object)   D determiner   N capitalised   n other word
R role noun           G possessive 's      0 number       T weekday, month, today
I preposition         C and, but, or       S that, while  W who, which    t "to"
X auxiliary           A adverb             V verb form    g verb in -ing  v infinitive
, ; : . - ( ) themselves                   q quotation mark               ? anything else
"""

import re
from dataclasses import dataclass
from functools import cache

from timeline.reading.cues.inflect import forms
from timeline.reading.cues.lexicon import cue_verbs
from timeline.reading.lexicons import load

ROLE, NAME, NOUN = "R", "N", "n"


@cache
def _token() -> re.Pattern[str]:
    short = "|".join(
        re.escape(word)
        for word in sorted(load("words")["abbreviations"]["words"].split(), key=len)[::-1]
    )
    return re.compile(
        r"(?P<dots>(?:[A-Z]\.){2,}|[ap]\.m\.)"
        rf"|(?P<short>(?:{short}|[A-Z])\.(?=\s+[^\s]))"
        r"|(?P<clitic>(?<=\w)'(?:s|ve|re|ll|d|m)(?!\w))"
        r"|(?P<number>[$€£]?\d+(?:[.,]\d+)*(?:st|nd|rd|th|%)?(?![\w-]))"
        r"|(?P<word>[^\W_]+(?:[&_](?=[^\W_])[^\W_]+|[-'](?!(?:s|ve|re|ll|d|m)(?!\w))[^\W_]+)*)"
        r"|(?P<dash>—|--+|(?<=\s)-(?=\s))"
        r"|(?P<mark>''|``|\.\.\.|…|[^\s_])"
    )


@dataclass(slots=True)
class Tokens:
    """The tokens of a text in parallel lists; filled once, read only afterwards."""

    start: list[int]
    end: list[int]
    low: list[str]
    tag: list[str]


@cache
def _classes() -> dict[str, str]:
    """Word in lower case → letter. Earlier lines give way to later ones."""
    table: dict[str, str] = {}
    table |= dict.fromkeys(load("roles")["nouns"]["words"].split(), ROLE)
    for base in load("words")["verbs"]["base"].split():
        for form, kind in forms(base):
            table[form] = "g" if kind == "g" else "V"
    table |= {form: "g" if kind == "g" else "V" for form, (_, kind) in cue_verbs().items()}
    for letter, words in load("words")["closed"].items():
        table |= dict.fromkeys(words.split(), letter)
    table |= dict.fromkeys(load("words")["numbers"]["words"].split(), "0")
    return table | {"to": "t"}


@cache
def verb_forms() -> dict[str, str]:
    """Every form of every verb known here → b(ase), z (third person), d (past), g(erund)."""
    table = {form: kind for form, (_, kind) in cue_verbs().items()}
    for base in load("words")["verbs"]["base"].split():
        for form, kind in forms(base):
            table.setdefault(form, kind)
    return table


_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".",
    "(": "(", "[": "(", ")": ")", "]": ")", "“": "q", "”": "q", '"': "q", "''": "q", "``": "q",
    "‘": "q", "'": "q",
}  # fmt: skip
_LOWERED = frozenset("DICSWXPAtO0Vg")
"""Classes that a word keeps in title case: "Condemns", "For"."""


def tokens(copy: str, start: int, end: int, *, title_case: bool = False) -> Tokens:
    """The tokens of `copy[start:end]`. In title case a capital says nothing about a word."""
    made = Tokens([], [], [], [])
    classes = _classes()
    first = True
    for m in _token().finditer(copy, start, end):
        kind, word = m.lastgroup, m.group()
        low = word.lower().replace("_", "")
        if kind == "word":
            tag = _word(word, low, classes, first=first, title_case=title_case)
        elif kind == "mark":
            tag = (
                "G" if word == "'" and _possessive(copy, m.start(), made) else _MARKS.get(word, "?")
            )
        elif kind == "clitic":
            tag = _clitic(low, made)
        else:
            tag = {"dots": "N", "short": "N", "number": "0", "dash": "-"}[kind or "dash"]
            if kind == "short" and classes.get(low[:-1]) == "T":
                tag = "T"
        first = _first(copy, m.start(), tag, made, first=first)
        made.start.append(m.start())
        made.end.append(m.end())
        made.low.append(low)
        made.tag.append(tag)
    return made


def _word(word: str, low: str, classes: dict[str, str], *, first: bool, title_case: bool) -> str:
    known = classes.get(low)
    if word.isupper() and len(word) > 1 and not title_case:
        return "N"
    if word[0].isupper():
        return _capital(low, known, first=first, title_case=title_case)
    if known:
        return known
    if word[0].isdigit():
        return "0"
    if low.endswith("n't"):
        return "X"
    return "A" if low.endswith("ly") else "n"


def _capital(low: str, known: str | None, *, first: bool, title_case: bool) -> str:
    if known == "T":
        return "T"
    if first and (known is None or known == "V"):
        # No sentence opens with a finite verb: "Support for him", but "Asked about it".
        participle = known == "V" and low.endswith("ed")
        return "V" if participle else "A" if low.endswith("ly") else "N"
    if known and (first or (title_case and known in _LOWERED)):
        return known
    return "N"


def _first(copy: str, at: int, tag: str, made: Tokens, *, first: bool) -> bool:
    """Whether the next word begins a sentence: behind a full stop, or an opening mark."""
    if tag == "q":
        opening = at == 0 or copy[at - 1] in " \n(" or copy[at] in "“‘"
        return opening or (bool(made.tag) and made.tag[-1] == ".")
    return tag == "." or (first and tag in "-(")


def _possessive(copy: str, at: int, made: Tokens) -> bool:
    return bool(made.low) and made.end[-1] == at and copy[at - 1] in "sS"


def _clitic(low: str, made: Tokens) -> str:
    if low != "'s":
        return "X"
    return "X" if made.tag and made.tag[-1] in "PWSA" else "G"
