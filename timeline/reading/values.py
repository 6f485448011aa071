"""What reading passes from room to room: spans, blocks, sentences, quotes, names, attributions.

Every offset counts code points of the article's text as stored; the words of a span are always
`text[start:end]`, and nothing here holds a copy of them.
"""

from typing import Literal, NamedTuple

from timeline.assertion import Form, Kind, Mode

BlockKind = Literal[
    "headline", "standfirst", "byline", "dateline", "caption", "subhead", "boilerplate", "body"
]


class Span(NamedTuple):
    """A stretch of the text, end exclusive."""

    start: int
    end: int


class Block(NamedTuple):
    """A paragraph of the article and what it serves as."""

    kind: BlockKind
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence; a quote of several sentences does not break the one that carries it."""

    start: int
    end: int
    block: BlockKind
    paragraph: int
    """Index into the article's blocks."""


class Quote(NamedTuple):
    """Words between quotation marks: with the marks, and without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    """False where the closing mark is missing: the quote runs on, or its end was forgotten."""


class Name(NamedTuple):
    """The fullest verbatim name in this article that a mention refers to, as introduced."""

    span: Span
    """Without its role: "Jens Stoltenberg"; of an office without a name, the whole phrase."""
    role: Span | None = None
    """ "Secretary-General", "Foreign Ministry spokesperson"."""
    body: Span | None = None
    """Whose role it is, or whose document: "NATO", "Chinese", "U.S."."""
    kind: Kind = "unknown"


class Attribution(NamedTuple):
    """That somebody said (or did) something, each part tied to its place."""

    passage: Span
    """The words that carry it, with cue and speaker."""
    content: tuple[Span, ...]
    """The part that is asserted; more than one where the attribution splits it."""
    own: tuple[Span, ...]
    """The speaker's own words: what stands inside quotation marks, without the marks."""
    cue: Span | None
    lemma: str
    """The cue's base form: "accuse", "voice concern", "according to", "(dash)", "(carried)"."""
    frame: str
    """The file in `frames` whose rule it is."""
    speaker: Span | None
    """The mention as written; None in a passive without an agent, or the article's own voice."""
    name: Name | None
    form: Form
    mode: Mode
    reporters: tuple[tuple[Span, Name | None], ...]
    """Through whose hands it came, the nearest to the article first."""
    object: Span | None
    """Whom an object verb names: "accused Y of Z" → Y."""
    sentence: int
    """Index into the article's sentences."""
    pattern: str
    """Frame, form and what else its reliability hangs on: the key of `confidence`."""
    confidence: int
    """Per cent: how often this pattern had words and speaker right on unseen news."""
    repeats: tuple[Span, ...] = ()
    """Passages of this article that print the same again."""
    utterance: int = 0
    """The same number for every sentence of one utterance (one quote, or a quote split in two)."""


class Attributions(NamedTuple):
    """All that one article says of who said what, with the ground that it stands on."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    """In the order of their passages."""
    names: tuple[Name, ...]
    """Every name introduced, in the order of the text."""
