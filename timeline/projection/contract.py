"""What a projection is, what it is given, and what it keeps.

The engine folds events into changes: how one assertion stood and stands, with actors, sides,
dates and status already resolved. So no projection handles aliases, corrections, re-dating or
retractions, and none can forget to. State lives in the view, never in the projection.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar, overload

from timeline.projection.entry import Entry
from timeline.projection.sheet import Sentence, Sheet, Table
from timeline.terms import Act, Authority, Basis, Family, Form, Mode, Status

__all__ = ["Asked", "Change", "E", "Entry", "Projection", "Standing", "View"]


class Standing(NamedTuple):
    """One assertion as it stands: what was recorded of it, resolved.

    Actors are canonical names. `sides` begins with the actor itself and goes on with all that it
    counts under at that time: what it is part of, and for whom it speaks; a member is not its
    alliance. A tuple, because replay makes one of each of a million events; first the fields
    that every entry keeps, then those of `Spoken`, so that an entry is cut out in one piece.
    """

    position: int
    """Of its first event: an integer that never changes."""
    id: str
    handle: str
    article: str
    status: Status = "proposed"
    checked_by: str | None = None
    actor: str = "(unattributed)"
    """Who asserts; `(article)` for the article's own voice, `(unattributed)` where nobody is."""
    side: str = ""
    """The side spoken for, the last of `sides`."""
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """Actors about or toward whom, the main one first."""
    target_sides: tuple[str, ...] = ()
    occasion: str = ""
    """The occasion's key; the article's id where it has none."""
    said: str = ""
    """EDTF, its own; where it moves with the occasion, `days` says by how many days."""
    basis: Basis = "unknown"
    mention: str = ""
    """The speaker as written."""
    role: str = ""
    """As introduced: "Secretary-General"; empty where not."""
    authority: Authority = "unnamed"
    reporters: tuple[str, ...] = ()
    act: Act = "state"
    family: Family = "state"
    sign: int = 0
    form: Form = "indirect"
    mode: Mode = "said"
    occasion_name: str = ""
    asserted: str = ""
    own: tuple[str, ...] = ()
    """The speaker's own words, each verbatim."""
    reply: str = ""
    """The words that make it an answer."""
    answers: str = ""
    """What the text says that it answers."""
    topics: tuple[str, ...] = ()
    confidence: int = 0
    links: tuple[str, ...] = ()
    """What a person linked it to: `answers ID`, `repeats ID`, `contradicts ID`."""
    corrected: bool = False
    """Whether it stands as a person corrected it."""
    cue: str = ""
    days: tuple[int, ...] = ()
    about: str = ""
    asserted_start: int = 0

    def is_by(self, name: str) -> bool:
        """Whether `name` is the speaker, or somebody that the speaker speaks for."""
        return name in self.sides

    def is_about(self, name: str) -> bool:
        """Whether `name` is a target, or somebody that a target counts under."""
        return name in self.target_sides

    @property
    def counts(self) -> bool:
        """Whether it may stand in counts."""
        return counting(self)


def counting(one: Any) -> bool:  # noqa: ANN401 - a standing, or an entry with these fields
    """Whether an assertion may stand in counts: neither withdrawn nor nameless at third hand."""
    if one.status != "proposed":
        return bool(one.status == "accepted")
    return not (one.sign < 0 and one.reporters and one.authority == "unnamed")


class Change(NamedTuple):
    """One assertion as it stood and as it stands; None: it was not, or it is no more."""

    id: str
    before: Standing | None
    after: Standing | None
    because: int
    """The position of the event behind it."""


E = TypeVar("E", bound=Entry)
View = MutableMapping[str, E]
"""The entries of one projection by assertion id: a dict in a test, rows in service."""


