"""Who said what about whom, when: one line a statement."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from timeline.projection import (
    Arrangement,
    Asked,
    Block,
    Change,
    Deferred,
    Heading,
    Projection,
    Sentence,
    View,
    searched,
)  # fmt: skip
from timeline.projection.coverage import checked, coverage, own_words, plural
from timeline.projection.spoken import SPEECH, Spoken, sharpest
from timeline.projection.statements import Group, group, statement, whole

ROOMY = 12
"""So many statements, or fewer, are shown with their words."""


class Log(Projection[Spoken]):
    """Who said what about whom, when: one line for all that one speaker said on one occasion.

    With words, only what holds all of them. Up to twelve statements are shown with their words.
    What people rejected or retracted is shown as such, and not counted.

        timeline log --by China --since 2024-07
        timeline log enabler --points
    """

    name, version, entry = "log", 1, Spoken
    takes = ("TEXT",)
    withdrawn = True

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """Keep every assertion as it now stands, also what a person withdrew."""
        if change.after:
            view[change.id] = Spoken.of(change.after)
        else:
            view.pop(change.id, None)

    def select(self, entry: Spoken, asked: Asked) -> bool:
        """Whether all search words stand in what was said, by whom, of whom, on what occasion."""
        if not asked.words:
            return True
        held = searched(" ".join((
            entry.asserted, entry.mention, *entry.sides, *entry.target_sides, *entry.targets,
            entry.occasion_name, *entry.reporters,
        )))  # fmt: skip
        return all(word in held for text in asked.words for word in searched(text).split())

    def arrange(self, entries: Iterable[Spoken], asked: Asked) -> Arrangement:
        """Statements by year, NO DATE at the foot, counts in the first line."""
        held = list(entries)
        shown = [entry for entry in held if asked.everything or entry.form in SPEECH]
        groups = group(shown)
        if asked.points:
            groups = [Group(same, (same,), whole(same)) for one in groups for same in one.points]
            groups.sort(key=Group.order)
        lines = tuple(_by_year(groups, asked))
        return (Sentence(_counts(held, shown, groups, asked), "count"), *lines, coverage(asked))


def _counts(held: list[Spoken], shown: list[Spoken], groups: list[Group], asked: Asked) -> str:
    """The first line: what is shown, of what, how much is undated and how much checked."""
    apart = Counter(entry.status for entry in shown if entry.withdrawn)
    held = [entry for entry in held if not entry.withdrawn]
    shown = [entry for entry in shown if not entry.withdrawn]
    groups = [one for one in groups if not one.lead.withdrawn]
    undated = sum(not one.said.known for one in groups)
    articles = len({entry.article for entry in shown})
    own = own_words([sharpest(same).mark for one in groups for same in one.points])
    unit = "point" if asked.points else "statement"
    text = (
        f"{plural(len(groups), unit)}, {plural(len(shown), 'assertion')},"
        f" {plural(articles, 'article')}; {undated:,} undated, {own}."
        f" {checked(sum(entry.status == 'accepted' for entry in shown))}."
    )
    if len(held) > len(shown):
        text += f" Not shown ({len(held) - len(shown):,}): headlines, the articles' own voice,"
        text += " things merely done: --all."
    if apart:
        told = ", ".join(f"{apart[status]:,} {status}" for status in sorted(apart))
        text += f" Shown, but not counted: {told}."
    return text


def _by_year(groups: list[Group], asked: Asked) -> Iterator[Block | Deferred]:
    year, brief = "", len(groups) > ROOMY and not asked.points
    for one in groups:
        place = one.said.place
        heading = f"{place:%Y}" if place else "NO DATE"
        if heading != year:
            year = heading
            yield Heading(year)
        yield Deferred(partial(statement, one, asked, brief=brief))
