"""Statements: all that one speaker said on one occasion, gathered over all articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from timeline.projection.asked import Asked
from timeline.projection.documents import adopted
from timeline.projection.duplicates import compatible, merge
from timeline.projection.joining import repeated
from timeline.projection.sheet import Statement
from timeline.projection.spoken import Spoken, point, sharpest, sharpness, told
from timeline.projection.standing import UNNAMED
from timeline.when import UNKNOWN, When


class Group(NamedTuple):
    """The entries of one statement, with those that say the same gathered."""

    entries: tuple[Spoken, ...]
    points: tuple[tuple[Spoken, ...], ...]
    said: When

    @property
    def lead(self) -> Spoken:
        """The sharpest of its entries."""
        return sharpest(self.entries)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that carry it, in the order of its points."""
        return tuple(dict.fromkeys([entry.article for same in self.points for entry in same]))

    def order(self) -> tuple[object, ...]:
        """The key to sort by: (place, earliest, latest, position)."""
        return *self.said.order, self.entries[0].position

    @property
    def by(self) -> frozenset[str]:
        """All that it counts under as a speaker."""
        return frozenset().union(*[entry.sides for entry in self.entries])

    @property
    def about(self) -> frozenset[str]:
        """All that it counts under as a target."""
        return frozenset().union(*[entry.target_sides for entry in self.entries])


def speaker(entry: Spoken) -> str:
    """Whose statement it is: of agreed text the side, else the actor."""
    return entry.side if entry.authority == "agreed" else entry.actor


def group(entries: Iterable[Spoken]) -> list[Group]:
    """Gather entries into statements, sorted by (place, earliest, latest, position).

    Two articles mean one occasion only by its full name. Without a name the article is the
    occasion, apart by date; such statements of one speaker are one where they repeat each other,
    or where both texts give the same single day.
    """
    held: dict[tuple[str, ...], list[Spoken]] = defaultdict(list)
    for entry in entries:
        held[_key(entry)].append(entry)
    return sorted((_group(found) for found in _joined(held)), key=Group.order)


def _key(entry: Spoken) -> tuple[str, ...]:
    """What tells statements apart; a plan, or what was withdrawn, is never one with the rest."""
    planned = "planned" if entry.mode == "planned" else ""
    if entry.withdrawn:
        planned += entry.status
    who = speaker(entry)
    if entry.named:
        return who, planned, entry.occasion
    if entry.basis in ("stated", "inherited", "person") and _single(entry) and who not in UNNAMED:
        return who, planned, "", entry.said
    return who, planned, entry.article, entry.said


def _single(entry: Spoken) -> bool:
    said = When.parse(entry.said)
    return said.earliest is not None and said.earliest == said.latest and not said.uncertain


def _joined(held: Mapping[tuple[str, ...], list[Spoken]]) -> Iterable[list[Spoken]]:
    """Statements without a named occasion that repeat one another across articles become one.

    What belongs to a document or an occasion that its article names goes there before.
    """
    loose: dict[tuple[str, ...], dict[tuple[str, ...], list[Spoken]]] = defaultdict(dict)
    named: dict[tuple[str, ...], list[list[Spoken]]] = defaultdict(list)
    for key, found in held.items():
        if found[0].named:
            named[key[:2]].append(list(found))
        elif key[0] in UNNAMED:
            yield found
        else:
            loose[key[:2]][key] = found
    for who, keys in loose.items():
        rest = adopted(named[who], keys) if who in named else keys
        yield from repeated(rest)
    for statements in named.values():
        yield from statements


def _group(found: list[Spoken]) -> Group:
    if len(found) == 1:
        return Group(tuple(found), (tuple(found),), whole(found))
    points = sorted(merge(found), key=lambda same: min(map(sharpness, same)))
    said = whole(found)
    if When.parse(points[0][0].said).uncertain:
        said = said.doubtful()  # another article dates it; what leads here does not say so itself
    return Group(tuple(found), tuple(tuple(same) for same in points), said)


def whole(entries: Iterable[Spoken]) -> When:
    """The date of a statement: the narrowest that a text gives, a certain one before a `?`."""
    dates = [When.parse(entry.said) for entry in entries if entry.said]
    if len(dates) == 1 and dates[0].known:
        return dates[0]
    return min([date for date in dates if date.known], key=_width, default=UNKNOWN)


def _width(date: When) -> tuple[bool, bool, int, tuple[object, ...]]:
    if date.earliest is None or date.latest is None:
        return True, date.uncertain, 0, date.order
    return False, date.uncertain, (date.latest - date.earliest).days, date.order


def disagreement(one: Group, names: Mapping[str, str]) -> str:
    """What to say where texts give one statement dates that cannot both hold; else nothing."""
    if len(one.entries) == 1:
        return ""
    stated = {
        entry.article: When.parse(entry.said)
        for entry in one.entries
        if entry.basis in ("stated", "occasion") and When.parse(entry.said).known
    }
    pairs = [(a, b) for a in stated for b in stated if a < b]
    for a, b in pairs:
        if not compatible(stated[a], stated[b]):
            said = [f"{names.get(id_, id_[:4])} says {stated[id_].label}" for id_ in (a, b)]
            return f"SOURCES DISAGREE: {', '.join(said)}"
    return ""


def statement(one: Group, asked: Asked, *, brief: bool = False) -> Statement:
    """Tell a group as a statement; `asked` brings the short names of articles."""
    names, lead = asked.names, one.lead
    acts = dict.fromkeys([told(sharpest(same)) for same in one.points])
    if len(acts) > 1:
        acts.pop("state", None)
    return Statement(
        points=tuple([point(same, names) for same in one.points]),
        said=one.said.text,
        who=who(lead),
        side=lead.side if lead.side != lead.actor and lead.side not in UNNAMED else "",
        through=through(lead),
        toward=tuple(dict.fromkeys([name for same in one.points for name in same[0].targets])),
        act=", ".join(list(acts)[:2]),
        sources=tuple([names.get(id_, id_[:4]) for id_ in one.articles]),
        checked="accepted" in [entry.status for entry in one.entries],
        state=_state(one, lead),
        note=disagreement(one, names),
        brief=brief,
    )


def _state(one: Group, lead: Spoken) -> Literal["", "corrected", "rejected", "retracted"]:
    if lead.status in ("rejected", "retracted"):
        return lead.status
    return "corrected" if True in [entry.corrected for entry in one.entries] else ""


def who(entry: Spoken) -> str:
    """The speaker as shown: the actor; the side of agreed text; a nameless one as written."""
    if entry.authority == "agreed":
        return entry.side
    nameless = entry.authority == "unnamed" and entry.actor != entry.side
    if entry.mention and (nameless or entry.actor in UNNAMED):
        return f"“{entry.mention}”"
    return entry.actor


def through(entry: Spoken) -> str:
    """Through what it came: the named occasion or document, the hands that reported it."""
    parts = [entry.occasion_name] if entry.named and entry.occasion_name else []
    if entry.reporters:
        parts.append(f"through {', '.join(entry.reporters)}")
    return "; ".join(parts)
