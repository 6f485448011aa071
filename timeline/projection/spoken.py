"""What a view of speech keeps of one assertion, and how a point is told from it."""

from collections.abc import Mapping, Sequence

from timeline.projection.entry import Entry
from timeline.projection.sheet import Mark, Point
from timeline.projection.standing import Standing, counting
from timeline.terms import Act, Authority, Family, Form, Mode
from timeline.when import When

FAMILIES: tuple[Family, ...] = (
    "accuse", "criticise", "concern", "warn", "ask", "state", "open", "support",
)  # fmt: skip
"""The columns of a stance view, from hostile to friendly."""
RANKS: dict[str, int] = {
    **{name: rank for rank, name in enumerate(FAMILIES)},
    "state": len(FAMILIES),
}
"""From hostile to friendly, plain statements last."""
SPEECH: tuple[Form, ...] = ("direct", "mixed", "indirect")
"""The forms in which somebody says something: the fewer words are the speaker's own, the later.
The rest is shown when all is asked for."""
NOTES: dict[Mode, str] = {
    "planned": "announced, not yet said",
    "conditional": "a condition, not an act",
    "asked": "a question",
    "hedged": "hedged",
}


class Spoken(Entry):
    """One assertion, with its words and what makes it stance, answer or repetition."""

    toward: str
    mention: str
    role: str
    authority: Authority
    reporters: tuple[str, ...]
    act: Act
    family: Family
    sign: int
    form: Form
    mode: Mode
    occasion_name: str
    asserted: str
    own: tuple[str, ...]
    reply: str
    answers: str
    topics: tuple[str, ...]
    confidence: int
    links: tuple[str, ...]
    corrected: bool

    def is_by(self, name: str) -> bool:
        """Whether `name` is the speaker, or somebody that the speaker speaks for."""
        return name in self.sides

    def is_about(self, name: str) -> bool:
        """Whether `name` is a target, or somebody that a target counts under."""
        return name in self.target_sides

    def linked(self, relation: str) -> tuple[str, ...]:
        """Ids of what a person says that it answers, repeats or contradicts."""
        pairs = (link.split(" ", 1) for link in self.links)
        return tuple(other for kind, other in pairs if kind == relation)

    @property
    def counts(self) -> bool:
        """Whether it may stand in counts."""
        return counting(self)

    @property
    def withdrawn(self) -> bool:
        """Whether a person rejected or retracted it: shown as such, counted nowhere."""
        return self.status in ("rejected", "retracted")

    @property
    def named(self) -> bool:
        """Whether its occasion has a name, and so is the same in every article."""
        return self.occasion not in ("", self.article)

    @property
    def mark(self) -> Mark:
        """Own words where all of it, or at least half, stands inside quotation marks."""
        if self.form == "direct":
            return "own"
        if self.form != "mixed":
            return "reported"
        return "own" if 2 * sum(map(len, self.own)) >= len(self.asserted) else "reported"

    @property
    def words(self) -> str:
        """The speaker's own words where the mark says so, else the article's."""
        return " … ".join(self.own) if self.own and self.mark == "own" else self.asserted


def sharpness(entry: Spoken) -> tuple[int, bool, int]:
    """The order of points in a statement: hostile first, plain statements last, quotes before.

    A day can hold an accusation and an overture. The sharpest leads the line because missing it
    would cost most; the overture is beside it, not averaged in.
    """
    return RANKS[entry.family], entry.mark != "own", entry.position


def sharpest(entries: Sequence[Spoken]) -> Spoken:
    """The one that leads; mostly there is only one."""
    return entries[0] if len(entries) == 1 else min(entries, key=sharpness)


def _leading(entry: Spoken) -> tuple[object, ...]:
    """The order of those that say the same: of two alike, the one with a date shows it."""
    *sharp, position = sharpness(entry)
    return *sharp, not When.parse(entry.said).known, position


def told(entry: Spoken) -> str:
    """The word for what it does: its family, or for a plain statement its act."""
    if entry.act == "reject":
        return entry.act
    if entry.family != "state":
        return entry.family
    return "answer" if entry.reply and entry.act == "state" else entry.act


def point(same: Sequence[Spoken], names: Mapping[str, str]) -> Point:
    """One point of assertions that say the same, the sharpest told first.

    Args:
        same: the assertions.
        names: short names by article id, with which handles begin where they are known.
    """
    held = sorted(same, key=_leading) if len(same) > 1 else same
    first = held[0]
    return Point(
        ids=tuple([entry.id for entry in held]),
        handles=tuple([handle(entry, names) for entry in held]),
        mark=first.mark,
        words=first.words,
        act=told(first),
        note=_note(first),
    )


def _note(entry: Spoken) -> str:
    """What keeps it from being a plain saying; mostly nothing does."""
    note = NOTES.get(entry.mode, "")
    if entry.counts:
        return note
    why = entry.status if entry.withdrawn else "nameless, at third hand: not counted"
    return f"{note}; {why}" if note else why


def handle(entry: Spoken | Standing, names: Mapping[str, str]) -> str:
    """The handle as people read it: the article's short name, `@`, the offset of the words."""
    article, sign, offset = entry.handle.partition("@")
    return f"{names.get(entry.article, article)}{sign}{offset}"