class Articles(Sequence[tuple[str, str, str]]):
    """Of each article in the store: id, short name, publication date as EDTF.

    A store holds many more than an answer names, so it answers `names` and `published` without
    listing them all.
    """

    def __init__(self, listed: Iterable[tuple[str, str, str]] = ()) -> None:
        self._listed = tuple(listed)

    @overload
    def __getitem__(self, at: int) -> tuple[str, str, str]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, str, str]]: ...
    def __getitem__(self, at: int | slice) -> object:
        """Of one article, or of several, in the order in which they came."""
        return self._listed[at]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._listed)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Short names by id."""
        return {id_: short for id_, short, _ in self}

    @cached_property
    def published(self) -> Mapping[str, int]:
        """How many appeared when, by EDTF; `unknown` is a date as well."""
        return Counter(published or "unknown" for _, _, published in self)


class Asked(NamedTuple):
    """What a reader of a view asked for: the positional words of its command, and the store."""

    words: tuple[str, ...] = ()
    """Actors, already resolved to canonical names, or search words."""
    points: bool = False
    """Open statements into their single assertions."""
    everything: bool = False
    """Also headlines, the articles' own voice, and acts merely done."""
    articles: Sequence[tuple[str, str, str]] = ()
    """Of each article in the store: id, short name, publication date as EDTF."""
    occasions: Sequence[tuple[str, str]] = ()
    """Of each occasion: key and name to show."""
    text: Callable[[str], str] = lambda _: ""
    """The stored text of an article by its id, for what stands around an assertion; empty where
    it was erased."""

    @property
    def names(self) -> Mapping[str, str]:
        """Short names of articles by their ids."""
        return self._held.names

    @property
    def published(self) -> Mapping[str, int]:
        """How many articles appeared when, by EDTF; `unknown` is a date as well."""
        return self._held.published

    @property
    def _held(self) -> Articles:
        return self.articles if isinstance(self.articles, Articles) else Articles(self.articles)


class Projection(Generic[E]):
    """A question asked of the record; its docstring is the help text of its command."""

    name: ClassVar[str]
    version: ClassVar[int]
    entry: type[Entry]
    takes: ClassVar[tuple[str, ...]] = ()
    """Names of the positional words of its command.

    Some are understood by the store, which then reads only what answers them: `WHO` (entries by
    this actor), `ABOUT` (entries about it), `ACTOR` (either), `TEXT` (search words). Any other
    is left to `select`.
    """
    withdrawn: ClassVar[bool] = False
    """Whether its command also shows, marked, what people rejected or retracted."""

    def apply(self, change: Change, view: View[E]) -> None:
        """Bring the view up to date with one change; the same twice is the same once."""
        raise NotImplementedError

    def select(self, entry: E, asked: Asked) -> bool:
        """Whether an entry answers what was asked; all do unless a projection says otherwise."""
        del entry, asked
        return True

    def arrange(self, entries: Iterable[E], asked: Asked) -> Sheet:
        """Group, pair and count entries, when they are read; pure.

        Args:
            entries: those selected, sorted by (place, earliest, latest, position).
            asked: what the reader asked for.
        """
        return plain(entries, asked)


def plain(entries: Iterable[Entry], asked: Asked) -> Sheet:
    """One row an entry, for a projection that groups nothing: when, who, about whom, its fields."""
    names = asked.names
    held = list(entries)
    known = Entry.__dict__["_fields"]
    own = [name for name in held[0]._asdict() if name not in known] if held else []
    rows = tuple(
        (
            one.said or "unknown",
            _handle(one, names),
            one.actor,
            ", ".join(one.targets),
            *(_cell(getattr(one, name)) for name in own),
        )
        for one in held
    )
    count = Sentence(f"{len(held):,} {'entry' if len(held) == 1 else 'entries'}.", "count")
    return (count, Table(("said", "id", "who", "about", *own), rows))


def _handle(one: Entry, names: Mapping[str, str]) -> str:
    start, _, offset = one.handle.partition("@")
    return f"{names.get(one.article, start)}@{offset}"


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
