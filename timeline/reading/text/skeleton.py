"""The skeleton of a sentence: its words as a string of class letters, each quote one letter `Q`.

Rules are written over skeletons: inside quotation marks nothing is a cue, and what is between the
quotes is then a short line of letters. Scare quotes ("a “decisive enabler” of war") stay words.
"""

from bisect import bisect_left
from dataclasses import dataclass

from timeline.reading.cues.lexicon import cue_verbs
from timeline.reading.text.quotes import quotes
from timeline.reading.text.retag import retag
from timeline.reading.text.sentences import ends
from timeline.reading.text.tokens import Tokens, tokens
from timeline.reading.values import Block, BlockKind, Quote, Sentence

SCARE = 3
"""Words in quotation marks, at most this many, without punctuation: a term, no utterance."""
TITLE = 8
"""Words in quotation marks, all capitalised, at most this many: a title."""
_ENDING = frozenset('.?!:…”"—-')
"""Marks behind which a quote opens a sentence of its own."""
PROSE = frozenset({"headline", "standfirst", "caption", "subhead", "body"})
"""Blocks in which somebody may be speaking."""
_TITLES = frozenset({"headline", "subhead", "standfirst"})


@dataclass(slots=True)
class Skeleton:
    """One sentence: parallel sequences over its items, and where it stands."""

    tags: str
    low: list[str]
    start: list[int]
    end: list[int]
    quote: list[int]
    """Index of the quote that an item `Q` stands for, else -1."""
    sentence: int
    paragraph: int
    block: BlockKind


@dataclass(slots=True)
class Page:
    """An article taken apart: what every rule reads."""

    copy: str
    blocks: list[Block]
    sentences: list[Sentence]
    quotes: list[Quote]
    skeletons: list[Skeleton]

    def within(self, start: int, end: int) -> list[Quote]:
        """The quotes that begin between two offsets."""
        quotes = self.quotes
        first = bisect_left(quotes, (start,))
        return quotes[first : bisect_left(quotes, (end,), first)]


def page(copy: str, blocks: list[Block]) -> Page:
    """Take a shadow copy apart, block by block."""
    made = Page(copy, blocks, [], [], [])
    for place, block in enumerate(blocks):
        if block.kind in PROSE:
            _paragraph(made, place, block)
    return made


def _paragraph(made: Page, place: int, block: Block) -> None:
    copy = made.copy
    title = block.kind in _TITLES and _title_case(copy, block)
    words = tokens(copy, block.start, block.end, title_case=title)
    found = quotes(copy, block.start, block.end)
    quote_of = _membership(words, found, len(made.quotes))
    retag(words)
    long = {len(made.quotes) + i for i, quote in enumerate(found) if not _scare(copy, quote)}
    made.quotes.extend(found)
    first = 0
    for last in ends(words, copy, quote_of):
        if last > first:
            made.sentences.append(
                Sentence(words.start[first], words.end[last - 1], block.kind, place)
            )
            made.skeletons.append(_skeleton(made, words, quote_of, long, range(first, last)))
        first = last


def _title_case(copy: str, block: Block) -> bool:
    long = [word for word in copy[block.start : block.end].split() if len(word) > 3]
    return sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def _membership(words: Tokens, found: list[Quote], base: int) -> list[int]:
    """For each token the index of its quote, or -1; one pass, both lists are in order."""
    member = [-1] * len(words.start)
    last = 0
    for i, quote in enumerate(found, base):
        first = bisect_left(words.start, quote.start, last)
        last = bisect_left(words.start, quote.end, first)
        member[first:last] = [i] * (last - first)
    return member


def _scare(copy: str, quote: Quote) -> bool:
    """A term or a title in quotation marks, no utterance."""
    inner = copy[quote.inner_start : min(quote.inner_end, quote.inner_start + 80)].strip()
    if not quote.closed or quote.inner_end - quote.inner_start >= 80:
        return False
    words = inner.rstrip(",").split()
    if inner.endswith(","):
        return _entitled(words, copy[max(0, quote.start - 20) : quote.start])
    if not inner or inner[-1] in ",.!?…":
        return False
    titled = len(words) <= TITLE and all(word[0].isupper() for word in words if len(word) > 3)
    return len(words) <= SCARE or titled


def _entitled(words: list[str], before: str) -> bool:
    """A title before its comma: "the show “The Voice,” mentioned", no “Yes,” and no opening."""
    noun = before.split()[-1:] if before[-1:] == " " else []
    if not noun or noun[0][-1] in _ENDING or not 1 < len(words) <= TITLE:
        return False
    if not all(word[0].isupper() for word in words if len(word) > 3):
        return False
    finite = cue_verbs().get(noun[0], ("", "b"))[1] != "b"
    named = noun[0].isalpha() and noun[0].islower() and not finite
    return sum(len(word) > 3 for word in words) > 1 or (named and words[0][0].isupper())


def _skeleton(
    made: Page, words: Tokens, quote_of: list[int], long: set[int], within: range
) -> Skeleton:
    sentence = made.sentences[-1]
    first, last = within.start, within.stop
    letters = "".join(words.tag[first:last])
    if "q" not in letters and max(quote_of[first:last]) < 0:  # most have no quotes
        return Skeleton(
            letters, words.low[first:last],
            words.start[first:last], words.end[first:last], [-1] * len(within),
            len(made.skeletons), sentence.paragraph, sentence.block,
        )  # fmt: skip
    tags: list[str] = []
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    quote: list[int] = []
    open_quote = -1
    for i in within:
        inside = quote_of[i]
        if inside >= 0 and inside in long:
            if inside != open_quote:
                open_quote = inside
                tags.append("Q")
                low.append("")
                start.append(made.quotes[inside].start)
                end.append(made.quotes[inside].end)
                quote.append(inside)
        elif words.tag[i] != "q":
            tags.append(words.tag[i])
            low.append(words.low[i])
            start.append(words.start[i])
            end.append(words.end[i])
            quote.append(-1)
    return Skeleton(
        "".join(tags), low, start, end, quote,
        len(made.skeletons), sentence.paragraph, sentence.block,
    )  # fmt: skip
