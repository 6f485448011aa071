"""Tokens: the shadow copy as words and marks, each with the letter of its class.

P pronoun (subject)   O pronoun (object)   D determiner   N capitalised   n other word
R role noun           G possessive 's      0 number       T weekday, month, today
I preposition         C and, but, or       S that, while  W who, which    t "to"
X auxiliary           A adverb             V verb form    g verb in -ing  v infinitive
, ; : . - ( ) themselves                   q quotation mark               ? anything else
"""

import re
from dataclasses import dataclass
from typing import Final

from timeline.reading.text.classes import classes, shortened

# Each begins with a letter of few, or looks ahead for one before it tries what is rare.
_KINDS = {
    "dots": r"[A-Z]\.(?:[A-Z]\.)+|[ap]\.m\.",
    "word": (
        r"[^\W\d_]\w*"
        r"(?:(?=[&'+-])(?:[&-]\w+|'(?!(?:s|ve|re|ll|d|m)(?!\w))\w+)*(?:\+(?!\w)|)|)"
    ),
    "number": r"[$€£]?\d+(?:[.,]\d+)*(?:st|nd|rd|th|%)?(?![\w-])|\d\w*(?:-\w+)*",
    "clitic": r"'(?<=\w')(?:s|ve|re|ll|d|m)(?!\w)",
    "dash": r"—|--+|-(?<=\s-)(?=\s)",
    "mark": r"''|``|\.\.\.|…|[^\s_]",
}
_SPLIT: Final = re.compile("|".join(_KINDS.values()))
"""The words and marks of a text; what stands between them is blank or `_`."""
_KIND: Final = re.compile("|".join(f"(?P<{kind}>{one})" for kind, one in _KINDS.items()))
_REMEMBERED, _LONGEST = 20_000, 30
"""Words that are kept with their letters, and their length at most."""
_KNOWN: Final[dict[tuple[bool, bool], dict[str, tuple[str, str]]]] = {
    (first, title_case): {} for first in (True, False) for title_case in (True, False)
}
"""By whether a sentence begins and the title case: words as written, in lower case, the letter."""
_FIXED: Final = {"dots": "N", "number": "0", "dash": "-", "mark": "?"}
_BY_ITSELF = frozenset({"dots", "word", "number"})
"""Kinds whose letter hangs on nothing but the word, and on whether it begins a sentence."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text in parallel lists; filled once, read only afterwards."""

    start: list[int]
    end: list[int]
    low: list[str]
    tag: list[str]


_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".",
    "(": "(", "[": "(", ")": ")", "]": ")", "“": "q", "”": "q", '"': "q", "''": "q", "``": "q",
    "‘": "q", "'": "q",
}  # fmt: skip
_LOWERED = frozenset("DICSWXPAtO0Vg")
"""Classes that a word keeps in title case: "Condemns", "For"."""

_NETWORKED = (["on"], ["to"], ["via"])
"""Behind one of these X is where it was written, and nobody's initial: "wrote on X."."""

_JOINT: Final = re.compile(r"(?:a[lnrsz]|ash|e[lz]|ul|ibn|bin|ben|abu)-|(?:d|l|dell)['’]")
"""What a name begins with in small letters; "pro-Kremlin" and "e-Commerce" are no names."""

_LANDS = frozenset({"italy", "sicily"})
"""Names that would be adverbs at the head of a sentence: "Italy, Spain and Malta"."""


