"""Inflection: the forms of an English verb, by rule and a list of exceptions."""

import re
from collections.abc import Iterator
from functools import cache

from timeline.reading.lexicons import load

_HISSING = re.compile(r"(?:s|sh|ch|x|z|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    """Base form → past, participle."""
    return {
        base: (past[0], past[-1])
        for base, forms in load("irregular")["verbs"].items()
        for past in [forms.split()]
    }


@cache
def _doubling() -> frozenset[str]:
    return frozenset(load("irregular")["doubling"].split())


def _third(base: str) -> str:
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + ("es" if _HISSING.search(base) else "s")


def _past(base: str) -> str:
    if base in _doubling():
        return base + base[-1] + "ed"
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def _gerund(base: str) -> str:
    if base in _doubling():
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def forms(base: str) -> Iterator[tuple[str, str]]:
    """Each form of a verb with its kind: b(ase), z (third person), d (past), g(erund).

    >>> dict(forms("deny"))
    {'deny': 'b', 'denies': 'z', 'denying': 'g', 'denied': 'd'}
    """
    past, participle = _irregular().get(base, (_past(base),) * 2)
    # "read", "put": whether it is the past no rule here can tell, and in news it mostly is.
    yield base, "d" if past == base else "b"
    yield _third(base), "z"
    yield _gerund(base), "g"
    yield past, "d"
    if participle != past:
        yield participle, "d"
