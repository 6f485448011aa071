"""The gate: a candidate becomes an assertion only if all its words stand in the stored text.

It is the only way in, for whatever reader. Nothing is normalised, moved or repaired: what does
not equal `text[start:end]`, code point for code point, is refused with the reason.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError

from timeline.article import Article
from timeline.assertion import Assertion, Candidate, Refusal
from timeline.errors import BadDate
from timeline.when import When

FIELDS = frozenset(Candidate.model_fields)
WORDS = tuple(
    name
    for name, field in Candidate.model_fields.items()
    if f"{name}_start" in FIELDS and field.annotation != list[str]
)
"""Fields that hold words, each with its `_start` and `_end`."""
LISTS = tuple(
    name
    for name, field in Candidate.model_fields.items()
    if f"{name}_start" in FIELDS and field.annotation == list[str]
)
"""Fields that hold lists of words, each with parallel lists of starts and ends."""
BARE = ("speaker_role", "speaker_body")
"""Words without a place of their own: it is enough that they stand somewhere in the text."""
DATES = ("said", "about")
FREE = (
    "method", "pattern", "topics", "occasion_key",
    "said_rule", "said_anchor", "about_rule", "about_anchor",
)  # fmt: skip
"""Words of the reader, not the article's; no span to check, but they must be storable."""
FARTHEST = 36_525
"""Days, a century: farther from its occasion nothing was said on that occasion."""


def admit(candidate: Candidate, article: Article, nth: int = 1) -> Assertion | Refusal:
    """Make an assertion of a candidate, with its identity, or say why it is none.

    Args:
        candidate: what a reader proposes; its offsets are code points of `article.text`.
        article: where the words must stand.
        nth: which of the assertions that begin at this offset; from the second on it is part of
            the handle (`8e2b0f11@2674.2`).
    """
    start, end = candidate.asserted_start, candidate.asserted_end
    speaker = "" if candidate.speaker_start is None else candidate.speaker_start
    again = "" if nth == 1 else f".{nth}"
    try:
        assertion = Assertion.model_validate(
            dict(candidate)
            | {
                "id": str(uuid5(UUID(article.id), f"{start},{end},{speaker}")),
                "handle": f"{article.sha256[:8]}@{start}{again}",
                "article": article.id,
            }
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        return Refusal(_place(start), str(candidate.asserted), f"{field}: {first['msg']}")
    for reason in _faults(assertion, article.text):
        return Refusal(_place(start), assertion.asserted, reason)
    return assertion


def admit_all(
    candidates: Iterable[Candidate], article: Article
) -> tuple[tuple[Assertion, ...], tuple[Refusal, ...]]:
    """Judge all candidates of one reading; ids and handles differ, whatever the order given.

    The same words by the same speaker twice are one assertion: the second is refused.
    """
    admitted: list[Assertion] = []
    refused: list[Refusal] = []
    ids: set[str] = set()
    at: Counter[int] = Counter()
    for candidate in sorted(candidates, key=_order):
        judged = admit(candidate, article, at[candidate.asserted_start] + 1)
        if isinstance(judged, Assertion) and judged.id in ids:
            judged = Refusal(
                judged.asserted_start, judged.asserted, "the same words by the same speaker again"
            )
        if isinstance(judged, Refusal):
            refused.append(judged)
            continue
        at[judged.asserted_start] += 1
        ids.add(judged.id)
        admitted.append(judged)
    return tuple(admitted), tuple(refused)


def _order(candidate: Candidate) -> tuple[str, ...]:
    # As text, so that a candidate with values of a wrong type is refused, not a crash.
    offsets = (candidate.asserted_start, candidate.asserted_end, candidate.speaker_start)
    return (*(f"{offset!s:>12}" for offset in offsets), repr(candidate))


def _place(start: object) -> int:
    return start if isinstance(start, int) else -1


def _faults(found: Candidate, text: str) -> Iterator[str]:
    """Why it is refused; the first reason is the one that is told."""
    values = dict(found)
    for name in WORDS:
        words, start, end = (values[field] for field in (name, f"{name}_start", f"{name}_end"))
        yield from _words(name, words, start, end, text)
    for name in LISTS:
        yield from _list(name, values, text)
    yield from _spans(found, text)
    for name in BARE:
        if values[name] is not None and values[name] not in text:
            yield f"{name}: «{values[name]}» stands nowhere in the text"
    for name in DATES:
        yield from _date(name, values[name])
    for name in FREE:
        yield from _storable(name, values[name])
    yield from _bounds(found)


def _words(
    name: str, words: str | None, start: int | None, end: int | None, text: str
) -> Iterator[str]:
    if words is None and start is None and end is None:
        return
    if words is None or start is None or end is None:
        yield f"{name}: words without a place, or a place without words"
    elif not 0 <= start < end <= len(text):
        yield f"{name}: {start}-{end} is no place in a text of {len(text)}"
    elif text[start:end] != words:
        yield f"{name}: the text has «{text[start:end][:60]}» at {start}, not «{words[:60]}»"
    elif not words.strip():
        yield f"{name}: only white space"


def _list(name: str, values: dict[str, Any], text: str) -> Iterator[str]:
    words, starts, ends = (values[field] for field in (name, f"{name}_start", f"{name}_end"))
    main = values[name.removesuffix("_name")]
    if not len(words) == len(starts) == len(ends) == len(main):
        yield f"{name}: the lists do not run in parallel"
        return
    for word, start, end in zip(words, starts, ends, strict=True):
        yield from _words(name, word, start, end, text)


def _spans(found: Candidate, text: str) -> Iterator[str]:
    start, end = found.passage_start, found.passage_end
    if not 0 <= start <= found.asserted_start < found.asserted_end <= end <= len(text):
        yield f"passage: {start}-{end} does not hold what is asserted"
    yield from _ranges("own", found.own, found.asserted_start, found.asserted_end)
    yield from _ranges("repeats", found.repeats, 0, len(text))
    pairs = zip(found.repeats[::2], found.repeats[1::2], strict=False)
    if any(first < end and start < last for first, last in pairs):
        yield "repeats: the passage itself is no repetition"


def _ranges(name: str, offsets: list[int], low: int, high: int) -> Iterator[str]:
    if len(offsets) % 2:
        yield f"{name}: a start without an end"
    elif offsets and not low <= offsets[0] <= offsets[-1] <= high:
        yield f"{name}: lies outside {low}-{high}"
    elif any(
        after < before or (not i % 2 and after == before)
        for i, (before, after) in enumerate(pairwise(offsets))
    ):
        yield f"{name}: not in order, or empty"


def _date(name: str, date: str) -> Iterator[str]:
    try:
        if date:
            When.parse(date)
    except BadDate as fault:
        yield f"{name}: {fault}"


def _storable(name: str, value: str | list[str] | None) -> Iterator[str]:
    values = [value] if isinstance(value, str) else value or []
    for words in values:
        if not words.strip():
            yield f"{name}: empty"
        elif any("\ud800" <= sign <= "\udfff" for sign in words):
            yield f"{name}: holds half a character (a lone surrogate)"


def _bounds(found: Candidate) -> Iterator[str]:
    if not 0 <= found.confidence <= 100:
        yield f"confidence: {found.confidence} is no per cent"
    days = found.said_days
    if days and (len(days) != 2 or days[0] > days[1] or max(map(abs, days)) > FARTHEST):
        yield "said_days: not a first and a last day"
    if found.occasion_key is not None and found.occasion is None:
        yield "occasion_key: without the words that name the occasion"
