"""Blocks: the paragraphs of an article and what each serves as.

A line is a paragraph, except where the text is wrapped by hand. Before the first paragraph of prose
a line may be headline, byline or dateline; a paragraph between headline and byline is a
standfirst; below, a short line without a full stop is a subhead, a known phrase boilerplate.
"""

import re
from collections.abc import Iterator
from functools import cache
from statistics import median

from timeline.reading.lexicons import load
from timeline.reading.text.front import front
from timeline.reading.text.shadow import shadow
from timeline.reading.values import Block, BlockKind, Span

_LINE = re.compile(r"[^\n]+")
_DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s?\d|\d\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|\s)((?:sub-?)?(?:title|headline|heading)|standfirst|summary):\s*", re.IGNORECASE
)
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'/()-]{2,40}?(?:,\s[A-Z][A-Za-z. ]{1,20}(?:\d{1,2})?)?"
    r"(?:\s?\([A-Za-z /]{2,30}\))?\s*(?:—|--|-(?=\s))\s*(?=[A-Z“\"'])"
)
_ENDED = re.compile(r"[.!?…:;,][”\"')\]]*\s*$")
_SIGNED = re.compile(r"^by\s+[^.!?]{3,60}?-\s", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by|written by)\s+[A-Z][^.!?]{2,60}$", re.IGNORECASE)
LONGEST = 6_000
"""Code points of a paragraph; a longer one is cut, so that a quote without its end, or a text on
one line, takes no longer than its parts. Of 20,000 paragraphs of news the longest has 2,600."""
_Seen = dict[BlockKind, None]
"""The kinds of the blocks before, the latest last."""


def blocks(text: str) -> list[Block]:
    """The blocks of an article, in order; what lies between them is blank."""
    return blocks_of(shadow(text))


def blocks_of(copy: str) -> list[Block]:
    """The blocks of a shadow copy."""
    head = front(copy)
    whole = _paragraphs(copy, head[-1].end if head else 0)
    spans = [part for span in whole for part in _cut(copy, span)]
    found: list[Block] = []
    seen: _Seen = {}
    for place, span in enumerate(spans):
        for block in _split(copy, span, place, spans, seen):
            found.append(block)
            seen.pop(block.kind, None)
            seen[block.kind] = None
    return head + _standfirst(found)


def _paragraphs(copy: str, start: int) -> Iterator[Span]:
    found = _LINE.finditer(copy, start)
    lines = [span for m in found if (span := _trim(copy, m.start(), m.end()))]
    if not _wrapped(copy, lines):
        yield from lines
        return
    start, last = lines[0]
    for line in lines[1:]:
        if copy.count("\n", last, line.start) > 1:
            yield Span(start, last)
            start = line.start
        last = line.end
    yield Span(start, last)


def _cut(copy: str, span: Span) -> Iterator[Span]:
    """A paragraph, in parts if it is too long: behind a full stop, or else behind a word."""
    start, end = span
    while end - start > LONGEST:
        last = start + LONGEST
        stop = max(copy.rfind(". ", start, last), copy.rfind(".” ", start, last)) + 1
        stop = stop or copy.rfind(" ", start, last) + 1 or last
        if part := _trim(copy, start, stop):
            yield part
        start = stop
    if part := _trim(copy, start, end):
        yield part


def _trim(copy: str, start: int, end: int) -> Span | None:
    words = copy[start:end]
    left = len(words) - len(words.lstrip(" _\r"))
    right = len(words.rstrip(" _\r"))
    return Span(start + left, start + right) if left < right else None


def _wrapped(copy: str, lines: list[Span]) -> bool:
    """Whether lines were broken by hand at some width: most run on into the next."""
    if len(lines) < 6:
        return False
    widths = [line.end - line.start for line in lines]
    running = sum(
        not _ENDED.search(copy[max(line.start, line.end - 6) : line.end]) for line in lines
    )
    return median(widths) >= 45 and max(widths) <= 100 and running > 0.6 * len(lines)


@cache
def _lines(kind: str) -> tuple[str, ...]:
    return tuple(load("layout")[kind]["begins"])


def _split(copy: str, span: Span, place: int, spans: list[Span], seen: _Seen) -> Iterator[Block]:
    """The blocks of one paragraph."""
    words = copy[span.start : min(span.end, span.start + 400)]
    label = _LABEL.search(words) if ":" in words else None
    if label and place < 6 and len(words) < 400:
        if start := _trim(copy, span.start, span.start + label.start()):
            yield Block("dateline", start.start, start.end)
        kind: BlockKind = "headline" if label[1].lower() in ("title", "headline") else "standfirst"
        yield Block(kind, span.start + label.end(), span.end)
        return
    if (m := _DATELINE.match(words)) and span.end - span.start > 120:
        yield Block("dateline", span.start, span.start + len(m.group().rstrip()))
        yield Block("body", span.start + m.end(), span.end)
        return
    yield Block(_kind(copy, span, place, spans, seen), span.start, span.end)


def _kind(copy: str, span: Span, place: int, spans: list[Span], seen: _Seen) -> BlockKind:
    words = copy[span.start : min(span.end, span.start + 400)]
    size = words.count(" ") + 1
    if size <= 16 and (kind := _listed(words.lower(), words, seen)):
        return kind
    ended = _ENDED.search(words[-6:]) is not None
    if not seen.keys() & {"body", "subhead", "headline"}:
        if size <= 30 and place + 1 < len(spans) and (not ended or _title_case(words)):
            return "headline"
        return "body"
    if not ended and size <= 25:
        if next(reversed(seen), None) == "caption":
            return "caption"
        if size <= 14 and words[0] not in "“\"'‘-—•*":
            return "subhead"
    return "body"


def _listed(low: str, words: str, seen: _Seen) -> BlockKind | None:
    if low.startswith(_lines("boilerplate")):
        return "boilerplate"
    if low.startswith(_lines("caption")):
        return "caption"
    if _BYLINE.match(words) or _SIGNED.match(words):
        return "byline"
    dated = _DATE.search(low)
    early = "body" not in seen
    if low.startswith(_lines("dateline")) or (dated and early and not _ENDED.search(words[-3:])):
        return "dateline"
    return None


def _title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _standfirst(found: list[Block]) -> list[Block]:
    """Prose between headline and byline stands first: it says again what the body says."""
    head = next((i for i, block in enumerate(found) if block.kind == "headline"), None)
    if head is None:
        return found
    later = found[head + 1 : head + 5]
    signed = next((i for i, block in enumerate(later) if block.kind in ("byline", "dateline")), 0)
    return [
        block._replace(kind="standfirst")
        if head < i <= head + signed and block.kind in ("body", "subhead")
        else block
        for i, block in enumerate(found)
    ]
