"""Retagging: a form that is verb or noun is told by what stands around it."""

from functools import cache

from timeline.reading.cues.inflect import forms
from timeline.reading.lexicons import load
from timeline.reading.text.classes import verb_forms
from timeline.reading.text.tokens import Tokens


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("roles")["nouns"]["words"].split())


@cache
def _never() -> frozenset[str]:
    """Forms that are nouns in news whatever stands around them: "member states"."""
    bases = load("cues")["guards"]["never_present"].split()
    return frozenset(form for base in bases for form, kind in forms(base) if kind in "bz")


@cache
def _fields() -> frozenset[str]:
    """What a post is for, before its noun: "planning director"."""
    return frozenset(load("cues")["guards"]["fields"].split())


@cache
def _openers() -> frozenset[str]:
    """What a sentence may begin with before a common noun, with its capital: "Patient groups"."""
    return frozenset(load("words")["openers"]["words"].split())


@cache
def _sorts() -> frozenset[str]:
    """What may stand before a name and is no part of it: "Carmaker Velmora"."""
    return frozenset(load("words")["openers"]["sorts"].split())


_LEADING = frozenset({"von", "van", "bin", "bint", "ibn", "al", "el", "ould"})
"""Particles with which a last name may begin: "bin Salman said"."""
_PARTICLES = _LEADING | frozenset(
    {"der", "den", "de", "del", "della", "di", "da", "das", "dos", "du", "zu", "zur", "zum", "vom"}
    | {"la", "las", "los", "le", "af", "ter"}
)
_SAYING = frozenset(
    {"say", "says", "said", "tell", "tells", "told", "believe", "believes", "argue", "argues"}
    | {"argued", "think", "thinks"}
)
"""Forms that are verbs whatever stands around them: "activists who block the nomination say"."""
_ALONE = frozenset(
    {"some", "many", "several", "most", "both", "all", "few", "each", "another", "others", "none"}
)
"""Determiners that are subjects as well: "most said that"."""
_GIVEN = frozenset({"april", "may", "june", "august", "jan"})
"""Months that are given names as well."""
_PLURAL = frozenset(
    {"percent", "majority", "people", "police", "men", "women", "children", "media", "data"}
)


def retag(words: Tokens) -> None:
    """Tell verbs from nouns where the form could be either: "the report", "his call"."""
    tags, low = words.tag, words.low
    _open(tags, low)
    for i, tag in enumerate(tags):
        if tag == "n" and tags[i - 1] != "t" and low[i] not in _PARTICLES:
            continue  # most are plain nouns
        if tag in "nSAT":
            tags[i] = _other(tags, low, i, tag)
        elif tag in "Vg":
            before = tags[i - 1] if i else "."
            after = tags[i + 1] if i + 1 < len(tags) else "."
            kind = verb_forms().get(low[i], "d") if tag == "V" else "g"
            if before == "t" and kind != "z":
                tags[i] = "v" if tag == "V" else tag
            elif tag == "g" and (
                (before in "nR" and low[i] in _roles() and _determined(tags, i))
                or (low[i] in _fields() and low[i + 1 : i + 2] and low[i + 1] in _roles())
            ):
                tags[i] = "n"
            elif (
                (before in "DG" and not _predicate(low, i, kind, after))
                or (before == "T" and tags[i - 2 : i - 1] == ["D"])
                or (tag == "V" and _noun(tags, low, i, kind, (before, after)))
            ):
                tags[i] = "R" if low[i] in _roles() else "n"


def _open(tags: list[str], low: list[str]) -> None:
    """As in "Airport officials": a common word that only begins the sentence is no name."""
    for i in range(len(tags) - 1):
        begins = i == 0 or (tags[i - 1] in ".q" and tags[i] == "N")
        if begins and tags[i] == "N":
            named = tags[i + 1] == "N" and low[i] in _sorts()
            if named or (tags[i + 1] in "nRG" and low[i] in _openers()):
                tags[i] = "n"


