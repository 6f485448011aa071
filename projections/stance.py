"""What one side says of another over time, hostile to friendly, with its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from timeline.projection import (
    Asked,
    Block,
    Cell,
    Change,
    Grid,
    Heading,
    Mark,
    Projection,
    Sentence,
    Sheet,
    Statement,
    Table,
    View,
)  # fmt: skip
from timeline.projection.coverage import checked, coverage, own_words, plural
from timeline.projection.spoken import FAMILIES, SPEECH, Spoken, sharpest
from timeline.projection.statements import Group, group, statement
from timeline.terms import Family


class Stance(Projection[Spoken]):
    """What WHO says of ABOUT over time, from hostile to friendly, in which words.

    Nothing is averaged: a day can hold an accusation and an overture, and both are shown.
    Without words: all pairs, with counts.

        timeline stance NATO China
        timeline stance NATO
    """

    name, version, entry = "stance", 1, Spoken
    takes = ("WHO", "ABOUT")

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """Keep what somebody says or does about somebody, as it now stands."""
        after = change.after
        if after and after.targets and after.form not in ("narrative", "headline"):
            view[change.id] = Spoken.of(after)
        else:
            view.pop(change.id, None)

    def select(self, entry: Spoken, asked: Asked) -> bool:
        """Whether it is by WHO, about ABOUT."""
        who, about = (*asked.words, "", "")[:2]
        return (not who or entry.is_by(who)) and (not about or entry.is_about(about))

    def arrange(self, entries: Iterable[Spoken], asked: Asked) -> Sheet:
        """Counts, the grid, the statements with their words, and what was looked at at all."""
        held = [entry for entry in entries if asked.everything or entry.form in SPEECH]
        if len(asked.words) < 2:
            return (*_pairs(held), coverage(asked))
        who, about = asked.words[:2]
        counted = [entry for entry in held if entry.counts and entry.mode not in NOT_SAID]
        apart = [entry for entry in held if entry.counts and entry.mode == "planned"]
        nameless = [entry for entry in held if not entry.counts and not entry.withdrawn]
        withdrawn = [entry for entry in held if entry.withdrawn]
        groups = group(entry for entry in held if entry.counts and entry.mode != "planned")
        told = [(one, statement(one, asked)) for one in groups]
        return (
            Sentence(_counts(who, about, told, counted), "count"),
            *_grid(told),
            *_apart("Announced, not yet said", apart, asked),
            *_dated(told),
            *_apart("Nameless, at third hand: not counted until accepted", nameless, asked),
            *_apart("Withdrawn: counted nowhere", withdrawn, asked),
            coverage(asked, who),
        )


NOT_SAID = ("planned", "conditional")
"""Modes that are never counted as said."""
EMPTY = Cell(())
UNMARKED = "A row of dots states something plainly, or under a condition: that is no stance."


def _counts(
    who: str, about: str, told: list[tuple[Group, Statement]], counted: list[Spoken]
) -> str:
    said = [pair for pair in told if any(e.mode not in NOT_SAID for e in pair[0].entries)]
    less = len(told) - len(said)
    under = f" {plural(less, 'statement')} more under a condition only." if less else ""
    if not said:
        return f"{who} on {about}: nothing that anybody said, in these articles.{under}"
    articles = len({entry.article for entry in counted})
    undated = sum(not one.said.known for one, _ in said)
    own = own_words([mark for _, line in said for mark in line.marks])
    return (
        f"{who} on {about}: {plural(len(said), 'statement')},"
        f" {plural(len(counted), 'assertion')}, {plural(articles, 'article')};"
        f" {undated:,} undated, {own}. {checked(sum(one.status == 'accepted' for one in counted))}."
        f"{under}"
    )


def _grid(told: list[tuple[Group, Statement]]) -> Iterator[Block]:
    """One row a statement, one column a family that occurs; conditions leave no mark.

    To state something is no stance: it has no column, and its statement a row without a mark.
    """
    rows = [(line, _cells(one, line)) for one, line in told]
    seen: set[Family] = set()
    for (one, _), (_, cells) in zip(told, rows, strict=True):
        if one.said.known:  # what has no date comes last, and begins nothing
            cells |= {name: cells[name]._replace(first=True) for name in cells.keys() - seen}
            seen |= cells.keys()
    held = {family for _, cells in rows for family in cells}
    used = tuple(family for family in FAMILIES if family != "state" and family in held)
    if used:
        yield Grid(
            used,
            tuple(
                [(line, tuple([cells.get(name, EMPTY) for name in used])) for line, cells in rows]
            ),
        )
        if any(cells.keys().isdisjoint(used) for _, cells in rows):
            yield Sentence(UNMARKED)


def _cells(one: Group, line: Statement) -> dict[Family, Cell]:
    """The cells of a row that hold a mark."""
    marks: dict[Family, tuple[Mark, ...]] = {}
    for same, mark in zip(one.points, line.marks, strict=True):
        first = sharpest(same)
        if first.mode not in NOT_SAID:
            marks[first.family] = (*marks.get(first.family, ()), mark)
    return {family: Cell(some) for family, some in marks.items()}


def _dated(told: list[tuple[Group, Statement]]) -> Iterator[Block]:
    undated = [line for one, line in told if not one.said.known]
    yield from (line for one, line in told if one.said.known)
    if undated:
        yield Heading(f"NO DATE ({plural(len(undated), 'statement')})")
        yield from undated


def _apart(title: str, entries: list[Spoken], asked: Asked) -> Iterator[Block]:
    """What is shown, but not as said by anybody answerable."""
    if entries:
        yield Heading(f"{title} ({len(entries):,})")
        yield from (statement(one, asked) for one in group(entries))


def _pairs(entries: list[Spoken]) -> Iterator[Block]:
    """All pairs of a side and whom it speaks of, the most spoken of first."""
    pairs: dict[tuple[str, str], list[Spoken]] = defaultdict(list)
    for entry in entries:
        if entry.counts and entry.mode not in NOT_SAID:
            pairs[entry.side, entry.toward].append(entry)
    counted = [entry for said in pairs.values() for entry in said]
    yield Sentence(
        f"{plural(len(pairs), 'pair')}, {plural(len(counted), 'assertion')}."
        f" {checked(sum(entry.status == 'accepted' for entry in counted))}."
        + (" timeline stance WHO ABOUT shows the words." if pairs else ""),
        "count",
    )
    if not pairs:
        return
    rows = sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    yield Table(
        ("who", "about", "assertions", "families"),
        tuple((who, about, str(len(said)), _families(said)) for (who, about), said in rows),
    )


def _families(entries: list[Spoken]) -> str:
    counts = Counter(entry.family for entry in entries)
    return ", ".join(f"{family} {counts[family]}" for family in FAMILIES if counts[family])
