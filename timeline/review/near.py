"""What was perhaps meant: the nearest of the words that are known."""

from collections.abc import Iterable

CLOSE = 75
"""Per cent of likeness from which a word is worth proposing."""
SAME = 88
"""Per cent from which another word looks like a slip of the pen."""


def near(word: str, known: Iterable[str], *, limit: int = 3, close: int = CLOSE) -> list[str]:
    """The known words nearest to one that is not, the nearest first.

    >>> near("Natto", ["NATO", "China"])
    ['NATO']
    """
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        word,
        list(dict.fromkeys(known)),
        scorer=fuzz.WRatio if len(word) > 8 else fuzz.ratio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=close,
    )
    return [one for one, _, _ in found]


def perhaps(word: str, known: Iterable[str], *, close: int = CLOSE) -> str:
    """The question to end a sentence with; empty where nothing is near.

    >>> perhaps("speker", ["speaker", "act"])
    ' Did you mean speaker?'
    """
    found = near(word, known, close=close)
    if not found:
        return ""
    *many, one = found
    return f" Did you mean {', '.join(many) + ' or ' if many else ''}{one}?"
