"""Finding the same assertion said again: a view's matter, never the record's.

Speaker, target, family and time are compared before words, so that two summits that share a
formula stay two assertions. Word overlap is crude on purpose: it has to be explainable.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from timeline.projection.spoken import Spoken
from timeline.when import When

NEAR = 7
"""Days: `no later than` dates are compatible if the articles are at most this far apart."""
SHARE = 0.6
"""Of the shorter one's words that must stand in the longer one."""
FEWEST = 2
"""Words that must be shared at all."""
SHARED = 2
"""Topics of the issue lexicon that tell one matter in two articles, whatever their words."""
COMMON = 64
"""A word that stands in more points than this tells nothing apart; it also bounds the work."""
QUOTED = 6
"""Words of a quote that nobody says twice by chance."""
WORD = re.compile(r"[^\W\d_]{4,}|\d+")
EMPTY = (
    "that this these those with from have been were will would could should their they them which "
    "what when where while there than then said says into about also over more most only"
)
"""Words that carry nothing."""
NOTHING = frozenset(EMPTY.split())
Part = tuple[tuple[object, ...], int]
"""What has to be equal before words are compared, and the number of a stretch of time."""


def compatible(one: When, other: When) -> bool:
    """Whether both can be the time of one saying; two unknown ones can, one alone cannot."""
    if not one.known or not other.known:
        return one.known == other.known
    if one.earliest and other.earliest:
        return one.overlaps(other)
    near = one.place and other.place and abs((one.place - other.place).days) <= NEAR
    return bool(near) and one.overlaps(other)


def may_be_one(said: str, other: str) -> bool:
    """Whether two dates, in EDTF, can be of one saying, for the one that is unknown may be any."""
    one, two = When.parse(said), When.parse(other)
    return compatible(one, two) or not (one.known and two.known)


def stems(text: str) -> frozenset[str]:
    """The words that carry a sentence, cut to six letters: "threaten" is "threatened"."""
    return frozenset([word[:6] for word in WORD.findall(text.lower()) if word not in NOTHING])


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether enough of the shorter one's words stand in the longer one."""
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARE * min(len(one), len(other))


def merge(entries: Iterable[Spoken]) -> list[list[Spoken]]:
    """Gather entries that say the same, or of which a person says so, in order of the first.

    The caller sees to it that they have one speaker; family, target, mode and time are seen to
    here. Linear but for words and topics that few points share.
    """
    told = list(entries)
    parts = _parts(told)
    alone = Counter(parts)
    held: dict[Part, _Alike] = defaultdict(_Alike)
    found: list[list[Spoken]] = []
    for entry, part in zip(told, parts, strict=True):
        same = held[part].put(entry) if alone[part] > 1 else [entry]
        if len(same) == 1:
            found.append(same)
    return _repeating(found)


def _parts(entries: Sequence[Spoken]) -> list[Part]:
    """Of each entry the part in which others can say the same: one key, times that may meet."""
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        places[_key(entry)].append(at)
    parts: list[Part] = [((), 0)] * len(entries)
    for key, held in places.items():
        if len(held) == 1:
            parts[held[0]] = key, 0
            continue
        number = end = 0
        for first, last, at in sorted([(*_reach(entries[at].said), at) for at in held]):
            number += first > end
            end = max(end, last)
            parts[at] = key, number
    return parts


def _reach(said: str) -> tuple[int, int]:
    """From day to day, as ordinals: times that are `compatible` meet in it; the unknown in all."""
    date = When.parse(said)
    if date.earliest is None and date.place:
        return date.place.toordinal() - NEAR, date.place.toordinal() + NEAR
    start, end = date.widest
    return start.toordinal() if start else 0, end.toordinal() if end else dt.date.max.toordinal()


