"""What is asked of the record and what is answered: frozen values, no store behind them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from timeline.projection import Asked, Entry, Projection, Standing
from timeline.when import When

State = Literal["live", "stale", "failed", "building", "absent"]
"""`stale`: made by other code, frozen but readable; `absent`: nobody has asked for it yet."""


class Filters(NamedTuple):
    """The same words of every reading command; within one word any of several will do."""

    by: tuple[str, ...] = ()
    """Speakers, or whom they speak for: any name that resolves."""
    about: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    """Acts or families."""
    topic: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    """Articles: short name, start of the SHA-256, file name, or publisher."""
    since: When | None = None
    until: When | None = None
    mode: Literal["place", "possible", "certain"] = "place"
    """Whether `since` and `until` ask of the place, of any day it may have been, of all."""
    as_of: str | int | None = None
    """A position (an int, or `#11`), an instant (RFC 3339, UTC unless it says), or a day."""
    status: tuple[str, ...] = ()
    """Any of them; `corrected` is what stands as a person corrected it, whatever its status."""
    min_confidence: int = 0
    """Per cent."""
    limit: int | None = None
    reverse: bool = False
    text: str = ""
    """Words that must all be there; each is a word, whatever signs it holds."""
    points: bool = False
    everything: bool = False


class Answer(NamedTuple):
    """What a view answers, stamped with what it rests on, so that it can be cited."""

    entries: Iterator[Any]
    """Entries of the view, sorted by (place, earliest, latest, position)."""
    asked: Asked
    projection: Projection[Any]
    view: str
    version: int
    """Of the code that made the rows: an older one where the view is stale."""
    position: int
    """Of the chronicle, up to which the answer goes."""
    sealed: Callable[[], str]
    state: State
    behind: int
    """Positions that the view has not seen."""
    warnings: tuple[str, ...] = ()
    """Sentences for stderr: stale, behind, rebuilt."""

    @property
    def digest(self) -> str:
        """Hexadecimal; of the whole view as of `position`, as a replay up to there would have it.

        As of an earlier one it takes a pass over the view, while its entries are not all read.
        """
        return self.sealed()


class ArticleStanding(NamedTuple):
    """What is known of one article."""

    position: int
    id: str
    sha256: str
    name: str
    short: str
    """What handles of it begin with: its file number, or the start of its SHA-256."""
    title: str
    publisher: str
    url: str
    published: str
    """EDTF, `unknown` where it is."""
    basis: str
    rule: str
    phrase: str
    phrase_start: int | None
    phrase_end: int | None
    size: int
    media_type: str
    at: str
    by: str
    found: int
    """Assertions recorded of it at the last reading."""
    refused: tuple[str, ...]
    findings: tuple[str, ...]
    notes: tuple[str, ...] = ()


class OccasionStanding(NamedTuple):
    """An occasion, and when it was."""

    key: str
    name: str
    said: str
    """EDTF; `unknown` where nobody says."""
    basis: str
    dated_by: tuple[str, ...]
    """Ids of articles, or the person, on whose word the date rests."""
    assertions: int
    """How many hang on it."""


class ActorStanding(NamedTuple):
    """A name that speaks or is spoken of, and how often."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    by: int
    """Assertions that it made itself."""
    about: int


class ProjectionState(NamedTuple):
    """One projection: its code, and the view that answers for it."""

    name: str
    version: int
    position: int
    behind: int
    state: State
    digest: str
    rows: int
    error: str
    """Why it could not be loaded, or at which position it failed and how; else empty."""
    help: str


class Decided(NamedTuple):
    """An event of an assertion, an article, an occasion or an actor: its position, what it says."""

    position: int
    name: str
    event: dict[str, Any]


class Difference(NamedTuple):
    """One row of a view, before and after, because of which events."""

    view: str
    id: str
    handle: str
    before: Entry | None
    after: Entry | None
    because: tuple[int, ...]


class Changed(NamedTuple):
    """What was learnt, corrected, withdrawn between two positions."""

    first: int
    """The position before the first event told."""
    last: int
    decisions: tuple[Decided, ...]
    """Events that changed a mind, in order; readings are counted apart."""
    recorded: int
    """Assertions found by readers."""
    articles: int
    differences: tuple[Difference, ...]
    moved: Mapping[int, int] = {}
    """How many assertions a decision on an article's date dated anew, by its position."""
    warnings: tuple[str, ...] = ()
    """Sentences on views that were replayed, or do not go as far."""


class Found(NamedTuple):
    """An assertion as it stands, with its whole record."""

    standing: Standing
    record: dict[str, Any]
