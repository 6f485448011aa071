"""Whether an event's words stand in its article: code point for code point, at their places.

The gate judged them when they were recorded. Here they come from a file or a disk, so each is
compared again; a person's correction may name whom the article does not name.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from timeline import events as e
from timeline.admission import BARE, LISTS, WORDS
from timeline.assertion import Assertion

OF_A_PERSON = frozenset({"speaker_name", "occasion"})
"""Names that a person may give without a place in the text; so may any of a list, at -1."""
PLACED = tuple((name, f"{name}_start", f"{name}_end") for name in WORDS)
LISTED = tuple((name, f"{name}_start", f"{name}_end", name.removesuffix("_name")) for name in LISTS)
PHRASED = (e.ArticleDated, e.OccasionDated)


def misquoted(event: "e.AnyEvent", text: str, *, by_person: bool) -> str | None:
    """Why an event's words do not stand in the text; None if they all do.

    Args:
        event: any.
        text: of its article.
        by_person: whether names may be a person's, without a place.
    """
    if isinstance(event, Assertion):
        return next(_faults(event.__dict__, text, by_person=by_person), None)
    if isinstance(event, PHRASED) and event.phrase_start is not None:
        return _misplaced("phrase", event.phrase, event.phrase_start, event.phrase_end, text)
    return None


def _faults(held: dict[str, Any], text: str, *, by_person: bool) -> Iterator[str]:
    for name, first, last in PLACED:
        words, start = held[name], held[first]
        if start is None and (words is None or (by_person and name in OF_A_PERSON)):
            continue
        if fault := _misplaced(name, words, start, held[last], text):
            yield fault
    for name, first, last, main in LISTED:
        if held[name] or held[first] or held[last] or held[main]:
            yield from _list(name, held, text, by_person=by_person)
    yield from _spans(held, len(text))
    for name in BARE:
        if held[name] is not None and held[name] not in text:
            yield f"{name}: «{held[name][:60]}» stands nowhere in the text"


def _misplaced(name: str, words: str | None, start: int | None, end: int | None, text: str) -> str:
    if words is None or start is None or end is None:
        return f"{name}: words without a place, or a place without words"
    if not 0 <= start < end <= len(text):
        return f"{name}: {start}-{end} is no place in a text of {len(text)}"
    if text[start:end] != words:
        return f"{name}: the article has «{text[start:end][:60]}» at {start}, not «{words[:60]}»"
    return ""


def _list(name: str, held: dict[str, Any], text: str, *, by_person: bool) -> Iterator[str]:
    words, starts, ends = held[name], held[f"{name}_start"], held[f"{name}_end"]
    if not len(words) == len(starts) == len(ends) == len(held[name.removesuffix("_name")]):
        yield f"{name}: the lists do not run in parallel"
        return
    for word, start, end in zip(words, starts, ends, strict=True):
        if by_person and start < 0:
            continue
        if fault := _misplaced(name, word, start, end, text):
            yield fault


def _spans(held: dict[str, Any], size: int) -> Iterator[str]:
    start, end = held["passage_start"], held["passage_end"]
    first, last = held["asserted_start"], held["asserted_end"]
    if not 0 <= start <= first < last <= end <= size:
        yield f"passage: {start}-{end} does not hold what is asserted"
    for name, low, high in (("own", first, last), ("repeats", 0, size)):
        spans = held[name]
        ordered = all(before <= after for before, after in pairwise([low, *spans, high]))
        if len(spans) % 2 or (spans and not ordered):
            yield f"{name}: not in order within {low}-{high}"
