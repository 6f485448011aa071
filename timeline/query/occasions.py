"""When an occasion was, for those who hang on it: said by a person, by the article, or borrowed."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple, TypeVar

from timeline.projection import Entry, Standing
from timeline.views import OccasionDate
from timeline.views.moves import Moves
from timeline.when import UNKNOWN, When
from timeline.when.days import moved

One = TypeVar("One", Entry, Standing)


class Held(NamedTuple):
    """The date of an occasion, as one article may take it."""

    when: When
    sources: tuple[str, ...]
    """Ids of articles, or the person, on whose word it rests."""
    person: bool


class Occasions:
    """The dates of all occasions as of one position; gone through when one is first asked for."""

    def __init__(self, dates: Iterable[OccasionDate]) -> None:
        """Take dates, the oldest first."""
        self._told = dates
        self._held: dict[tuple[str, str], Held] = {}

    @cached_property
    def _dates(self) -> dict[str, dict[str, OccasionDate]]:
        found: dict[str, dict[str, OccasionDate]] = defaultdict(dict)
        for date in self._told:  # the last word of each counts
            found[date.key][date.article] = date
        return found

    def dated(self) -> list[str]:
        """The occasions that somebody dates."""
        return list(self._dates)

    def name(self, key: str) -> str:
        """What an occasion is called where it was dated last."""
        dates = self._dates.get(key)
        return max(dates.values()).name if dates else key

    def held(self, key: str, article: str = "") -> Held:
        """When it was: as a person says, else as this article says, else as others do (`?`)."""
        dates = self._dates.get(key, {})
        # Only what this article itself says can differ from what every other one is told.
        question = key, article if article in dates else ""
        if question not in self._held:
            self._held[question] = _held(dates, question[1])
        return self._held[question]

    def rests_on(self, key: str, article: str = "") -> tuple[int, ...]:
        """The positions of the events on which its date rests, as one article may take it."""
        return tuple(date.position for date in _counting(self._dates.get(key, {}), article))

    def joined(self, one: One, moves: Moves) -> One:
        """The same, with its date joined with that of the occasion that dates it."""
        return dated(one, self.said(one, moves))

    def said(self, one: Entry | Standing, moves: Moves) -> str:
        """The date of an assertion, EDTF, joined with that of the occasion that dates it.

        Args:
            one: with its own date; of the basis `article` that is a bound, and still holds
                beside the occasion's.
            moves: the occasion and the days counted from it; empty where none dates it.
        """
        if not moves or moves[0] not in self._dates:
            return one.said
        key, first, last = moves
        when = _shifted(self.held(key, one.article).when, first, last)
        if not when.known:
            return one.said
        if one.basis == "article":
            both = _both([When.parse(one.said), when])
            if both is None:
                return one.said
            when = both.doubtful() if when.uncertain else both
        return when.text


def dated(one: One, said: str) -> One:
    """The same, said then."""
    return one if said == one.said else one._replace(said=said)


def _counting(dates: dict[str, OccasionDate], article: str) -> list[OccasionDate]:
    """Those that count: a person's, else this article's own, else all that others say."""
    for one in ("", article):
        if (date := dates.get(one)) and date.said:
            return [date]
    return [date for date in dates.values() if date.article and When.parse(date.said).known]


def _held(dates: dict[str, OccasionDate], article: str) -> Held:
    counting = _counting(dates, article)
    if not counting:
        return Held(UNKNOWN, (), person=False)
    first = counting[0]
    if not first.article:
        return Held(When.parse(first.said), (first.by,), person=True)
    if first.article == article:
        return Held(When.parse(first.said), (article,), person=False)
    whens = [When.parse(date.said) for date in counting]
    when = whens[0] if len(set(whens)) == 1 else _both(whens) or _either(whens)
    return Held(when.doubtful(), tuple(date.article for date in counting), person=False)


def _both(whens: list[When]) -> When | None:
    """The days that all of them can mean; None if there is none."""
    earliest = max((when.earliest for when in whens if when.earliest), default=None)
    latest = min((when.latest for when in whens if when.latest), default=None)
    if earliest and latest and latest < earliest:
        return None
    same = [when for when in whens if (when.earliest, when.latest) == (earliest, latest)]
    return same[0] if same else When.between(earliest, latest)


def _either(whens: list[When]) -> When:
    """From the first to the last day that any of them can mean: they disagree."""
    starts, ends = [when.earliest for when in whens], [when.latest for when in whens]
    return When.between(
        None if None in starts else min(filter(None, starts)),
        None if None in ends else max(filter(None, ends)),
    )


def _shifted(when: When, first: int, last: int) -> When:
    if not (first or last):
        return when
    earliest, latest = when.earliest, when.latest
    then = When.between(
        moved(earliest, first) if earliest else None, moved(latest, last) if latest else None
    )
    return then.doubtful() if when.uncertain else then
