"""How names are compared: without accents, case, punctuation, articles or possessive endings."""

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)
"""Letters with a stroke, which Unicode does not take apart into a base and a mark."""
SILENT = re.compile(r"[.'’‘`´ʼ]")
BREAKS = re.compile(r"[^\w&+]+")
ARTICLE = re.compile(r"(?:the|a|an|its|their|our|his|her)\s+(?=\S)", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’‘]s|(?<=s)['’‘])$", re.IGNORECASE)
AROUND = ' \t\r\n,;:“”"«»„‚()[]'


def unaccented(text: str) -> str:
    """The same letters without accents: "Élysée" is "Elysee"."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


@lru_cache(maxsize=16384)
def bare(name: str) -> str:
    """A name without what surrounds it: space, quotation marks, an article, a possessive ending.

    >>> bare("The Kremlin’s"), bare("“the PRC”"), bare("Philippines'")
    ('Kremlin', 'PRC', 'Philippines')
    """
    if name.isalnum():
        return name
    text = " ".join(name.strip(AROUND).split())
    text = ARTICLE.sub("", text, count=1) if ARTICLE.match(text) else text
    return POSSESSIVE.sub("", text).strip(AROUND) or name.strip()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A text in the letters by which it is compared, single spaces between its words.

    >>> fold("Secretary-General"), fold("U.S."), fold("People’s Daily")
    ('secretary general', 'us', 'peoples daily')
    """
    if text.isalnum() and text.isascii():
        return text.casefold()
    return BREAKS.sub(" ", SILENT.sub("", unaccented(text))).strip().casefold()


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The key under which a name is kept.

    Up to three capitals stay capitals, so that "us" is no state and "Who" no organisation; a name
    without any capital begins with "-", so that a turkey is no country either.

    >>> key("U.S."), key("Nato"), key("the Élysée"), key("turkey")
    ('US', 'nato', 'elysee', '-turkey')
    """
    text = bare(name)
    folded = fold(text)
    if text.islower():
        return "-" + folded
    if len(folded) <= 3 and text.isupper():
        return folded.upper()
    return folded


def keys(name: str) -> tuple[str, ...]:
    """The keys to try for a name as an article writes it, the closest first."""
    first = key(name)
    if first[:1] == "-":
        return (first,)
    if first.isupper():
        return first, first.casefold()
    return first, "-" + first
