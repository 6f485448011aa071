"""What texts themselves claim to be first, and what is earliest in this store."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from timeline.projection import (
    Asked,
    Block,
    Change,
    Heading,
    Point,
    Projection,
    Sentence,
    Sheet,
    Statement,
    View,
)  # fmt: skip
from timeline.projection.coverage import checked, coverage, plural
from timeline.projection.spoken import SPEECH, Spoken
from timeline.projection.statements import Group, group, statement
from timeline.when import When

CLAIM = re.compile(
    r"\bfor the (?:very )?first time\b|\bfirst[- ]ever\b|\bunprecedented\b|\bnever before\b"
    r"|\bfirst \w+ed\b|(?:\bthe|\bits|\btheir|\bhis|\bher|['’‘]s) (?:very )?first\b"
    r"(?![ -](?:lady|minister|secretary|half|quarter|name|place|round|of all|week|month|\w*day"
    r"|aid|class|degree|hand|person|responders?|term))",
    re.IGNORECASE,
)
"""Words that claim to be first; "the first lady" and "its first-half loss" claim nothing."""
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’»]*(?=\s|$)|$)", re.MULTILINE)
SHOWN = 5
"""Statements of one pair that are told where it cannot be decided which was first."""


class Spot(Spoken):
    """An assertion, and where its words begin in its article."""

    asserted_start: int


class Claim(NamedTuple):
    """A sentence that claims a first, verbatim, and the assertion that it is nearest to."""

    entry: Spot
    words: str
    inside: bool
    """Whether the assertion stands in that very sentence, not only in its paragraph."""


class Firsts(Projection[Spot]):
    """What texts claim to be first of what WHO says of ABOUT, and what is earliest in this store.

    Claims are the articles' words, side by side; earliest is what no other statement here can
    come before: certain, or it cannot be decided, and then from what.

        timeline firsts NATO China
    """

    name, version, entry = "firsts", 1, Spot
    takes = ("WHO", "ABOUT")

    def apply(self, change: Change, view: View[Spot]) -> None:
        """Keep what somebody says of somebody, as it now stands."""
        after = change.after
        if after and after.targets and after.form in SPEECH and after.counts:
            view[change.id] = Spot.of(after)
        else:
            view.pop(change.id, None)

    def select(self, entry: Spot, asked: Asked) -> bool:
        """Whether it is by WHO, about ABOUT."""
        who, about = (*asked.words, "", "")[:2]
        return (not who or entry.is_by(who)) and (not about or entry.is_about(about))

    def arrange(self, entries: Iterable[Spot], asked: Asked) -> Sheet:
        """Claims first, by pair of sides; then the earliest of each pair that spoke twice."""
        held = list(entries)
        told = claims(held, asked)
        pairs = _pairs([one for one in held if one.mode == "said"], asked)
        return (
            Sentence(_counts(told, pairs, held), "count"),
            *_claimed(told, asked),
            *_earliest(pairs, asked),
            coverage(asked),
        )


def claims(entries: Iterable[Spot], asked: Asked) -> list[Claim]:
    """The sentences that claim a first, of paragraphs in which an entry stands; each once."""
    articles: dict[str, list[Spot]] = defaultdict(list)
    for entry in entries:
        articles[entry.article].append(entry)
    found = (one for id_, held in articles.items() for one in _claims(held, asked.text(id_)))
    return sorted(found, key=lambda one: (When.parse(_said(one)).order, one.entry.position))


def _claims(entries: list[Spot], text: str) -> Iterator[Claim]:
    for match in SENTENCE.finditer(text):
        words = match[0].strip()
        if claim := CLAIM.search(match[0]):
            start, line = match.start() + claim.start(), text.rfind("\n", 0, match.start())
            end = text.find("\n", match.end())
            around = [one for one in entries if line < one.asserted_start < (end % (len(text) + 1))]
            nearest = min(around, key=lambda one: abs(one.asserted_start - start), default=None)
            within = [one for one in around if match.start() <= one.asserted_start < match.end()]
            if nearest is not None:
                one = min(within, key=lambda one: abs(one.asserted_start - start), default=nearest)
                yield Claim(one, words, bool(within))


def _said(one: Claim) -> str:
    """Its date: that of the assertion in the same sentence; of a neighbour it says nothing."""
    return one.entry.said or "unknown" if one.inside else "unknown"


def _pairs(entries: list[Spot], asked: Asked) -> dict[tuple[str, str], list[Group]]:
    """Statements by who speaks for whom of whom; as asked for, where both were named."""
    pairs: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for entry in entries:
        pairs[_pair(entry, asked)].append(entry)
    found = {pair: group(said) for pair, said in pairs.items()}
    return {pair: groups for pair, groups in sorted(found.items()) if len(groups) > 1}


def _pair(entry: Spot, asked: Asked) -> tuple[str, str]:
    who, about = (*asked.words, "", "")[:2]
    return who or entry.side, about or entry.toward


def _counts(told: list[Claim], pairs: dict[tuple[str, str], list[Group]], held: list[Spot]) -> str:
    checks = sum(entry.status == "accepted" for entry in held)
    return (
        f"{plural(len(told), 'claim')} to be first, by the texts themselves;"
        f" {plural(len(pairs), 'pair')} of which one statement may be the earliest."
        f" {checked(checks)}."
    )


def _claimed(told: list[Claim], asked: Asked) -> Iterator[Block]:
    pairs: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in told:
        pairs[_pair(one.entry, asked)].append(one)
    for (who, about), claimed in sorted(pairs.items()):
        yield Heading(f"Claimed by the texts, {who} on {about} ({len(claimed):,})")
        yield from (_line(one, asked) for one in claimed)
        if len(claimed) > 1:
            yield Sentence(_apart(claimed), "warning")


def _apart(claimed: list[Claim]) -> str:
    """What keeps claims of one pair apart, as far as their dates tell."""
    dates = dict.fromkeys(When.parse(_said(one)) for one in claimed)
    known = [date for date in dates if date.known]
    if any(a.certainly_before(b) for a in known for b in known):
        labels = ", ".join(date.label for date in known)
        return (
            f"SOURCES DISAGREE on the first: {labels}; or they speak of different things"
            " (a declaration, a document, a word). All stand as written."
        )
    return "Whether these claim the same first cannot be decided from their dates."


def _line(one: Claim, asked: Asked) -> Statement:
    """A claim as a statement whose words are the article's sentence."""
    said = When.parse(_said(one))
    line = statement(Group((one.entry,), ((one.entry,),), said), asked)
    (point,) = line.points
    where = "" if one.inside else "not of this assertion, but of one beside it in the paragraph"
    words = Point(point.ids, point.handles, "reported", one.words, "first", where)
    return line._replace(points=(words,), act="first")