def tokens(copy: str, start: int, end: int, *, title_case: bool = False) -> Tokens:
    """The tokens of `copy[start:end]`. In title case a capital says nothing about a word."""
    made = Tokens([], [], [], [])
    starts, stops, lows, tags = made.start, made.end, made.low, made.tag
    opening, going = _KNOWN[True, title_case], _KNOWN[False, title_case]
    first = True
    at = start
    # A string and a search for it take half as long as a match object. The search finds the token
    # itself: no token begins with what stands between two.
    for word in _SPLIT.findall(copy, start, end):
        at = copy.index(word, at)
        stop = at + len(word)
        if known := (opening if first else going).get(word):
            low, tag = known
            first = False
        elif word in _MARKS:
            if word == "." and _abbreviated(copy, stop, made):
                stops[-1], lows[-1] = stop, lows[-1] + "."
                at = stop
                continue
            possessive = word == "'" and _possessive(copy, at, made)
            low, tag = word, "G" if possessive else _MARKS[word]
            first = tag in ".q(" and _first(copy, at, tag, made, first=first)
        else:
            kind = _kind(copy, at, end)
            if kind == "word":
                low, tag = _word(word, first=first, title_case=title_case)
            else:
                low = word.lower()
                tag = _clitic(low, made) if kind == "clitic" else _FIXED[kind]
            if kind in _BY_ITSELF and len(word) <= _LONGEST:
                _keep(opening if first else going, word, (low, tag))
            first = first and kind == "dash"
        starts.append(at)
        stops.append(stop)
        lows.append(low)
        tags.append(tag)
        at = stop
    return made


def _kind(copy: str, at: int, end: int) -> str:
    found = _KIND.match(copy, at, end)
    return found.lastgroup if found and found.lastgroup else "mark"


def _word(word: str, *, first: bool, title_case: bool) -> tuple[str, str]:
    low = word.lower()
    if "_" in low:
        low = low.replace("_", "")
    known = classes().get(low)
    if low == word:
        tag = known or _lower(low)
    else:
        tag = _upper(word, low, known, first=first, title_case=title_case)
    return low, tag


def _keep(known: dict[str, tuple[str, str]], word: str, told: tuple[str, str]) -> None:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[word] = told


def _lower(low: str) -> str:
    if low.endswith("n't"):
        return "X"
    if low.endswith("ed") and len(low) > 4 and low[-3] != "e":
        return "V"
    return "A" if low.endswith("ly") else "n"


def _upper(word: str, low: str, known: str | None, *, first: bool, title_case: bool) -> str:
    if word.isupper() and len(word) > 1 and not title_case:
        return "N"
    if not word[0].isupper():
        return "N" if joined(word) else known or _lower(low)
    return _capital(low, known, first=first, title_case=title_case)


def joined(word: str) -> bool:
    """Whether a word is a name behind its article, which stays small: "al-Burhan", "d'Estaing"."""
    found = _JOINT.match(word)
    return found is not None and word[found.end() : found.end() + 1].isupper()


def _abbreviated(copy: str, end: int, made: Tokens) -> bool:
    """As in "Mr." or an initial, with more of the sentence behind it."""
    if not made.low or made.end[-1] != end - 1 or end >= len(copy):
        return False
    if not copy[end].isspace() and copy[end] not in ",)":
        return False
    word = copy[made.start[-1] : made.end[-1]]
    if word == "X" and made.low[-2:-1] in _NETWORKED:
        return False
    return word.rpartition("-")[2] in shortened() or (len(word) == 1 and word.isupper())


def _capital(low: str, known: str | None, *, first: bool, title_case: bool) -> str:
    if known == "T":
        return "T"
    if first and (known is None or known == "V"):
        # No sentence opens with a finite verb: "Support for him", but "Asked about it".
        participle = known == "V" and (low.endswith("ed") or low == "said")
        adverb = low.endswith("ly") and low not in _LANDS
        return "V" if participle else "A" if adverb else "N"
    if known and (first or (title_case and known in _LOWERED)):
        return known
    return "N"


def _first(copy: str, at: int, tag: str, made: Tokens, *, first: bool) -> bool:
    """Whether the next word begins a sentence: behind a full stop, or an opening mark."""
    if tag == "q":
        opening = at == 0 or copy[at - 1] in " \n(" or copy[at] in "“‘"
        return opening or (bool(made.tag) and made.tag[-1] == ".")
    return tag == "." or (first and tag == "(")


def _possessive(copy: str, at: int, made: Tokens) -> bool:
    return bool(made.low) and made.end[-1] == at and copy[at - 1] in "sS"


def _clitic(low: str, made: Tokens) -> str:
    if low != "'s":
        return "X"
    if made.tag[-1:] == ["A"] and made.low[-1].endswith("ly"):
        made.tag[-1] = "N"  # "here's" is an adverb's, "Italy's" is none
    return "X" if made.tag and made.tag[-1] in "PWSA" else "G"
