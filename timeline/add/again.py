"""Reading a known article again: what is the same keeps its id, what differs is recorded anew."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.article import Article
from timeline.assertion import Assertion
from timeline.chronicle import Chronicle, decode, streams
from timeline.events import (
    ArticleDated,
    ArticleDescribed,
    AssertionRecorded,
    Event,
    OccasionDated,
)

ENVELOPE = frozenset(Event.model_fields)


class Before(NamedTuple):
    """What earlier readings of an article recorded."""

    assertions: dict[str, Assertion]
    """By id, as last recorded."""
    occasions: tuple[OccasionDated, ...]


def known(chronicle: Chronicle, article: Article) -> Article:
    """Give an article the title, publisher, address and date under which it is known."""
    fields: dict[str, str | None] = {}
    for recorded in chronicle.stream(streams.article(article.id)):
        event = decode(recorded)
        if isinstance(event, ArticleDescribed):
            fields |= {"title": event.title, "publisher": event.publisher, "url": event.url}
        elif isinstance(event, ArticleDated):
            fields["published"] = event.published
    return article.model_copy(update=fields)


def before(chronicle: Chronicle, article: str) -> Before:
    """Collect what earlier readings recorded; the later ones stand."""
    assertions: dict[str, Assertion] = {}
    occasions: list[OccasionDated] = []
    for stream in chronicle.streams(streams.readings(article)):
        for recorded in chronicle.stream(stream):
            event = decode(recorded)
            if isinstance(event, AssertionRecorded):
                fields = {name: value for name, value in event if name not in ENVELOPE}
                assertions[event.id] = Assertion.model_construct(**fields)
            elif isinstance(event, OccasionDated):
                occasions.append(event)
    return Before(assertions, tuple(occasions))


def matched(found: Sequence[Assertion], earlier: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """Give what was found again the id and handle that it has; what is new keeps its own.

    The same is what overlaps by at least half, by the longer of the two, under the same name.
    One that stands at exactly the same place comes first, then the largest overlap.
    """
    free = {one.id: one for one in earlier}
    handles = {one.handle: one.id for one in free.values()}
    same: dict[str, Assertion] = {}
    for one in found:
        if one.id in free:
            same[one.id] = free.pop(one.id)
    pairs = sorted(
        (
            (-_shared(one, other), one.asserted_start, one.id, other.id)
            for one in found
            if one.id not in same
            for other in free.values()
            if _name(one) == _name(other) and _shared(one, other)
        ),
    )
    for _, _, new, old in pairs:
        if new not in same and old in free:
            same[new] = free.pop(old)
    kept = []
    for one in found:
        other = same.get(one.id)
        handle = other.handle if other else _free(one.handle, handles)
        handles[handle] = other.id if other else one.id
        kept.append(one.model_copy(update={"id": other.id if other else one.id, "handle": handle}))
    return tuple(kept)


def differs(one: Assertion, other: Assertion | None) -> bool:
    """Tell whether a reading says something else; that another version said it is nothing."""
    return other is None or one.model_copy(update={"method": other.method}) != other


def anew(
    dated: Iterable[OccasionDated], earlier: Iterable[OccasionDated]
) -> tuple[OccasionDated, ...]:
    """Leave out the occasions that an earlier reading dated just so."""
    held = {_date(one) for one in earlier}
    return tuple(one for one in dated if _date(one) not in held)


def _date(one: OccasionDated) -> tuple[object, ...]:
    return tuple(value for name, value in one if name not in ENVELOPE)


def _name(one: Assertion) -> str | None:
    return one.speaker_name or one.speaker


def _shared(one: Assertion, other: Assertion) -> int:
    """Code points that both assert; 0 where that is less than half of the longer."""
    start = max(one.asserted_start, other.asserted_start)
    shared = min(one.asserted_end, other.asserted_end) - start
    longer = max(one.asserted_end - one.asserted_start, other.asserted_end - other.asserted_start)
    return shared if 2 * shared >= longer else 0


def _free(handle: str, taken: dict[str, str]) -> str:
    """A handle that no other assertion of the article has: `8e2b0f11@2674.2`."""
    base, nth = handle.partition(".")[0], 1
    while handle in taken:
        nth += 1
        handle = f"{base}.{nth}"
    return handle