def _earliest(pairs: dict[tuple[str, str], list[Group]], asked: Asked) -> Iterator[Block]:
    for (who, about), groups in pairs.items():
        first, verdict = earliest([one.said for one in groups])
        yield Heading(f"Earliest in this store, {who} on {about}: {verdict}")
        yield from (statement(groups[at], asked, brief=len(first) > 1) for at in first[:SHOWN])
        if len(first) > SHOWN:
            yield Sentence(f"and {len(first) - SHOWN:,} more that may be", "hint")


def earliest(dates: list[When]) -> tuple[list[int], str]:
    """Which of these can be the first, those with a first day before others; and how sure it is.

    >>> earliest([When.parse("2019"), When.parse("2022-05")])
    ([0], 'certainly the first')
    >>> earliest([When.parse("2019"), When.parse("../2020"), When.parse("unknown")])[1]
    'cannot be decided among 3 (1 with only a last day, 1 undated)'
    """
    ends = [(date.widest[1], date) for date in dates if not date.uncertain]
    bar = min(((end, date) for end, date in ends if end), key=itemgetter(0), default=None)
    can = [at for at, date in enumerate(dates) if not bar or not bar[1].certainly_before(date)]
    if len(can) == 1:
        return can, "certainly the first"
    open_ = sum(dates[at].known and dates[at].earliest is None for at in can)
    undated = sum(not dates[at].known for at in can)
    why = [f"{open_} with only a last day"] if open_ else []
    why += [f"{undated} undated"] if undated else []
    can.sort(key=lambda at: (dates[at].earliest is None, dates[at].order))
    return can, f"cannot be decided among {len(can)}" + (f" ({', '.join(why)})" if why else "")