def _predicate(low: list[str], i: int, kind: str, after: str) -> bool:
    """As in "this includes", "most said they": a determiner that stands alone has its verb."""
    if low[i - 1] in {"this", "that"}:
        return kind == "z"
    said = low[i] in _SAYING or (kind in "dz" and after not in "nNR")
    return low[i - 1] in _ALONE and said


def _other(tags: list[str], low: list[str], i: int, tag: str) -> str:
    """The letter of what is tagged as no verb, by what stands around it."""
    if tag == "n":
        return _lower_noun(tags, low, i)
    if tag == "S":
        return "D" if low[i] == "that" and _pointing(tags, low, i) else tag
    return "N" if _named(tags, low, i) else tag


def _lower_noun(tags: list[str], low: list[str], i: int) -> str:
    """A particle inside a name; the verb of "to extend the scheme", whatever it is; or a noun."""
    if low[i] in _PARTICLES and _parted(tags, low, i):
        return "N"
    return "v" if i and tags[i - 1] == "t" and tags[i + 1 : i + 2] == ["D"] else "n"


def _named(tags: list[str], low: list[str], i: int) -> bool:
    """As in "Kelly said", "April Mellody said": a name that looks like an adverb or a month."""
    before, after = tags[i - 1] if i else ".", tags[i + 1] if i + 1 < len(tags) else "."
    if tags[i] == "T":
        return low[i] in _GIVEN and after == "N" and before not in "ITD0"
    relative = after == "," and tags[i + 2 : i + 3] == ["W"]
    return before == "." and (after in "VX" or relative) and low[i].endswith("ly")


def _pointing(tags: list[str], low: list[str], i: int) -> bool:
    """As in "called that claim false": no clause begins with a bare verb."""
    if tags[i + 1 : i + 2] != ["V"] or not i or tags[i - 1] != "V":
        return False
    return verb_forms().get(low[i + 1]) == "b"


def _parted(tags: list[str], low: list[str], i: int) -> bool:
    """As in "Ursula von der Leyen": before a capitalised word, with nothing but its like between.

    Another stands before it, or it begins the last name alone: "bin Salman said", no "the bin".
    """
    at = i + 1
    while at < len(tags) and low[at] in _PARTICLES:
        at += 1
    before = tags[i - 1] if i else "."
    leads = low[i] in _LEADING and before not in "DnRG0A"
    return (before == "N" or leads) and tags[at : at + 1] == ["N"]


def _noun(tags: list[str], low: list[str], i: int, kind: str, around: tuple[str, str]) -> bool:
    """Whether the verb form at `i` is read as a noun, given the letters on both sides."""
    before, after = around
    if low[i] in _SAYING:
        return False
    if kind in "bz" and (low[i] in _never() or before == "t" or low[i - 1] == "both"):
        return True
    if before in "I0":
        counted = before == "0" and (low[i - 1].endswith("%") or after in "SPX:,")
        return not counted and (kind in "bz" or (kind == "d" and after in "nNR"))
    if kind == "z":
        return _third(tags, i, before, after)
    if kind == "b" and before in "nNR":
        clausal = low[i + 1 : i + 2] == ["that"] and not _determined(tags, i)
        return (
            not clausal
            and after not in "PD"
            and not (low[i - 1].endswith("s") or low[i - 1] in _PLURAL)
        )
    return False


def _third(tags: list[str], i: int, before: str, after: str) -> bool:
    """As in "member states", "denied reports"; not "the campaign reports that"."""
    if before == "V":
        return True
    if before in ",.":
        return after == "I"
    if before == "A" and i > 1 and tags[i - 2] in "tI":
        return True
    return (before in "nNR" and after in "VX") or (
        before == "n" and after not in "NDPS" and not _determined(tags, i)
    )


def _determined(tags: list[str], i: int) -> bool:
    at = i - 1
    while at >= 0 and i - at < 6 and tags[at] in "nNRA0":
        at -= 1
    return at >= 0 and tags[at] in "DG"
