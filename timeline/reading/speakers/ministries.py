"""Ministries: "the ministry", "the Foreign Ministry" by the name that tells whose it is."""

from timeline.reading.speakers.kinds import country_of
from timeline.reading.speakers.registry import Registry
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Skeleton
from timeline.reading.values import Name

_COUNTRY = 3
"""Words that a country's name has at most: "South Korean", "United Arab Emirates"."""


def whole(
    tokens: tuple[str, ...], at: int, known: Registry, seat: str | None = None
) -> Name | None:
    """What an article has called so with its country; None if it has with several.

    Args:
        tokens: the words of the mention in lower case, without article: "foreign", "ministry".
        at: where the mention stands; what is named only behind it may be another's.
        known: the names of the article.
        seat: the country in whose capital it speaks, if that is told: of no other it can be.
    """
    head = tokens[-1]
    if head != "ministry":
        return None
    found: dict[str, Name] = {}
    for entry in (*known.by_word.get(head, {}).values(), *known.first.get(head, ())):
        if known.since.get(entry.tokens, entry.at) >= at or entry.tokens[-len(tokens) :] != tokens:
            continue
        if (country := _country(entry.tokens)) and seat in {None, country}:
            found.setdefault(country, entry.name)
    return next(iter(found.values())) if len(found) == 1 else None


def _country(tokens: tuple[str, ...]) -> str | None:
    """Whose it is by its first words: "russia 's foreign ministry"."""
    named = (country_of(" ".join(tokens[:size])) for size in range(1, _COUNTRY + 1))
    return next(filter(None, named), None)


def seat_of(sk: Skeleton, who: Subject) -> str | None:
    """The country in whose capital who speaks is: "In Rome, the ministry", "the ministry in Rome".

    None where no place stands beside, or none that is known.
    """
    inside = sk.low.index("in", who.first, who.last) if "in" in sk.low[who.first : who.last] else -1
    if inside > 0:
        return country_of(" ".join(sk.low[inside + 1 : who.last + 1]))
    if sk.low[:1] == ["in"] and sk.tags[who.first - 1] == ",":
        return country_of(" ".join(sk.low[1 : who.first - 1]))
    return None