class _Alike:
    """Entries that could say the same, gathered by their words and topics."""

    def __init__(self) -> None:
        self._found: list[tuple[list[Spoken], frozenset[str]]] = []
        """Those that say the same, with the words of the first."""
        self._places: dict[str, list[int]] = defaultdict(list)
        """By word or topic, the first ones that have it."""

    def put(self, entry: Spoken) -> list[Spoken]:
        """The entries that say the same, this one the last of them."""
        own, found = stems(entry.asserted), self._found
        hints = (*own, *(f" {topic}" for topic in entry.topics)) if entry.topics else own
        held = [self._places[hint] for hint in hints]
        near: set[int] = set().union(*held)
        same = _first(entry, own, [found[i] for i in sorted(near)])
        if same is not None:
            same.append(entry)
            return same
        for places in held:
            if len(places) < COMMON:
                places.append(len(found))
        found.append(([entry], own))
        return found[-1][0]


def repeats(entry: Spoken, other: Spoken) -> bool:
    """Whether one of them says again, in the same article, what the other says there.

    One without a date may be of the other's: it is the same text that dates them.
    """
    if entry.article != other.article or _key(entry) != _key(other):
        return False
    return may_be_one(entry.said, other.said) and alike(
        stems(entry.asserted), stems(other.asserted)
    )


def _repeating(found: list[list[Spoken]]) -> list[list[Spoken]]:
    """The same groups, those merged of which a person said that one repeats another."""
    linked = [entry for same in found for entry in same if entry.links]
    if not linked:
        return found
    home = {entry.id: i for i, same in enumerate(found) for entry in same}
    for entry in linked:
        for other in entry.linked("repeats"):
            first, last = sorted((home[entry.id], home.get(other, home[entry.id])))
            if first != last:
                home.update((moved.id, first) for moved in found[last])
                found[first] += found[last]
                found[last] = []
    return [same for same in found if same]


def _key(entry: Spoken) -> tuple[object, ...]:
    """What has to be equal before words are compared.

    To condemn and to accuse of the same is one assertion in two papers' words; to reject it is
    another. Of "insiders" only the medium tells whether they can be the same.
    """
    family = "accuse" if entry.family == "criticise" else entry.family
    nameless = entry.authority == "unnamed" and entry.actor[:1].islower()
    through = entry.reporters[:1] if nameless else ()
    return family, entry.act == "reject", entry.toward, entry.mode, through, entry.status


def _first(
    entry: Spoken, own: frozenset[str], others: list[tuple[list[Spoken], frozenset[str]]]
) -> list[Spoken] | None:
    """The first of others that says the same: one statement asks it of thousands."""
    topics, enough = entry.topics, SHARE * len(own)
    quoted: list[list[Spoken]] = []
    for same, words in others:
        shared = len(own & words)  # as `alike` has it, without a call for each
        if not (shared >= FEWEST and (shared >= enough or shared >= SHARE * len(words))) and not (
            topics and _one_matter(entry, same[0])
        ):
            continue
        if compatible(When.parse(entry.said), When.parse(same[0].said)):
            return same
        if _printed_again(entry, same[0]):
            quoted.append(same)
    return quoted[0] if len(quoted) == 1 else None


def _printed_again(entry: Spoken, first: Spoken) -> bool:
    """Whether an article without a date prints, letter for letter, a quote of one that has one.

    So an agency's quote is one assertion in two papers. Where both are dated, a formula that is
    said again at another time is another assertion.
    """
    if entry.article == first.article or not entry.form == first.form == "direct":
        return False
    words, others = (re.findall(r"\w+", one.asserted.lower()) for one in (entry, first))
    dated = [When.parse(one.said).known for one in (entry, first)]
    return dated == [False, True] and len(words) >= QUOTED and words == others


def _one_matter(entry: Spoken, first: Spoken) -> bool:
    """Whether two articles tell it of the same matter; in one, each sentence is a point."""
    apart = entry.article != first.article
    return apart and len({*entry.topics} & {*first.topics}) >= SHARED
