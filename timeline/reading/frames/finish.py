"""From drafts to values: items become spans, a quote of several sentences one each."""

import re
from typing import NamedTuple

from timeline.assertion import Form
from timeline.reading.frames.carried import Spoken
from timeline.reading.speakers.parts import only
from timeline.reading.text.sentences import LONGEST, ends
from timeline.reading.text.skeleton import Page
from timeline.reading.text.tokens import tokens
from timeline.reading.values import Span

_UNSAID: dict[str, Form] = {"doing": "action", "narrating": "narrative", "taking_part": "action"}
_TITLES = frozenset({"headline", "standfirst", "caption"})
_CLOSING = frozenset({"”", '"'})
_FRINGE = " \n\r,;:—-_"
_STOP, _WORD = re.compile(r"[.?!…]"), re.compile(r"[^\W_]")
_ENDED = re.compile(r"[\s.,?!…\"'”’—_-]*")


class Said(NamedTuple):
    """One asserted stretch of an utterance."""

    content: tuple[Span, ...]
    own: tuple[Span, ...]
    form: Form
    passage: Span


def finish(made: Page, spoken: Spoken) -> list[Said]:
    """The values of one draft: one, or one for each sentence of its quotes."""
    sk, draft = spoken.sk, spoken.draft
    stretches = [_stretch(made, spoken, a, b) for a, b in draft.content]
    stretches = [span for span in stretches if span.end > span.start]
    if not stretches:
        return []
    quotes = _quotes(made, spoken) if "Q" in sk.tags else []
    direct = _direct(spoken)
    if direct and not quotes:
        return []
    frame = _frame(spoken)
    if not direct or draft.frame in {"nominal", *_UNSAID}:
        own = _clipped((*quotes, *_scare(made, stretches, quotes)), stretches)
        form: Form = "mixed" if own else "indirect"
        form = _UNSAID.get(draft.frame, form)
        form = "headline" if sk.block in _TITLES else form
        return [Said(tuple(stretches), tuple(sorted(own)), form, _cover(*stretches, *frame))]
    form = "headline" if sk.block in _TITLES else "direct"
    pieces = [piece for quote in quotes for piece in _sentences(made.copy, quote)]
    near = _nearest(pieces, frame)
    return [
        Said((piece,), (piece,), form, _cover(piece, *frame) if i == near else piece)
        for i, piece in enumerate(pieces)
    ]


def _stretch(made: Page, spoken: Spoken, first: int, last: int) -> Span:
    start, end = spoken.sk.start[first], spoken.sk.end[last]
    while start < end and made.copy[start] in _FRINGE:
        start += 1
    while end > start and made.copy[end - 1] in _FRINGE:
        end -= 1
    if made.copy[end : end + 1] in _CLOSING and _open(made.copy[start:end]):
        end += 1
    return Span(start, end)


def _open(words: str) -> bool:
    """Whether a quotation mark is opened in these words and not closed."""
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _direct(spoken: Spoken) -> bool:
    return all(only(spoken.sk, a, b, "Q,-C") for a, b in spoken.draft.content)


def _quotes(made: Page, spoken: Spoken) -> list[Span]:
    return [
        Span(quote.inner_start, quote.inner_end)
        for a, b in spoken.draft.content
        for i in range(a, b + 1)
        if spoken.sk.tags[i] == "Q"
        for quote in (made.quotes[spoken.sk.quote[i]],)
        if quote.inner_end > quote.inner_start
    ]


def _scare(made: Page, stretches: list[Span], known: list[Span]) -> list[Span]:
    """Terms in quotation marks inside a paraphrase: they are the speaker's words as well."""
    within = made.within(stretches[0].start, stretches[-1].end)
    if not within:
        return []
    return [
        Span(quote.inner_start, quote.inner_end)
        for quote in within
        if quote.inner_end > quote.inner_start
        and Span(quote.inner_start, quote.inner_end) not in known
        and any(s.start <= quote.start and quote.inner_end <= s.end for s in stretches)
    ]


def _clipped(own: tuple[Span, ...], stretches: list[Span]) -> list[Span]:
    """Own words end where the content does: a quote without its end runs on."""
    if not own:
        return []
    inside = (
        Span(max(span.start, part.start), min(span.end, part.end))
        for span in own
        for part in stretches
    )
    return [span for span in inside if span.end > span.start]


def _frame(spoken: Spoken) -> list[Span]:
    sk, draft, _, home = spoken
    spans = [Span(sk.start[draft.cue[0]], sk.end[draft.cue[1]])] if draft.cue else []
    if draft.subject and home is sk:
        spans.append(Span(sk.start[draft.subject.first], sk.end[draft.subject.last]))
    return spans


def _cover(*spans: Span) -> Span:
    return Span(min([span.start for span in spans]), max([span.end for span in spans]))


def _nearest(pieces: list[Span], frame: list[Span]) -> int:
    """The sentence next to its attribution carries it; the others stand alone."""
    if not frame:
        return -1
    at = frame[0].start
    return min(
        range(len(pieces)), key=lambda i: min(abs(pieces[i].start - at), abs(pieces[i].end - at))
    )


def _sentences(copy: str, quote: Span) -> list[Span]:
    if _is_one(copy, quote):
        return [_trimmed(copy, *quote)]
    made = tokens(copy, quote.start, quote.end)
    found, first = [], 0
    for last in ends(made, copy, [-1] * len(made.low), inside=True):
        if last > first:
            span = _trimmed(copy, made.start[first], made.end[last - 1])
            if span.end > span.start and any(tag not in ".,-q?" for tag in made.tag[first:last]):
                found.append(span)
        first = last
    return found or [quote]


def _is_one(copy: str, quote: Span) -> bool:
    """Whether it is one sentence without a doubt: short, and no stop in it before its end."""
    if quote.end - quote.start > LONGEST:
        return False
    stop = _STOP.search(copy, *quote)
    ended = stop is None or _ENDED.fullmatch(copy, stop.start(), quote.end) is not None
    return ended and _WORD.search(copy, *quote) is not None


def _trimmed(copy: str, start: int, end: int) -> Span:
    while start < end and (copy[start].isspace() or copy[start] == "_"):
        start += 1
    while end > start and (copy[end - 1].isspace() or copy[end - 1] == "_"):
        end -= 1
    while end > start and copy[end - 1] in ",—- _":
        end -= 1
    return Span(start, end)
