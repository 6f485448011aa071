"""Named in passing: a place where something happens, a word that tells whose goods they are."""

import re
from functools import cache

from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.text.classes import classes

NEXT = re.compile(r"(?:-[^\W\d_]+)?\s+([a-z][\w-]*)")
GOVERNED = re.compile(
    r"(?:^|\b(?:on|against|at|to|toward|towards|for|with|about|from|of|by|over|between"
    r"|that|if|whether|because|when|while|where)\s+)"
    r"(?:(?:the|a|an|all|any|some|its|their)\s+)?(?:[a-z][\w-]*\s+)?$"
)
OWNS = re.compile(r"['’‘]s?\s+[^\W\d_]")
BEFORE = 40


def passing(copy: str, mark: Mark) -> bool:
    """Whether a mention is only where something is, or of what kind: "amid rising US output".

    Whose officials, whose support it is, and what stands behind "on", "against" or "with", is
    meant; so is who begins the words.
    """
    if mark.place and not OWNS.match(copy, mark.end):
        return True
    found = NEXT.match(copy, mark.end)
    if found is None or not _is_thing(found[1]):
        return False
    if found[1] in _happening():
        return True
    return GOVERNED.search(copy[max(0, mark.start - BEFORE) : mark.start].lower()) is None


def _is_thing(word: str) -> bool:
    """Whether it is a noun, and none of who acts or speaks, nor of what is done."""
    if word in classes() or word.endswith(("ly", "ed", "ing", "ers", "ors", "ists", "ians")):
        return False
    return word not in _deeds()


@cache
def _happening() -> frozenset[str]:
    return frozenset(load("descriptions")["happening"]["nouns"].split())


@cache
def _deeds() -> frozenset[str]:
    return frozenset(load("descriptions")["deeds"]["nouns"].split())
