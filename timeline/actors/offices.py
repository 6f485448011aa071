"""How offices and posts are written in composed names: "Foreign Ministry", "chief executive"."""

import re
from functools import cache

from timeline.actors.lexicon import lexicon, roles
from timeline.actors.spelling import bare, fold

SMALL = frozenset({"of", "for", "and", "the", "to", "in", "on"})


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


def post(written: str) -> str:
    """A role in small letters, except for the names in it.

    >>> post("Czech Director"), post("Secretary-General")
    ('Czech director', 'secretary general')
    """
    known = _common()
    return " ".join(
        fold(word) if known.issuperset(fold(word).split()) else word for word in written.split()
    )


@cache
def _common() -> frozenset[str]:
    phrases = roles() | lexicon().modifier
    return frozenset(word for phrase in phrases for word in phrase.split())
